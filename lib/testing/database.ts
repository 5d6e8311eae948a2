import 'server-only';
import { randomBytes } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { migrate } from '@/lib/server/db/migrate';
import { type Database, POOL_SIZE } from '@/lib/server/db/pool';
import { runtime } from '@/lib/server/runtime';

export type TestDatabase = { readonly db: Database; readonly pool: Pool; readonly url: string };

type Server = { url: string; stop: () => Promise<void> };

/**
 * A migrated, empty database for one test file: embedded and in memory, or a fresh one on the
 * PostgreSQL that TEST_DATABASE_URL names. `runtime()` speaks to it, so services need no other
 * preparation. Call it once at the top of the file; read its fields inside tests and hooks.
 */
export function useDatabase(): TestDatabase {
  let open: (TestDatabase & { server: Server }) | undefined;
  const opened = () => {
    if (!open) throw new Error('The database opens before the first test; read it inside one');
    return open;
  };

  beforeAll(async () => {
    const server = await (process.env.TEST_DATABASE_URL
      ? freshDatabase(process.env.TEST_DATABASE_URL)
      : embeddedDatabase());
    await migrate(server.url);
    Object.assign(process.env, {
      EMBEDDED_DATABASE_URL: server.url,
      NEXTAUTH_SECRET: 'a secret of at least thirty-two bytes',
      DATA_KEY: 'a data key of at least thirty-two bytes',
    });
    const { pool, db } = runtime();
    open = { url: server.url, pool, db, server };
  });
  afterAll(async () => {
    await open?.pool.end();
    await open?.server.stop();
  });

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

async function embeddedDatabase(): Promise<Server> {
  const [{ PGlite }, { pg_trgm }, { PGLiteSocketServer }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite-socket'),
  ]);
  const database = await PGlite.create({ dataDir: 'memory://', extensions: { pg_trgm } });
  const server = new PGLiteSocketServer({ db: database, port: 0, maxConnections: POOL_SIZE + 4 });
  await server.start();
  return {
    url: `postgres://postgres@${server.getServerConn()}/postgres`,
    stop: async () => {
      await server.stop();
      await database.close();
    },
  };
}

async function freshDatabase(adminUrl: string): Promise<Server> {
  const name = `hire_test_${randomBytes(6).toString('hex')}`;
  await onServer(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    stop: () => onServer(adminUrl, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
