import { eq, sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { eventInbox } from '@/lib/server/db/schema/events';
import { mirrorState } from '@/lib/server/db/schema/operations';
import { keepEvent } from '@/lib/server/events/inbox';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import { syncDepsFor } from '@/lib/testing/sync-run';
import { startWorker, type Worker } from './worker';

const database = testDatabase();
const sandbox = testSandbox({ size: 40, seed: 6 });

let worker: Worker | undefined;
afterEach(() => worker?.stop());

const one = async (query: string): Promise<unknown> => {
  const { rows } = await database.db.execute<Record<string, unknown>>(sql.raw(query));
  return rows[0]?.value;
};
const until = (query: string) => expect.poll(() => one(query), { timeout: 25_000, interval: 20 });
const pause = (pausedAt: Date | null) =>
  database.db.update(mirrorState).set({ pausedAt }).where(eq(mirrorState.id, 1));
const calls = async () => {
  const { byEndpoint } = await sandbox.requests();
  return Object.values(byEndpoint).reduce((sum, { count }) => sum + count, 0);
};

describe('a pause', () => {
  it('stops the reading in its midst, holds events back, and lets all go on from there', async () => {
    const deps = await syncDepsFor(database, sandbox);
    let waits = 0;
    const clock = {
      ...deps.clock,
      sleep: (ms: number, signal?: AbortSignal) => {
        waits += 1;
        return deps.clock.sleep(Math.min(ms, 10), signal);
      },
    };
    for (const endpoint of ['hire.v1.application.get', 'hire.v1.application.getDetail']) {
      await sandbox.control('POST', '/faults', { endpoint, delayMs: 60_000 });
    }
    worker = startWorker({ ...deps, clock });
    await until(`select count(*)::int as value from applications`).toBe(40);

    await pause(new Date());
    await until(`select expires_at <= clock_timestamp() as value from leases`).toBe(true);
    await sandbox.control('DELETE', '/faults');
    const now = new Date(clock.now());
    const header = {
      event_id: 'e1',
      event_type: 'hire.application.stage_changed_v1',
      create_time: now,
      app_id: sandbox.appId,
      tenant_key: 't',
    };
    const id = String(await one(`select id as value from applications limit 1`));
    const envelope = { schema: '2.0' as const, header, event: { application_id: id } };
    await keepEvent(database.db, envelope, 'webhook', now);
    const [made, waited] = [await calls(), waits];
    await expect.poll(() => waits - waited, { timeout: 25_000, interval: 20 }).toBeGreaterThan(40);
    expect(await calls()).toBe(made);
    expect(await database.db.select().from(eventInbox)).toMatchObject([
      { state: 'waiting', attempts: 0 },
    ]);
    expect(await one(`select failing_code as value from mirror_state`)).toBeNull();

    await pause(null);
    await until(`select complete_at is not null as value from mirror_state`).toBe(true);
    await until(`select state as value from event_inbox`).toBe('done');
    expect(
      await one(`select count(*)::int as value from applications where body_at is not null`),
    ).toBe(40);
  });
});
