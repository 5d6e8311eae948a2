import 'server-only';
import { sql } from 'drizzle-orm';
import { AppError } from '@/lib/domain/app-error';
import type { ReadAgainDto } from '@/lib/domain/settings';
import { env } from '@/lib/server/base/env';
import type { Actor } from '@/lib/server/db/actor';
import { syncCheckpoints } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import { ACTIONS, audit, type RequestFacts } from '@/lib/server/services/audit';
import { requestFullRead } from '@/lib/server/sync/checkpoints';
import { fullReadCost, type RecordCounts } from './full-read-cost';
import { readMonth } from './get-calls';

/** What reading everything again would take, told before anybody asks for it. */
export async function getReadAgainCost(): Promise<ReadAgainDto> {
  const { db } = runtime();
  const [{ rows }, month] = await Promise.all([
    db.execute<RecordCounts>(sql`
      select (select count(*)::int from jobs) as jobs,
             (select count(*)::int from applications) as applications,
             (select count(*)::int from talents) as talents,
             (select count(*)::int from evaluations) as evaluations,
             (select count(*)::int from interviews) as interviews,
             (select count(*)::int from applications where furthest_step >= 5) as late`),
    readMonth(db),
  ]);
  const [counts] = rows;
  if (!counts) throw new Error('A query of counts answered no row');
  return {
    applications: counts.applications,
    ...fullReadCost(counts, env().FEISHU_LIMITS_SCALE),
    budgetLeft: month.budget === null ? null : Math.max(0, month.budget - month.calls),
  };
}

/**
 * Has everything read again; what is here stays on screen and is replaced as it comes in.
 * @throws AppError CONFLICT while a read is under way: it would begin anew without an end
 */
export async function readAgain(actor: Actor, facts: RequestFacts): Promise<void> {
  const { db } = runtime();
  await db.transaction(async (tx) => {
    const kinds = await tx.select().from(syncCheckpoints).for('update');
    if (
      kinds.length === 0 ||
      kinds.some(({ state }) => state === 'running' || state === 'waiting')
    ) {
      throw new AppError('CONFLICT', 'A full read is under way', { reason: 'READING' });
    }
    await requestFullRead(tx);
    await audit(tx, {
      ...facts,
      actorOpenId: actor.openId,
      action: ACTIONS.readAgain,
      entity: 'sync',
      entityId: 'all',
    });
  });
  runtime().wakeSync?.();
}
