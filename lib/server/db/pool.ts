import 'server-only';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { createSignal, type Signal } from '@/lib/server/base/signal';

export type Database = NodePgDatabase<Record<string, never>> & {
  /** Fires after each commit to the mirror through this handle. */
  readonly mirrored: Signal;
};
/** What a function needs that must run inside somebody's transaction, or may. */
export type Executor = Database | Parameters<Parameters<Database['transaction']>[0]>[0];

/** Connections all pools of one process hold at most; the embedded server allows as many. */
export const POOL_SIZE = 8;

/**
 * A process that hangs in a transaction holds rows that others wait for, the lease among them. No
 * transaction of ours waits for anything but the database. The embedded one has its own such limit.
 */
const IDLE_IN_TRANSACTION_MS = 10_000;

export function createPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    allowExitOnIdle: true,
  });
  // A dropped connection is replaced by the pool, and whoever was using it is told by the next
  // query; without a listener, idle or between two statements, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function createDatabase(pool: Pool): Database {
  return Object.assign(drizzle({ client: pool, casing: 'snake_case' }), {
    mirrored: createSignal(),
  });
}
