import 'server-only';
import { eq } from 'drizzle-orm';
import type { SyncNote } from '@/lib/domain/common';
import { env } from '@/lib/server/base/env';
import type { Executor } from '@/lib/server/db/pool';
import { mirrorState, syncCheckpoints } from '@/lib/server/db/schema/operations';
import { people } from '@/lib/server/db/schema/organisation';
import { runtime } from '@/lib/server/runtime';

const LIFE_MS = 1000;

let known: { db: Executor; until: number; note: Promise<SyncNote> } | undefined;

/** How complete the mirror is; every answer carries it. Read at most once a second and process. */
export function getSyncNote(): Promise<SyncNote> {
  const { db } = runtime();
  const now = Date.now();
  if (known?.db === db && known.until > now) return known.note;
  const note = readSyncNote(db);
  const entry = { db, until: now + LIFE_MS, note };
  known = entry;
  note.catch(() => {
    if (known === entry) known = undefined;
  });
  return note;
}

/** What somebody just changed about the sync is told by the next answer, not a second later. */
export function forgetSyncNote(): void {
  known = undefined;
}

/** The same without the second it may be old: for the sync's own page. */
export async function readSyncNote(db: Executor): Promise<SyncNote> {
  const [found] = await db
    .select({
      completeAt: mirrorState.completeAt,
      lastSuccessAt: mirrorState.lastSuccessAt,
      failing: mirrorState.failingCode,
      pausedAt: mirrorState.pausedAt,
      pausedByZh: people.nameZh,
      pausedByEn: people.nameEn,
      done: syncCheckpoints.done,
      total: syncCheckpoints.total,
    })
    .from(mirrorState)
    .leftJoin(syncCheckpoints, eq(syncCheckpoints.kind, 'applications'))
    .leftJoin(people, eq(people.openId, mirrorState.pausedBy))
    .limit(1);
  const { embedded, sandbox } = env();
  const complete = found?.completeAt != null;
  const done = found?.done ?? 0;
  return {
    state: complete ? 'complete' : done > 0 ? 'partial' : 'empty',
    percent: complete ? 100 : percentOf(done, found?.total ?? null),
    asOf: found?.lastSuccessAt?.toISOString() ?? null,
    failing: found?.failing ?? null,
    paused: found?.pausedAt
      ? {
          at: found.pausedAt.toISOString(),
          by:
            found.pausedByZh === null ? null : { zh: found.pausedByZh, en: found.pausedByEn ?? '' },
        }
      : null,
    // The sandbox's world is generated anew at will; only a real tenant's data can be lost.
    embedded: embedded && !sandbox,
  };
}

/** Whole percent, never 100 before all is there. */
function percentOf(done: number, total: number | null): number {
  if (total === null || total <= 0) return 0;
  return Math.min(99, Math.floor((100 * done) / total));
}
