import 'server-only';
import { sql } from 'drizzle-orm';
import { isDeadNeighbour, newProcessName } from '@/lib/server/base/process-name';
import type { Database, Executor } from '@/lib/server/db/pool';
import { leases } from '@/lib/server/db/schema/operations';

/** One holder at a time, each with a higher number than all before. */
export type Lease = { name: string; holder: string; fence: number };

export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

/** With the time until somebody asks for it again, under the 30 s a takeover may take. */
export const LEASE_TTL_MS = 24_000;
export const LEASE_RENEW_MS = 8_000;

/** Two starts never share a lease. */
export const newHolder = newProcessName;

/**
 * Takes the lease if nobody holds it, or undefined. Times are the database's clock. A holder of
 * this machine whose process is gone does not have to be waited out.
 */
export async function acquireLease(
  db: Database,
  name: string,
  holder: string,
  ttlMs = LEASE_TTL_MS,
): Promise<Lease | undefined> {
  const seen = await db.execute<{ holder: string }>(
    sql`select holder from ${leases} where name = ${name}`,
  );
  const present = seen.rows[0]?.holder;
  const dead = present !== undefined && isDeadNeighbour(present) ? present : null;
  const { rows } = await db.execute<{ fence: string }>(sql`
    insert into ${leases} (name, holder, fence, expires_at)
    values (${name}, ${holder}, 1, ${inMs(ttlMs)})
    on conflict (name) do update
       set holder = excluded.holder, fence = leases.fence + 1, expires_at = excluded.expires_at
     where leases.expires_at <= clock_timestamp() or leases.holder = ${dead}::text
    returning fence`);
  const [row] = rows;
  return row && { name, holder, fence: Number(row.fence) };
}

/** False when somebody else has taken it. */
export async function renewLease(db: Database, lease: Lease, ttlMs = LEASE_TTL_MS) {
  const { rowCount } = await db.execute(sql`
    update ${leases} set expires_at = ${inMs(ttlMs)}
     where name = ${lease.name} and holder = ${lease.holder} and fence = ${lease.fence}`);
  return rowCount === 1;
}

/** Ends it now, so that the next holder need not wait; the number stays used. */
export async function releaseLease(db: Database, lease: Lease): Promise<void> {
  await db.execute(sql`
    update ${leases} set expires_at = clock_timestamp()
     where name = ${lease.name} and holder = ${lease.holder} and fence = ${lease.fence}`);
}

/**
 * To be called inside each transaction that writes under the lease: a stale holder's commit fails.
 * @throws LeaseLostError
 */
export async function assertLease(executor: Executor, lease: Lease): Promise<void> {
  const { rowCount } = await executor.execute(sql`
    select 1 from ${leases} where name = ${lease.name} and holder = ${lease.holder}
       and fence = ${lease.fence} for share`);
  if (rowCount !== 1) throw new LeaseLostError(`The lease ${lease.name} has another holder now`);
}

const inMs = (ms: number) => sql`clock_timestamp() + ${ms} * interval '1 millisecond'`;
