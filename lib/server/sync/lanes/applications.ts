import 'server-only';
import { sql } from 'drizzle-orm';
import { FeishuError } from '@/lib/server/feishu/errors';
import {
  type Bodies,
  fetchBodies,
  fetchDetails,
  type ReasonTypes,
  storeBodies,
} from '@/lib/server/sync/bodies';
import { BodyCursor, type BodyQueue, createBodyQueue } from '@/lib/server/sync/body-queue';
import { readCursor } from '@/lib/server/sync/cursor';
import { inOrder, merged } from '@/lib/server/sync/flow';
import { Held, type Lane, type LaneOutcome, type LanePage } from '@/lib/server/sync/lane';
import type { SyncRun } from '@/lib/server/sync/run';
import { BODIES_PER_PAGE, DETAILS_PER_PAGE } from '@/lib/server/sync/settings';

/** Two, so that the pace does not stop while the last answers of a page are on their way. */
const PAGES_AT_ONCE = 2;
const LOOK_AGAIN_MS = 250;

/** The id lists, while they are still being read. */
export type ListsUnderWay = { total: Promise<number>; end: Promise<LaneOutcome> };

/**
 * The binding limit of the mirror: one call an application (CONTRACT section 0). Two endpoints tell
 * a body, each with a limit of its own; they read disjoint ids side by side. Active ones first, then
 * the ended ones, each newest first.
 * @param lists what is still to be listed: bodies are read as ids come
 * @param activeOnly ended applications are left for later, and the walk stays unfinished
 */
export const applicationsLane = (lists?: ListsUnderWay, activeOnly = false): Lane => ({
  kind: 'applications',
  total: async (run) => (lists ? await lists.total : await countApplications(run)),
  async *pages(run, cursor) {
    const start = readCursor(BodyCursor, cursor, { again: await isRepeat(run) });
    const queue = createBodyQueue(run, start, activeOnly);
    const reasonTypes = await readReasonTypes(run);
    let listed: LaneOutcome | undefined = lists ? undefined : 'done';
    const watching = lists?.end.then((outcome) => {
      listed = outcome;
    });
    watching?.catch(() => undefined);
    let byDetail = true;

    /** Ids for one reader until none is left, waiting while more are being listed. */
    async function* claims(take: () => Promise<string[]>, goesOn: () => boolean) {
      while (goesOn()) {
        const last = listed !== undefined;
        const ids = await take();
        if (ids.length > 0) yield ids;
        else if (last) return;
        else await Promise.race([watching, run.deps.clock.sleep(LOOK_AGAIN_MS, run.signal)]);
      }
    }
    const bodies = claims(
      () => queue.takeFirst(BODIES_PER_PAGE),
      () => true,
    );
    const details = claims(
      () => queue.takeActive(DETAILS_PER_PAGE),
      () => byDetail,
    );
    yield* merged([
      inOrder(bodies, PAGES_AT_ONCE, async (ids) =>
        pageOf(queue, ids, await fetchBodies(run.feishu, ids)),
      ),
      inOrder(details, PAGES_AT_ONCE, async (ids) => {
        const read = await tryDetails(run, ids, reasonTypes);
        if (read) return pageOf(queue, ids, read);
        byDetail = false;
        return pageOf(queue, ids, await fetchBodies(run.feishu, ids));
      }),
    ]);
    if (listed !== 'done' || activeOnly)
      throw new Held('Not every application is listed or wanted');
  },
});

function pageOf(queue: BodyQueue, ids: string[], bodies: Bodies): LanePage {
  const unreadable = new Set(bodies.bad.map(({ id }) => id));
  let cursor: LanePage['cursor'] = {};
  return {
    get cursor() {
      return cursor;
    },
    rows: ids.length,
    write: async (tx, context) => {
      const { tally } = await storeBodies(tx, bodies, context);
      cursor = queue.cursorAfter(ids);
      return tally;
    },
    stored: () => queue.stored(ids.filter((id) => !unreadable.has(id))),
  };
}

/** Undefined where the app may read bodies but not details: the other endpoint takes over. */
async function tryDetails(
  run: SyncRun,
  ids: string[],
  reasonTypes: ReasonTypes,
): Promise<Bodies | undefined> {
  try {
    const bodies = await fetchDetails(run.feishu, ids, reasonTypes);
    if (bodies.bad.length === 0) return bodies;
    const again = await fetchBodies(
      run.feishu,
      bodies.bad.map(({ id }) => id),
    );
    return {
      found: [...bodies.found, ...again.found],
      missing: [...bodies.missing, ...again.missing],
      bad: again.bad,
    };
  } catch (error) {
    const refused = error instanceof FeishuError && ['scope', 'rejected'].includes(error.kind);
    if (!refused) throw error;
    run.deps.log.info({ err: error }, 'Bodies are read without get_detail');
    return undefined;
  }
}

async function countApplications(run: SyncRun): Promise<number> {
  const { rows } = await run.deps.db.execute<{ n: number }>(
    sql`select count(*)::int as n from applications`,
  );
  return rows[0]?.n ?? 0;
}

async function isRepeat(run: SyncRun): Promise<boolean> {
  const { rows } = await run.deps.db.execute<{ complete: boolean }>(
    sql`select complete_at is not null as complete from mirror_state`,
  );
  return rows[0]?.complete ?? false;
}

async function readReasonTypes(run: SyncRun): Promise<ReasonTypes> {
  const { rows } = await run.deps.db.execute<{ id: string; type: number }>(
    sql`select id, type from termination_reasons`,
  );
  return new Map(rows.map(({ id, type }) => [id, type]));
}
