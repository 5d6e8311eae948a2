import 'server-only';
import { sql } from 'drizzle-orm';
import type { Database, Executor } from '@/lib/server/db/pool';
import { mirrorState } from '@/lib/server/db/schema/operations';

/**
 * A transaction that is the only one writing to the mirror: it holds the mirror's own row. Derived
 * facts are read from several tables; two writers at once would each derive from what the other has
 * not committed yet. It also makes the numbers of the change feed appear in their order.
 */
export async function mirrorTransaction<T>(
  db: Database,
  write: (tx: Executor) => Promise<T>,
): Promise<T> {
  const result = await db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from ${mirrorState} where id = 1 for update`);
    return write(tx);
  });
  db.mirrored.fire();
  return result;
}
