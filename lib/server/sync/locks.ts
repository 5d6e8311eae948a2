import 'server-only';
import { LOCKED, storeLocks } from '@/lib/server/mirror/locks';
import { listIds } from './id-lists';
import type { SyncRun } from './run';

/**
 * Whose talent is locked, and by which of their applications: two id lists, for bodies do not say
 * it. Without it a move that Feishu will refuse looks as good as any other.
 */
export async function readLocks(run: SyncRun): Promise<void> {
  for (const status of LOCKED) {
    const ids = await listIds(run, { active: 'active', lockStatus: [status] });
    await run.commit((tx, context) => storeLocks(tx, status, ids, context.now));
  }
}
