import 'server-only';
import type { SyncKind } from '@/lib/domain/settings';
import type { Executor } from '@/lib/server/db/pool';
import { type Page, walkPages } from '@/lib/server/feishu/paging';
import { listApplicationIds } from '@/lib/server/feishu/resources/applications';
import { listEvaluations } from '@/lib/server/feishu/resources/evaluations';
import type { UpdateWindow } from '@/lib/server/feishu/resources/query';
import { listTalents } from '@/lib/server/feishu/resources/talents';
import type { MirrorContext } from '@/lib/server/mirror/context';
import { upsertEvaluations } from '@/lib/server/mirror/evaluations';
import { upsertJobs } from '@/lib/server/mirror/jobs';
import { quarantineRows } from '@/lib/server/mirror/quarantine';
import { factsOfListed } from '@/lib/server/mirror/talent-facts';
import { upsertTalents } from '@/lib/server/mirror/talents';
import type { Tally } from '@/lib/server/mirror/tally';
import { chunk } from '@/lib/server/mirror/values';
import { fetchBodies, storeBodies } from './bodies';
import { jobPage } from './lanes/jobs';
import type { SyncRun } from './run';
import { BODIES_PER_PAGE } from './settings';
import type { Seen } from './windows';

/** Kinds that Feishu lists by time of change. */
export type ChangedKind = Extract<SyncKind, 'talents' | 'jobs' | 'applications' | 'evaluations'>;

/** Called with applications whose body was new or different. */
export type OnChanged = (ids: string[]) => void;

export const WALKS: Record<
  ChangedKind,
  (run: SyncRun, window: UpdateWindow, onChanged: OnChanged) => Promise<Seen>
> = {
  talents: (run, window) =>
    walkChanged(
      run,
      'talents',
      (token) => listTalents(run.feishu, window, token),
      (talent) => talent.basic_info.modify_time,
      async (tx, items, context) =>
        (await upsertTalents(tx, items.map(factsOfListed), context)).tally,
    ),
  jobs: (run, window) =>
    walkChanged(
      run,
      'jobs',
      (token) => jobPage(run, window, token),
      ({ job }) => job.update_timestamp,
      upsertJobs,
    ),
  evaluations: (run, window) =>
    walkChanged(
      run,
      'evaluations',
      (token) => listEvaluations(run.feishu, window, token),
      (evaluation) => evaluation.update_time,
      async (tx, items, context) => (await upsertEvaluations(tx, items, context)).tally,
    ),
  applications: walkApplications,
};

async function walkChanged<T>(
  run: SyncRun,
  kind: string,
  fetchPage: (token: string | undefined) => Promise<Page<T>>,
  changedAt: (row: T) => number | undefined,
  store: (tx: Executor, items: T[], context: MirrorContext) => Promise<Tally>,
): Promise<Seen> {
  const seen: Seen = { changed: 0, pages: 0, latest: null };
  for await (const { items, quarantined } of walkPages(fetchPage)) {
    seen.pages += 1;
    if (items.length + quarantined.length === 0) continue;
    const tally = await run.commit(async (tx, context) => {
      await quarantineRows(tx, kind, quarantined, context.now);
      return store(tx, items, context);
    });
    noteSeen(seen, tally, items.map(changedAt));
  }
  return seen;
}

/**
 * Ids by window, then each one's body. Their page tokens name the last row (`<ms>_<id>`), so rows
 * that move shift no page, and one pass is enough.
 */
async function walkApplications(
  run: SyncRun,
  window: UpdateWindow,
  onChanged: OnChanged,
): Promise<Seen> {
  const seen: Seen = { changed: 0, pages: 0, latest: null };
  for await (const page of walkPages((token) => listApplicationIds(run.feishu, window, token))) {
    seen.pages = 1;
    for (const ids of chunk(page.items, BODIES_PER_PAGE)) {
      const bodies = await fetchBodies(run.feishu, ids);
      const { tally, changed } = await run.commit((tx, context) =>
        storeBodies(tx, bodies, context),
      );
      onChanged(changed);
      noteSeen(
        seen,
        tally,
        bodies.found.map((body) => body.modify_time),
      );
    }
  }
  return seen;
}

function noteSeen(seen: Seen, tally: Tally, times: readonly (number | undefined)[]): void {
  seen.changed += tally.added + tally.updated;
  for (const time of times) {
    if (time !== undefined) seen.latest = Math.max(seen.latest ?? 0, time);
  }
}
