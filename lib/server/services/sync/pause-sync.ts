import 'server-only';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { AppError } from '@/lib/domain/app-error';
import type { Actor } from '@/lib/server/db/actor';
import { mirrorState } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import { ACTIONS, audit, type RequestFacts } from '@/lib/server/services/audit';
import { forgetSyncNote } from './get-sync-note';

/**
 * Stops background reading, or lets it go on; people's own actions go on either way. What is so
 * already stays as it is, with the name of whoever did it.
 * @throws AppError CONFLICT before the first read has begun: there is nothing to stop
 */
export async function pauseSync(actor: Actor, paused: boolean, facts: RequestFacts): Promise<void> {
  const { db } = runtime();
  await db.transaction(async (tx) => {
    const now = new Date();
    const changed = await tx
      .update(mirrorState)
      .set(paused ? { pausedAt: now, pausedBy: actor.openId } : { pausedAt: null, pausedBy: null })
      .where(
        and(
          eq(mirrorState.id, 1),
          paused ? isNull(mirrorState.pausedAt) : isNotNull(mirrorState.pausedAt),
        ),
      )
      .returning({ id: mirrorState.id });
    if (changed.length === 0) {
      const found = await tx.select({ id: mirrorState.id }).from(mirrorState);
      if (found.length > 0) return;
      throw new AppError('CONFLICT', 'Nothing is being read yet', { reason: 'NOT_STARTED' });
    }
    await audit(
      tx,
      {
        ...facts,
        actorOpenId: actor.openId,
        action: paused ? ACTIONS.pauseSync : ACTIONS.resumeSync,
        entity: 'sync',
        entityId: 'all',
      },
      now,
    );
  });
  forgetSyncNote();
  if (!paused) runtime().wakeSync?.();
}
