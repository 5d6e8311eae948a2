import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { ReportQuery } from '@/lib/domain/reports';
import { applicationConditions } from '@/lib/server/db/application-query';
import type { QueryContext } from '@/lib/server/db/read-context';
import { applications, stageVisits } from '@/lib/server/db/schema/applications';
import type { Scope } from '@/lib/server/db/scope';

/**
 * The applications a report is about, whatever became of them: created in the period, under the
 * filter. The list of `{...query, status: 'all', reached: 'screen'}` has exactly these rows.
 */
export function cohort(query: ReportQuery, scope: Scope, context: QueryContext): SQL {
  return applicationConditions({ ...query, status: 'all', reached: 'screen' }, scope, context);
}

/** Length of an interval in days of 24 hours; `extract` would compute in slow decimals. */
export const days = (interval: SQL): SQL => sql`(date_part('epoch', ${interval}) / 86400)`;

/** When a visit was over: left, or ended there; null while it lasts and for the joined. */
const over = sql`coalesce(${stageVisits.exitedAt},
  case when ${applications.outcome} = 'ended' then ${applications.endedAt} end)`;

/** Days a completed visit lasted, on `stage_visits` joined with `applications`; else null. */
export const visitDays = sql`case when ${over} >= ${stageVisits.enteredAt}
  then ${days(sql`${over} - ${stageVisits.enteredAt}`)} end`;

/** The visit's end is a time at the latest: Feishu tells none for an ending we did not see. */
export const endEstimated = sql`(${stageVisits.exitedAt} is null
  and ${applications.endedPrecision} = 'latest')`;
