import 'server-only';
import { isNotNull } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { mirrorState } from '@/lib/server/db/schema/operations';
import type { SyncDeps } from './deps';

/** Somebody paused the reading in Settings; it goes on from its checkpoints once they resume it. */
export class PausedError extends Error {
  override readonly name = 'PausedError';
}

/** Whichever instance was asked to pause, the one that reads stops so soon. */
const LOOK_EVERY_MS = 2_000;

export async function isPaused(db: Executor): Promise<boolean> {
  const found = await db
    .select({ id: mirrorState.id })
    .from(mirrorState)
    .where(isNotNull(mirrorState.pausedAt));
  return found.length > 0;
}

/** Tells once that the reading is paused; ends with the signal. */
export async function watchPause(
  { db, clock, log }: SyncDeps,
  signal: AbortSignal,
  onPause: () => void,
): Promise<void> {
  while (!signal.aborted) {
    await clock.sleep(LOOK_EVERY_MS, signal).catch(() => undefined);
    if (signal.aborted) return;
    const paused = await isPaused(db).catch((error: unknown) => {
      log.warn({ err: error }, 'Whether the reading is paused could not be asked');
      return false;
    });
    if (paused) return onPause();
  }
}
