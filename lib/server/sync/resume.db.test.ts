import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { syncCheckpoints } from '@/lib/server/db/schema/operations';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import { startSync, syncDepsFor } from '@/lib/testing/sync-run';
import { CheckpointConflict, loadCheckpoint } from './checkpoints';
import type { SyncDeps } from './deps';
import { startMirror } from './identity';
import { runLane } from './lane';
import { applicationIdsLane } from './lanes/application-ids';
import { applicationsLane } from './lanes/applications';
import { dictionariesLane } from './lanes/dictionaries';
import { jobsLane } from './lanes/jobs';
import { LeaseLostError } from './lease';
import type { SyncRun } from './run';
import { BODIES_PER_PAGE } from './settings';

const SIZE = 3 * BODIES_PER_PAGE - 10;
const database = testDatabase();
const sandbox = testSandbox({ size: SIZE, seed: 3 });

let deps: SyncDeps;
beforeAll(async () => {
  deps = await syncDepsFor(database, sandbox);
  const { run } = await startSync(deps);
  await startMirror(run, '', 'first');
  for (const lane of [dictionariesLane, jobsLane, applicationIdsLane()]) await runLane(run, lane);
});

/** Nothing of any body is here, as after the id lists. */
async function forgetBodies(): Promise<void> {
  await database.db.execute(sql`update applications set body_at = null, hash = null`);
  await database.db.execute(sql`truncate stage_visits`);
  await database.db.execute(sql`delete from sync_checkpoints where kind = 'applications'`);
  await sandbox.control('DELETE', '/requests');
}

async function bodies(): Promise<{ here: number; read: number; visits: number }> {
  const { rows } = await database.db.execute<{ here: number; visits: number }>(sql`
    select count(*)::int as here, (select count(*)::int from stage_visits) as visits
      from applications where body_at is not null`);
  const { byEndpoint } = await sandbox.requests();
  const read =
    (byEndpoint['hire.v1.application.get']?.count ?? 0) +
    (byEndpoint['hire.v1.application.getDetail']?.count ?? 0);
  return { here: 0, visits: 0, ...rows[0], read };
}

/** The run, ended by `end` at the end of its n-th transaction, which then rolls back. */
function killedAt(run: SyncRun, nth: number, end: () => void): SyncRun {
  let commits = 0;
  return {
    ...run,
    commit: (write) =>
      run.commit(async (tx, context) => {
        const result = await write(tx, context);
        commits += 1;
        if (commits === nth) {
          end();
          throw new Error('killed before the commit');
        }
        return result;
      }),
  };
}

describe('a walk that was killed', () => {
  it.each([1, 2, 3, 4])(
    'at its commit %i goes on there: none lost, none read again',
    async (nth) => {
      await forgetBodies();
      const before = await startSync(deps);
      const cut = killedAt(before.run, nth, () => before.stop(new Error('killed')));
      await expect(runLane(cut, applicationsLane())).rejects.toThrow('killed');
      const { done: kept } = await loadCheckpoint(database.db, 'applications');
      expect((await bodies()).here).toBe(kept);
      expect(kept > 0).toBe(nth > 2);

      await sandbox.control('DELETE', '/requests');
      const after = await startSync(deps);
      await expect(runLane(after.run, applicationsLane())).resolves.toBe('done');
      const { here, read, visits } = await bodies();
      expect({ here, read }).toEqual({ here: SIZE, read: SIZE - kept });
      expect(visits).toBeGreaterThan(SIZE);
    },
  );

  it('is not walked again once it is done', async () => {
    await sandbox.control('DELETE', '/requests');
    const { run } = await startSync(deps);
    await expect(runLane(run, applicationsLane())).resolves.toBe('done');
    expect((await bodies()).read).toBe(0);
  });
});

describe('two runs of one walk', () => {
  it('end for the one whose lease was taken, which writes nothing more', async () => {
    await forgetBodies();
    const stale = await startSync(deps);
    await startSync(deps);
    await expect(runLane(stale.run, applicationsLane())).rejects.toThrow(LeaseLostError);
    expect((await bodies()).here).toBe(0);
  });

  it('end for the one whose checkpoint was moved', async () => {
    await forgetBodies();
    const { run } = await startSync(deps);
    const slow: SyncRun = {
      ...run,
      commit: async (write) => {
        await database.db
          .update(syncCheckpoints)
          .set({ version: sql`version + 1` })
          .where(sql`kind = 'applications'`);
        return run.commit(write);
      },
    };
    await expect(runLane(slow, applicationsLane())).rejects.toThrow(CheckpointConflict);
    expect((await bodies()).here).toBe(0);
  });
});
