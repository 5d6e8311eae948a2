import 'server-only';
import { sql } from 'drizzle-orm';
import { walkPages } from '@/lib/server/feishu/paging';
import {
  type ApplicationFilter,
  listApplicationIds,
} from '@/lib/server/feishu/resources/applications';
import { mapAtMost } from './flow';
import type { SyncRun } from './run';

/** Enough that a list whose pages come one after the other does not hold up the pace. */
export const LISTS_AT_ONCE = 16;

/** Which applications there are, which of them are active, and in which stage each is. */
export type IdLists = {
  active: ReadonlySet<string>;
  ended: ReadonlySet<string>;
  stageOf: ReadonlyMap<string, string>;
};

export async function listIds(run: SyncRun, filter: ApplicationFilter): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of walkPages((token) => listApplicationIds(run.feishu, filter, token))) {
    ids.push(...page.items);
  }
  return ids;
}

/** Two walks over everything, N/200 calls each, and a call more for each stage. */
export async function readIdLists(run: SyncRun): Promise<IdLists> {
  const { rows } = await run.deps.db.execute<{ id: string }>(
    sql`select distinct id from stages order by id`,
  );
  const [active, ended, stages] = await Promise.all([
    listIds(run, { active: 'active' }),
    listIds(run, { active: 'ended' }),
    mapAtMost(rows, LISTS_AT_ONCE, async ({ id }) => ({
      id,
      listed: await listIds(run, { stageId: id }),
    })),
  ]);
  const stageOf = new Map<string, string>();
  for (const { id, listed } of stages)
    for (const application of listed) stageOf.set(application, id);
  return { active: new Set(active), ended: new Set(ended), stageOf };
}
