import 'server-only';
import type { Pool } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { createDatabase, createPool, type Database } from '@/lib/server/db/pool';

export type TestDatabase = { readonly db: Database; readonly pool: Pool; readonly url: string };

/**
 * This worker's database, migrated, and empty when the file begins. Call it once at the top of the
 * file; read its fields inside tests and hooks. Which server: `global/databases.ts`.
 */
export function testDatabase(): TestDatabase {
  let open: TestDatabase | undefined;
  const opened = () => {
    if (!open) throw new Error('The database opens before the first test; read it inside one');
    return open;
  };

  beforeAll(async () => {
    const url = inject('databaseUrls')[Number(process.env.VITEST_POOL_ID) - 1];
    if (!url) throw new Error('This worker has no database: name the file *.db.test.ts');
    const pool = createPool(url);
    open = { url, pool, db: createDatabase(pool) };
    await emptyDatabase(open);
  });
  afterAll(() => open?.pool.end());

  return {
    get db() {
      return opened().db;
    },
    get pool() {
      return opened().pool;
    },
    get url() {
      return opened().url;
    },
  };
}

/** Empties every table of ours, in one statement. */
export async function emptyDatabase({ pool }: TestDatabase): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I', tablename) as name from pg_tables
     where schemaname = 'public' and tablename <> 'schema_migrations'`,
  );
  await pool.query(`truncate ${rows.map(({ name }) => name).join(', ')} restart identity`);
}
