import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { applications, stageVisits } from '@/lib/server/db/schema/applications';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import { startSync, syncDepsFor } from '@/lib/testing/sync-run';
import { type Bodies, fetchBodies, fetchDetails, storeBodies } from './bodies';
import { listIds } from './id-lists';
import { startMirror } from './identity';
import { runLane } from './lane';
import { applicationIdsLane } from './lanes/application-ids';
import { dictionariesLane } from './lanes/dictionaries';
import { jobsLane } from './lanes/jobs';
import type { SyncRun } from './run';

const SIZE = 120;
const database = testDatabase();
const sandbox = testSandbox({ size: SIZE, seed: 17 });

let run: SyncRun;
let ids: string[];
beforeAll(async () => {
  ({ run } = await startSync(await syncDepsFor(database, sandbox)));
  await startMirror(run, '', 'first');
  for (const lane of [dictionariesLane, jobsLane]) await runLane(run, lane);
  await sandbox.control('DELETE', '/requests');
  await runLane(run, applicationIdsLane());
  ids = await listIds(run, {});
});

const reasonTypes = async () => {
  const { rows } = await database.db.execute<{ id: string; type: number }>(
    sql`select id, type from termination_reasons`,
  );
  return new Map(rows.map(({ id, type }) => [id, type]));
};

/** The mirror's rows from these bodies alone. */
async function rowsFrom(bodies: Bodies) {
  await database.db.execute(sql`truncate applications, stage_visits, application_history`);
  await run.commit((tx, context) => storeBodies(tx, bodies, context));
  const rows = await database.db.select().from(applications).orderBy(applications.id);
  const visits = await database.db
    .select()
    .from(stageVisits)
    .orderBy(stageVisits.applicationId, stageVisits.seq);
  return { rows: rows.map(({ bodyAt: _, ...row }) => row), visits };
}

describe('the id lists', () => {
  it('cost no more than four lists of all, and a call a job and stage', async () => {
    const { rows } = await database.db.execute<{ jobs: number; stages: number }>(sql`
      select (select count(*)::int from jobs) as jobs,
             (select count(distinct id)::int from stages) as stages`);
    const { byEndpoint } = await sandbox.requests();
    const { jobs, stages } = rows[0] ?? { jobs: 0, stages: 0 };
    // One more for `listIds` above.
    expect(byEndpoint['hire.v1.application.list']?.count).toBeLessThanOrEqual(
      4 * Math.ceil(SIZE / 200) + jobs + stages + 1,
    );
  });
});

describe('a body', () => {
  it('gives the same row by get and by get_detail, but for how an application ended', async () => {
    const byGet = await rowsFrom(await fetchBodies(run.feishu, ids));
    const byDetail = await rowsFrom(await fetchDetails(run.feishu, ids, await reasonTypes()));
    expect(byDetail.visits).toEqual(byGet.visits);
    expect(byDetail.rows).toHaveLength(SIZE);
    let typed = 0;
    for (const [at, whole] of byGet.rows.entries()) {
      const row = byDetail.rows[at];
      if (whole.active) expect(row).toEqual(whole);
      else {
        const { hash, terminationNote, terminationType, ...same } = whole;
        expect(row).toMatchObject({ ...same, terminationNote: '' });
        expect(row?.hash).toMatch(/^partial:/);
        if (same.terminationReasonIds.length === 0) continue;
        expect(row?.terminationType).toBe(terminationType);
        typed += 1;
      }
    }
    expect(typed).toBeGreaterThan(10);
  });

  it('that is partial is completed by a whole one, and never takes its place', async () => {
    const partial = await fetchDetails(run.feishu, ids, await reasonTypes());
    const whole = await fetchBodies(run.feishu, ids);
    const complete = await rowsFrom(whole);
    await run.commit((tx, context) => storeBodies(tx, partial, context));
    const kept = await database.db.select().from(applications).orderBy(applications.id);
    expect(kept.map(({ bodyAt: _, ...row }) => row)).toEqual(complete.rows);
    await rowsFrom(partial);
    await run.commit((tx, context) => storeBodies(tx, whole, context));
    const completed = await database.db.select().from(applications).orderBy(applications.id);
    expect(completed.map(({ bodyAt: _, ...row }) => row)).toEqual(complete.rows);
  });
});
