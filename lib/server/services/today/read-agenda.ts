import 'server-only';
import { and, asc, eq, gte, lt, ne, sql } from 'drizzle-orm';
import { DAY_MS } from '@/lib/domain/stale';
import { tenantDay } from '@/lib/domain/tenant-day';
import type { TodayInterviewDto } from '@/lib/domain/today';
import { dayStart } from '@/lib/server/db/application-query';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import { jobs } from '@/lib/server/db/schema/jobs';
import { interviews, offers } from '@/lib/server/db/schema/process-records';
import { talents } from '@/lib/server/db/schema/talents';
import { type Scope, visibleApplications } from '@/lib/server/db/scope';
import { shownRound } from '@/lib/server/services/interview-round';
import { personRef } from '@/lib/server/services/names';

const OFFER_SENT = 6;
const EXPIRY_DAYS = 7;

type Interviewer = { openId: string; zh: string | null; en: string | null };

/** Interviews that begin on this day of the tenant's, in order. */
export async function readInterviewsToday(
  scope: Scope,
  openId: string,
  { db, now, timeZone }: ReadContext,
): Promise<TodayInterviewDto[]> {
  const today = tenantDay(now, timeZone);
  const found = await db
    .select({
      id: interviews.id,
      applicationId: interviews.applicationId,
      name: talents.name,
      jobTitle: jobs.title,
      beginAt: interviews.beginAt,
      endAt: interviews.endAt,
      round: shownRound,
      interviewers: sql<Interviewer[] | null>`(
        select json_agg(json_build_object('openId', r.interviewer_id, 'zh', p.name_zh,
          'en', p.name_en) order by r.id)
        from interview_records r
        left join people p on p.open_id = r.interviewer_id
        where r.interview_id = ${interviews.id})`,
    })
    .from(interviews)
    .innerJoin(applications, eq(applications.id, interviews.applicationId))
    .leftJoin(talents, eq(talents.id, applications.talentId))
    .leftJoin(jobs, eq(jobs.id, applications.jobId))
    .where(
      and(
        gte(interviews.beginAt, dayStart(today, timeZone)),
        lt(interviews.beginAt, dayStart(today, timeZone, 1)),
        eq(interviews.cancelled, false),
        ne(applications.outcome, 'ended'),
        visibleApplications(scope),
      ),
    )
    .orderBy(asc(interviews.beginAt), asc(interviews.id));
  return found.map(({ beginAt, endAt, interviewers, name, jobTitle, ...interview }) => {
    const people = interviewers ?? [];
    return {
      ...interview,
      name: name ?? '',
      jobTitle: jobTitle ?? '',
      beginAt: beginAt.toISOString(),
      endAt: endAt.toISOString(),
      interviewers: people.flatMap((p) => personRef(p.openId, p.zh, p.en)?.name ?? []),
      mine: people.some((p) => p.openId === openId),
    };
  });
}

export type ExpiringOffer = { id: string; expiresAt: string };

/** Applications whose offer, the newest one, is sent and not answered and lapses in seven days. */
export async function readOffersExpiring(
  scope: Scope,
  { db, now }: ReadContext,
): Promise<ExpiringOffer[]> {
  const newest = db
    .selectDistinctOn([offers.applicationId], {
      applicationId: offers.applicationId,
      status: offers.status,
      expiresAt: offers.expiresAt,
    })
    .from(offers)
    .orderBy(offers.applicationId, sql`${offers.createdAt} desc nulls last`, asc(offers.id))
    .as('newest');
  const expiring = await db
    .select({ id: applications.id, expiresAt: newest.expiresAt })
    .from(newest)
    .innerJoin(applications, eq(applications.id, newest.applicationId))
    .where(
      and(
        eq(newest.status, OFFER_SENT),
        gte(newest.expiresAt, now),
        lt(newest.expiresAt, new Date(now.getTime() + EXPIRY_DAYS * DAY_MS)),
        eq(applications.outcome, 'active'),
        visibleApplications(scope),
      ),
    )
    .orderBy(asc(newest.expiresAt), asc(applications.id));
  return expiring.flatMap(({ id, expiresAt }) =>
    expiresAt ? [{ id, expiresAt: expiresAt.toISOString() }] : [],
  );
}
