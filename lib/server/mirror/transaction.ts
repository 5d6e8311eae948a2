import 'server-only';
import { sql } from 'drizzle-orm';
import type { Database, Executor } from '@/lib/server/db/pool';

/** Names the lock among the database's advisory locks. */
const MIRROR_WRITERS = 7_201;

/**
 * A transaction that is the only one writing to the mirror. Derived facts are read from several
 * tables: two writers at once would each derive from what the other has not committed yet.
 */
export function mirrorTransaction<T>(
  db: Database,
  write: (tx: Executor) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${MIRROR_WRITERS})`);
    return write(tx);
  });
}
