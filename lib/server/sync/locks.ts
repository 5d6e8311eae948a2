import 'server-only';
import { walkPages } from '@/lib/server/feishu/paging';
import { listApplicationIds } from '@/lib/server/feishu/resources/applications';
import { LOCKED, storeLocks } from '@/lib/server/mirror/locks';
import type { SyncRun } from './run';

/**
 * Whose talent is locked, and by which of their applications: two id lists, for bodies do not say
 * it. Without it a move that Feishu will refuse looks as good as any other.
 */
export async function readLocks(run: SyncRun): Promise<void> {
  for (const status of LOCKED) {
    const ids: string[] = [];
    const walk = walkPages((token) =>
      listApplicationIds(run.feishu, { active: 'active', lockStatus: [status] }, token),
    );
    for await (const page of walk) ids.push(...page.items);
    await run.commit((tx, context) => storeLocks(tx, status, ids, context.now));
  }
}
