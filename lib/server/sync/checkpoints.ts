import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { SyncKind } from '@/lib/domain/settings';
import type { Executor } from '@/lib/server/db/pool';
import { mirrorState, syncCheckpoints } from '@/lib/server/db/schema/operations';
import { emptyTally, sumTallies, type Tally } from '@/lib/server/mirror/tally';
import type { Failure } from './failures';
import { SKEW_MS } from './settings';

export type Checkpoint = typeof syncCheckpoints.$inferSelect;
/** Where a walk stands; what is in it is the lane's own affair. */
export type Cursor = Record<string, unknown>;

/** Somebody else moved the checkpoint: two runs of one kind, of which this one must stop. */
export class CheckpointConflict extends Error {
  override readonly name = 'CheckpointConflict';
}

export async function loadCheckpoint(executor: Executor, kind: SyncKind): Promise<Checkpoint> {
  await executor.insert(syncCheckpoints).values({ kind }).onConflictDoNothing();
  const [row] = await executor.select().from(syncCheckpoints).where(eq(syncCheckpoints.kind, kind));
  if (!row) throw new CheckpointConflict(`The checkpoint ${kind} is gone`);
  return row;
}

export const listCheckpoints = (executor: Executor): Promise<Checkpoint[]> =>
  executor.select().from(syncCheckpoints);

/** A walk begins, or goes on where it stood. */
export async function beginWalk(
  executor: Executor,
  checkpoint: Checkpoint,
  total: number | null,
  now: Date,
): Promise<Checkpoint> {
  const fresh = checkpoint.state === 'waiting';
  return change(executor, checkpoint, {
    state: 'running',
    // What changes from here on is the incremental reads' to find, also before this walk ends.
    ...(!checkpoint.watermark && { watermark: new Date(now.getTime() - SKEW_MS) }),
    ...(fresh && { cursor: {}, done: 0, summary: emptyTally() }),
    ...(total !== null && { total }),
  });
}

/** One page is stored: in the page's own transaction. */
export async function advanceWalk(
  executor: Executor,
  checkpoint: Checkpoint,
  page: { cursor: Cursor; done: number; tally: Tally },
): Promise<Checkpoint> {
  return change(executor, checkpoint, {
    cursor: page.cursor,
    done: checkpoint.done + page.done,
    summary: sumTallies(checkpoint.summary ?? emptyTally(), page.tally),
  });
}

export async function endWalk(
  executor: Executor,
  checkpoint: Checkpoint,
  now: Date,
): Promise<Checkpoint> {
  return change(executor, checkpoint, {
    state: 'done',
    cursor: {},
    total: checkpoint.total === null ? null : checkpoint.done,
    lastSuccessAt: now,
    lastErrorCode: null,
    lastErrorLogId: null,
    lastErrorAt: null,
  });
}

async function change(
  executor: Executor,
  checkpoint: Checkpoint,
  set: Partial<Checkpoint>,
): Promise<Checkpoint> {
  const [row] = await executor
    .update(syncCheckpoints)
    .set({ ...set, version: checkpoint.version + 1 })
    .where(
      and(
        eq(syncCheckpoints.kind, checkpoint.kind),
        eq(syncCheckpoints.version, checkpoint.version),
      ),
    )
    .returning();
  if (!row) throw new CheckpointConflict(`The checkpoint ${checkpoint.kind} was moved elsewhere`);
  return row;
}

/** `walk`: the first or a repeated full read failed. An incremental failure leaves `done` as it is. */
export async function noteFailure(
  executor: Executor,
  kind: SyncKind,
  failure: Failure,
  now: Date,
  walk: boolean,
): Promise<void> {
  await executor
    .update(syncCheckpoints)
    .set({
      ...(walk && { state: 'failed' as const }),
      lastErrorCode: failure.code,
      lastErrorLogId: failure.logId ?? null,
      lastErrorAt: now,
    })
    .where(eq(syncCheckpoints.kind, kind));
}

/** An incremental read of this kind came through. */
export async function noteSuccess(
  executor: Executor,
  kind: SyncKind,
  now: Date,
  watermark?: Date,
): Promise<void> {
  await executor
    .update(syncCheckpoints)
    .set({
      lastSuccessAt: now,
      lastErrorCode: null,
      lastErrorLogId: null,
      lastErrorAt: null,
      ...(watermark && { watermark }),
    })
    .where(eq(syncCheckpoints.kind, kind));
}

/** Everything is to be read again; what is here stays on screen meanwhile. */
export async function requestFullRead(executor: Executor): Promise<void> {
  await executor
    .update(syncCheckpoints)
    .set({ state: 'waiting', version: sql`${syncCheckpoints.version} + 1` });
}

/** When Feishu was last heard. */
export async function noteContact(executor: Executor, now: Date): Promise<void> {
  await executor.update(mirrorState).set({ lastSuccessAt: now }).where(eq(mirrorState.id, 1));
}
