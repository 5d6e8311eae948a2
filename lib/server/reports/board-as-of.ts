import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { applicationHistory } from '@/lib/server/db/schema/history';
import { type Scope, seesJob } from '@/lib/server/db/scope';

export type PastColumn = {
  stageId: string | null;
  active: number;
  hired: number;
  ended: number;
  /** Of all these, those whose time is the latest it can have been. */
  inexact: number;
};

/**
 * A job's board as of a past moment: of each application its last state up to then (PRODUCT section
 * 4). From Feishu's own times of stages and from what was seen here; what was deleted is known
 * until it was missed.
 */
export async function boardAsOf(
  db: Executor,
  scope: Scope,
  jobId: string,
  moment: Date,
): Promise<PastColumn[]> {
  const visible =
    scope.kind === 'everything' || seesJob(scope, jobId)
      ? sql`true`
      : sql`application_id = any(${sql.param([...scope.assignedIds])}::text[])`;
  const { rows } = await db.execute<PastColumn>(sql`
    with there as (
      select distinct on (h.application_id) h.*
        from ${applicationHistory} h
       where h.at <= ${moment.toISOString()}::timestamptz
         and h.application_id in (
               select application_id from ${applicationHistory} where job_id = ${jobId})
       order by h.application_id, h.at desc, h.seq desc)
    select stage_id as "stageId",
           (count(*) filter (where outcome = 'active'))::int as active,
           (count(*) filter (where outcome = 'hired'))::int as hired,
           (count(*) filter (where outcome = 'ended'))::int as ended,
           (count(*) filter (where not exact))::int as inexact
      from there
     where job_id = ${jobId} and outcome <> 'deleted' and ${visible}
     group by stage_id order by stage_id`);
  return rows;
}
