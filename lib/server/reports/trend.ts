import 'server-only';
import { and, count, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { ReportQuery, TrendDto } from '@/lib/domain/reports';
import { addDays, tenantDay, weekStart, weeksBetween } from '@/lib/domain/tenant-day';
import { dayStart } from '@/lib/server/db/application-query';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import type { Scope } from '@/lib/server/db/scope';
import { cohort } from './cohort';

const WEEKS = 26;
const MOST_WEEKS = 260;

/**
 * Activity by ISO week of the tenant's calendar: applications created, and people hired, in it. The
 * weeks are whole ones, those the period touches; the last 26 without a period, 260 at most.
 */
export async function readTrend(
  scope: Scope,
  query: ReportQuery,
  read: ReadContext,
): Promise<TrendDto['weeks']> {
  const { from, to, ...filter } = query;
  const today = tenantDay(read.now, read.timeZone);
  const thisWeek = weekStart(today);
  const last = to && to < today ? weekStart(to) : thisWeek;
  const before = from ? weeksBetween(weekStart(from), last) : WEEKS - 1;
  const first = addDays(last, -7 * Math.min(before, MOST_WEEKS - 1));

  const inScope = cohort(filter, scope, read);
  const [created, hired] = await Promise.all([
    countByWeek(read, inScope, sql`${applications.createdAt}`, first, last),
    countByWeek(read, inScope, sql`${applications.hiredAt}`, first, last),
  ]);
  const weeks: TrendDto['weeks'] = [];
  for (let start = first; start <= last; start = addDays(start, 7)) {
    weeks.push({
      start,
      created: created.get(start) ?? 0,
      hired: hired.get(start) ?? 0,
      partial: start === thisWeek,
    });
  }
  return weeks;
}

async function countByWeek(
  { db, timeZone }: ReadContext,
  where: SQL,
  at: SQL,
  first: string,
  last: string,
): Promise<Map<string, number>> {
  const week = sql<string>`to_char(date_trunc('week', ${at} at time zone ${timeZone}), 'YYYY-MM-DD')`;
  const found = await db
    .select({ week, count: count() })
    .from(applications)
    .where(
      and(
        where,
        isNotNull(at),
        gte(at, dayStart(first, timeZone)),
        lt(at, dayStart(last, timeZone, 7)),
      ),
    )
    .groupBy(sql`1`);
  return new Map(found.map((row) => [row.week, row.count]));
}
