import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { tenantDay } from '@/lib/domain/tenant-day';
import type { Executor } from './pool';
import { apiCalls } from './schema/operations';

/** `YYYY-MM`: what a monthly number of calls is counted by. */
export const tenantMonth = (at: Date, timeZone: string): string =>
  tenantDay(at, timeZone).slice(0, 7);

/** Adds calls to the month they were made in. */
export async function addCalls(
  executor: Executor,
  month: string,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  if (counts.size === 0) return;
  await executor
    .insert(apiCalls)
    .values([...counts].map(([endpoint, calls]) => ({ month, endpoint, calls })))
    .onConflictDoUpdate({
      target: [apiCalls.month, apiCalls.endpoint],
      set: { calls: sql`${apiCalls.calls} + excluded.calls` },
    });
}

/** Calls of the month so far, by all instances, up to what is still on its way here. */
export async function countCalls(executor: Executor, month: string): Promise<number> {
  const [row] = await executor
    .select({ calls: sql<number>`coalesce(sum(${apiCalls.calls}), 0)::int` })
    .from(apiCalls)
    .where(eq(apiCalls.month, month));
  return row?.calls ?? 0;
}
