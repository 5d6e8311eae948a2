import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mirrorState, syncCheckpoints } from '@/lib/server/db/schema/operations';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import { readWhole, startSync, syncDepsFor, type TestSync } from '@/lib/testing/sync-run';
import { requestFullRead } from './checkpoints';

const database = testDatabase();
const sandbox = testSandbox({ size: 40, seed: 5 });

let sync: TestSync;
const readAnew = async () => {
  sync?.stop();
  sync = await startSync(await syncDepsFor(database, sandbox));
  await readWhole(sync);
};
beforeAll(async () => {
  await sandbox.control('PUT', '/scopes', { revoke: ['hire:evaluation:readonly'] });
  await readAnew();
});
afterAll(() => sync.stop());

const failed = async () => {
  const rows = await database.db.select().from(syncCheckpoints);
  return rows
    .filter(({ state }) => state !== 'done')
    .map(({ kind, state, lastErrorCode, lastErrorLogId }) => ({
      kind,
      state,
      lastErrorCode,
      lastErrorLogId,
    }));
};

const count = async (what: string) => {
  const { rows } = await database.db.execute<{ n: number }>(sql.raw(`select ${what} as n`));
  return rows[0]?.n;
};

describe('a scope that is missing', () => {
  it('costs its own kind, which names the code and the log id, and no other', async () => {
    expect(await failed()).toEqual([
      {
        kind: 'evaluations',
        state: 'failed',
        lastErrorCode: '99991672',
        lastErrorLogId: expect.stringMatching(/\w{8,}/),
      },
    ]);
    expect(await count('(select count(*)::int from evaluations)')).toBe(0);
    expect(await count('(select count(*)::int from applications where body_at is not null)')).toBe(
      40,
    );
    const [state] = await database.db.select().from(mirrorState);
    expect(state?.completeAt).not.toBeNull();
  });

  it('does not make the next rounds ask again, nor the mirror count as failing', async () => {
    await sync.engine.round();
    await sandbox.control('DELETE', '/requests');
    await sync.engine.round();
    const { byEndpoint } = await sandbox.requests();
    expect(byEndpoint['hire.v1.evaluation.list']).toBeUndefined();
    const [state] = await database.db.select().from(mirrorState);
    expect(state?.failingCode).toBeNull();
  });

  it('is made up for once it is granted', async () => {
    await sandbox.control('PUT', '/scopes', { grant: ['hire:evaluation:readonly'] });
    await readAnew();
    expect(await failed()).toEqual([]);
    expect(await count('(select count(*)::int from evaluations)')).toBeGreaterThan(0);
  });

  it('of one field does not take away what is known of it', async () => {
    const phones = 'select id, phone_hash, phone_masked from talents order by id';
    const before = await database.db.execute(sql.raw(phones));
    await sandbox.control('PUT', '/scopes', { revoke: ['hire:talent.mobile:readonly'] });
    await requestFullRead(database.db);
    await readAnew();
    expect((await database.db.execute(sql.raw(phones))).rows).toEqual(before.rows);
    expect(await count('(select count(*)::int from talents where phone_hash is null)')).toBe(0);
  });
});
