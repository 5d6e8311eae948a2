import 'server-only';
import { and, isNull, lt, max } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { changes } from '@/lib/server/db/schema/operations';

export type ChangedEntity = 'application' | 'talent' | 'job';
export type Change = {
  entity: ChangedEntity;
  entityId: string;
  change: 'added' | 'updated' | 'deleted';
  /** What of it: `stage`, `evaluation`, `interview` …; never personal data. */
  detail?: Record<string, unknown>;
};

const BATCH = 500;

/** Tells live screens, in order, what changed; `actor` is null when it was done in Feishu. */
export async function recordChanges(
  executor: Executor,
  list: readonly Change[],
  at: Date,
  actor: string | null = null,
): Promise<void> {
  for (let start = 0; start < list.length; start += BATCH) {
    await executor.insert(changes).values(
      list.slice(start, start + BATCH).map(({ entity, entityId, change, detail = {} }) => ({
        at,
        entity,
        entityId,
        change,
        detail,
        actorOpenId: actor,
      })),
    );
  }
}

/** Forgets changes made in Feishu that every screen has long seen; ours stay, with who made them. */
export async function pruneChanges(executor: Executor, before: Date): Promise<void> {
  await executor.delete(changes).where(and(lt(changes.at, before), isNull(changes.actorOpenId)));
}

/** Number of the newest change: two readings that are the same mean nothing was mirrored between. */
export async function lastChange(executor: Executor): Promise<number> {
  const [row] = await executor.select({ seq: max(changes.seq) }).from(changes);
  return row?.seq ?? 0;
}
