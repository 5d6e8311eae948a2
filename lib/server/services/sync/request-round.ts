import 'server-only';
import type { Actor } from '@/lib/server/db/actor';
import { runtime } from '@/lib/server/runtime';
import { ACTIONS, audit, type RequestFacts } from '@/lib/server/services/audit';

/**
 * Asks for a round of the sync now instead of at its next turn. Where another instance holds the
 * sync, its own next turn (within half a minute) has to do.
 */
export async function requestRound(actor: Actor, facts: RequestFacts): Promise<void> {
  const { db, wakeSync } = runtime();
  await audit(db, {
    ...facts,
    actorOpenId: actor.openId,
    action: ACTIONS.startSync,
    entity: 'sync',
    entityId: 'all',
  });
  wakeSync?.();
}
