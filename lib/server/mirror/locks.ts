import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { recordChanges } from './changes';

/** `lock_status` (CONTRACT section 4): 2 in another job, 3 in this one; 1 is free. */
export const LOCKED = [2, 3] as const;

/** `ids` are all active applications with this lock; whoever else had it is free now. */
export async function storeLocks(
  executor: Executor,
  status: (typeof LOCKED)[number],
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const list = sql`${sql.param([...ids])}::text[]`;
  const { rows } = await executor.execute<{ id: string }>(sql`
    update applications set lock_status = case when id = any(${list}) then ${status} else 1 end
     where (id = any(${list}) and lock_status is distinct from ${status})
        or (lock_status = ${status} and not id = any(${list}))
    returning id`);
  await recordChanges(
    executor,
    rows.map(({ id }) => ({
      entity: 'application',
      entityId: id,
      change: 'updated',
      detail: { what: 'lock' },
    })),
    now,
  );
}
