import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCalls, countCalls, tenantMonth } from '@/lib/server/db/api-calls';
import { apiCalls } from '@/lib/server/db/schema/operations';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import { readWhole, startSync, syncDepsFor, type TestSync } from '@/lib/testing/sync-run';
import { readCallBudget } from './call-budget';
import type { SyncDeps } from './deps';

/** Too few for the rounds of a day, more than enough for the active applications. */
const SHORT = 15_000;

const database = testDatabase();
const sandbox = testSandbox({ size: 80, seed: 13 });

let deps: SyncDeps;
let sync: TestSync;
beforeAll(async () => {
  deps = await syncDepsFor(database, sandbox, { monthlyCalls: SHORT });
  sync = await startSync(deps);
  await readWhole(sync);
});
afterAll(() => sync.stop());

const budget = (monthlyCalls?: number) =>
  readCallBudget({
    ...deps,
    ...(monthlyCalls && { monthlyCalls }),
    now: new Date(deps.clock.now()),
  });
const bodies = async () => {
  const { rows } = await database.db.execute<{ active: boolean; all: number; read: number }>(sql`
    select active, count(*)::int as all, count(body_at)::int as read
      from applications group by active order by active desc`);
  return rows;
};
const calls = async () => {
  const { byEndpoint } = await sandbox.requests();
  return Object.values(byEndpoint).reduce((sum, { count }) => sum + count, 0);
};

describe('calls of a month', () => {
  it('add up by endpoint, from every instance', async () => {
    await addCalls(database.db, '2020-01', new Map([['jobs.list', 2]]));
    await addCalls(
      database.db,
      '2020-01',
      new Map([
        ['jobs.list', 3],
        ['applications.get', 5],
      ]),
    );
    expect(await countCalls(database.db, '2020-01')).toBe(10);
    expect(await countCalls(database.db, '2020-02')).toBe(0);
  });

  it('are counted by the tenant’s month', () => {
    const at = new Date('2026-06-30T16:30:00Z');
    expect(tenantMonth(at, 'Asia/Shanghai')).toBe('2026-07');
    expect(tenantMonth(at, 'UTC')).toBe('2026-06');
  });
});

describe('a month whose calls do not reach', () => {
  it('has every id and every active application, and says what it left', async () => {
    const [active, ended] = await bodies();
    expect(active?.read).toBe(active?.all);
    expect(ended).toMatchObject({ read: 0, active: false });
    expect((ended?.all ?? 0) + (active?.all ?? 0)).toBe(80);
    expect((await budget()).plan).toMatchObject({
      level: 'saving',
      leftOut: ['ended_applications', 'full_records', 'pace'],
    });
  });

  it('goes on with rounds, slower', async () => {
    const { stretch } = await sync.engine.round();
    expect(stretch).toBeGreaterThan(1);
    await sync.engine.settled();
  });

  it('calls nobody by itself once only the share of people’s own actions is left', async () => {
    const month = tenantMonth(new Date(deps.clock.now()), deps.timeZone);
    await addCalls(database.db, month, new Map([['applications.get', SHORT * 0.9]]));
    await sandbox.control('DELETE', '/requests');
    expect(await sync.engine.round()).toMatchObject({ level: 'people', leftOut: ['everything'] });
    await sync.engine.settled();
    expect(await calls()).toBe(0);
  });

  it('is made up for when the next month brings enough', async () => {
    await database.db.delete(apiCalls);
    sync.stop();
    sync = await startSync({ ...deps, monthlyCalls: 1_000_000 });
    await readWhole(sync);
    const [active, ended] = await bodies();
    expect([active?.read, ended?.read]).toEqual([active?.all, ended?.all]);
    expect((await budget(1_000_000)).plan.leftOut).toEqual([]);
  });
});
