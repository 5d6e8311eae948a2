import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { walkPages } from '@/lib/server/feishu/paging';
import {
  type ApplicationFilter,
  listApplicationIds,
} from '@/lib/server/feishu/resources/applications';
import {
  staleByJob,
  staleByStage,
  unknownIds,
  writeJobIds,
  writeStageIds,
} from '@/lib/server/mirror/application-ids';
import type { Tally } from '@/lib/server/mirror/tally';
import { sumTallies } from '@/lib/server/mirror/tally';
import { chunk } from '@/lib/server/mirror/values';
import { fetchBodies, storeBodies } from '@/lib/server/sync/bodies';
import { KeyCursor, readCursor } from '@/lib/server/sync/cursor';
import { inOrder } from '@/lib/server/sync/flow';
import type { Lane, LanePage } from '@/lib/server/sync/lane';
import type { SyncRun } from '@/lib/server/sync/run';

const UNITS_AT_ONCE = 8;
const IDS_PER_STATEMENT = 1_000;

/** One id list: of a job or a stage, active ones or ended ones, or of everything. */
type Unit =
  | { key: string; of: 'job'; jobId: string; active: boolean }
  | { key: string; of: 'stage'; stageId: string; active: boolean }
  | { key: string; of: 'all' };

/**
 * Job, stage and status of every application from id lists alone: about two calls a job and one a
 * stage, so that every board's counts are right long before the bodies are here. The last list, of
 * everything, finds what no job listed.
 */
export const applicationIdsLane: Lane = {
  kind: 'application_ids',
  async *pages(run, cursor) {
    const { after } = readCursor(KeyCursor, cursor, {});
    const units = await listUnits(run);
    const left = units.slice(units.findIndex((unit) => unit.key === after) + 1);
    yield* inOrder(left, UNITS_AT_ONCE, (unit) => readUnit(run, unit));
  },
};

async function listUnits(run: SyncRun): Promise<Unit[]> {
  const jobs = await run.deps.db.execute<{ id: string }>(
    sql`select id from jobs order by open desc, id desc`,
  );
  const stages = await run.deps.db.execute<{ id: string }>(
    sql`select distinct id from stages order by id`,
  );
  const units = (active: boolean): Unit[] => [
    ...jobs.rows.map(
      ({ id }): Unit => ({ key: `job ${id} ${active}`, of: 'job', jobId: id, active }),
    ),
    ...stages.rows.map(
      ({ id }): Unit => ({ key: `stage ${id} ${active}`, of: 'stage', stageId: id, active }),
    ),
  ];
  return [...units(true), ...units(false), { key: 'all', of: 'all' }];
}

function filterOf(unit: Unit): ApplicationFilter {
  if (unit.of === 'all') return {};
  const active = unit.active ? 'active' : 'ended';
  return unit.of === 'job' ? { jobId: unit.jobId, active } : { stageId: unit.stageId, active };
}

async function readUnit(run: SyncRun, unit: Unit): Promise<LanePage> {
  const ids: string[] = [];
  const walk = walkPages((token) => listApplicationIds(run.feishu, filterOf(unit), token));
  for await (const page of walk) ids.push(...page.items);
  const bodies = await fetchBodies(run.feishu, await toReadAgain(run.deps.db, unit, ids));
  return {
    cursor: { after: unit.key },
    rows: unit.of === 'job' ? ids.length : 0,
    write: async (tx, context) => {
      const tallies: Tally[] = [];
      for (const part of chunk(ids, IDS_PER_STATEMENT)) tallies.push(await write(tx, unit, part));
      tallies.push((await storeBodies(tx, bodies, context)).tally);
      return sumTallies(...tallies);
    },
  };
}

async function toReadAgain(executor: Executor, unit: Unit, ids: string[]): Promise<string[]> {
  if (unit.of === 'job') return staleByJob(executor, unit.jobId, unit.active, ids);
  if (unit.of === 'stage') return staleByStage(executor, unit.stageId, ids);
  return unknownIds(executor, ids);
}

async function write(tx: Executor, unit: Unit, ids: string[]): Promise<Tally> {
  if (unit.of === 'job') return writeJobIds(tx, unit.jobId, unit.active, ids);
  if (unit.of === 'stage') return writeStageIds(tx, unit.stageId, ids);
  return { added: 0, updated: 0, unchanged: 0, deleted: 0 };
}
