import 'server-only';
import { sql } from 'drizzle-orm';
import {
  contradicted,
  type ListedApplication,
  unknownIds,
  writeListed,
} from '@/lib/server/mirror/application-ids';
import { sumTallies, type Tally } from '@/lib/server/mirror/tally';
import { chunk } from '@/lib/server/mirror/values';
import { fetchBodies, storeBodies } from '@/lib/server/sync/bodies';
import { KeyCursor, readCursor } from '@/lib/server/sync/cursor';
import { inOrder } from '@/lib/server/sync/flow';
import { type IdLists, LISTS_AT_ONCE, listIds, readIdLists } from '@/lib/server/sync/id-lists';
import type { Lane, LanePage } from '@/lib/server/sync/lane';
import type { SyncRun } from '@/lib/server/sync/run';
import { BODIES_PER_PAGE } from '@/lib/server/sync/settings';

const IDS_PER_STATEMENT = 1_000;
/** After every job: what none of them listed. */
const REST = 'rest';

/**
 * Job, stage and status of every application from id lists alone, in 3 N/200 calls and one for
 * each job and stage: every board counts right long before the bodies are here, open jobs first.
 * @param lists what is read before the first job, for who starts that earlier
 */
export const applicationIdsLane = (lists?: Promise<IdLists>): Lane => ({
  kind: 'application_ids',
  async *pages(run, cursor) {
    const { after } = readCursor(KeyCursor, cursor, {});
    const known = await (lists ?? readIdLists(run));
    const jobs = await listJobs(run);
    const left = after === REST ? [] : jobs.slice(jobs.indexOf(after ?? '') + 1);
    const seen = new Set<string>();
    yield* inOrder(left, LISTS_AT_ONCE, (jobId) => jobPage(run, jobId, known, seen));
    yield* restPages(run, known, seen);
  },
});

async function listJobs(run: SyncRun): Promise<string[]> {
  const { rows } = await run.deps.db.execute<{ id: string }>(
    sql`select id from jobs order by open desc, id desc`,
  );
  return rows.map(({ id }) => id);
}

/** One that is in neither list came since they were read. */
const listedAs = (id: string, { active, ended, stageOf }: IdLists): ListedApplication => ({
  id,
  active: active.has(id) || !ended.has(id),
  stageId: stageOf.get(id) ?? null,
});

async function jobPage(
  run: SyncRun,
  jobId: string,
  lists: IdLists,
  seen: Set<string>,
): Promise<LanePage> {
  const ids = await listIds(run, { jobId });
  for (const id of ids) seen.add(id);
  const listed = ids.map((id) => listedAs(id, lists));
  const bodies = await fetchBodies(run.feishu, await contradicted(run.deps.db, jobId, listed));
  return {
    cursor: { after: jobId },
    rows: ids.length,
    write: async (tx, context) => {
      const tallies: Tally[] = [];
      for (const part of chunk(listed, IDS_PER_STATEMENT)) {
        tallies.push(await writeListed(tx, jobId, part));
      }
      tallies.push((await storeBodies(tx, bodies, context)).tally);
      return sumTallies(...tallies);
    },
  };
}

/** What no job listed is known by its body only. */
async function* restPages(
  run: SyncRun,
  { active, ended }: IdLists,
  seen: ReadonlySet<string>,
): AsyncGenerator<LanePage> {
  const unlisted = [...active, ...ended].filter((id) => !seen.has(id));
  const unknown: string[] = [];
  for (const ids of chunk(unlisted, IDS_PER_STATEMENT)) {
    unknown.push(...(await unknownIds(run.deps.db, ids)));
  }
  for (const ids of chunk(unknown, BODIES_PER_PAGE)) {
    const bodies = await fetchBodies(run.feishu, ids);
    yield {
      cursor: { after: REST },
      rows: ids.length,
      write: async (tx, context) => (await storeBodies(tx, bodies, context)).tally,
    };
  }
}
