import 'server-only';
import { asc, count, eq, type SQL, sql } from 'drizzle-orm';
import type { PersonRef } from '@/lib/domain/common';
import { jobHealth } from '@/lib/domain/job-health';
import type { JobRowDto, StepCounts } from '@/lib/domain/jobs';
import { DAY_MS } from '@/lib/domain/stale';
import { allOf, stale } from '@/lib/server/db/application-query';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import { jobs } from '@/lib/server/db/schema/jobs';
import { departments, people } from '@/lib/server/db/schema/organisation';
import { type Scope, visibleApplications, visibleJobs } from '@/lib/server/db/scope';
import { localized, personRef } from '@/lib/server/services/names';

export type JobRow = {
  row: JobRowDto;
  ended: number;
  assistants: PersonRef[];
  /** Codes of `row.cities`, in the same order. */
  cityCodes: string[];
};

/** The jobs a scope may open, newest first, with their counts; two queries however many. */
export async function readJobRows(
  scope: Scope,
  { db, now }: ReadContext,
  only: { jobId?: string } = {},
): Promise<JobRow[]> {
  const [found, tallies] = await Promise.all([
    selectJobs(db, allOf(visibleJobs(scope), only.jobId ? eq(jobs.id, only.jobId) : undefined)),
    selectTallies(
      db,
      now,
      allOf(
        visibleApplications(scope),
        only.jobId ? eq(applications.jobId, only.jobId) : undefined,
      ),
    ),
  ]);
  const ofJob = new Map<string, Tally[]>(found.map(({ id }) => [id, []]));
  for (const tally of tallies) ofJob.get(tally.jobId)?.push(tally);
  return found.map((job) => toJobRow(job, ofJob.get(job.id) ?? [], now));
}

type Member = {
  openId: string;
  role: 'manager' | 'assistant';
  zh: string | null;
  en: string | null;
};

function selectJobs(db: ReadContext['db'], where: SQL) {
  return db
    .select({
      id: jobs.id,
      code: jobs.code,
      title: jobs.title,
      processType: jobs.processType,
      open: jobs.open,
      departmentId: jobs.departmentId,
      departmentZh: departments.nameZh,
      departmentEn: departments.nameEn,
      cities: jobs.cities,
      recruiterId: jobs.recruiterId,
      recruiterZh: people.nameZh,
      recruiterEn: people.nameEn,
      headCount: jobs.headCount,
      createdAt: jobs.createdAt,
      members: sql<Member[] | null>`(
        select json_agg(json_build_object('openId', m.open_id, 'role', m.role,
          'zh', p.name_zh, 'en', p.name_en) order by m.open_id)
        from job_members m
        left join lateral (
          select name_zh, name_en from people where people.open_id = m.open_id limit 1
        ) p on true
        where m.job_id = ${jobs.id} and m.role <> 'recruiter')`,
    })
    .from(jobs)
    .leftJoin(departments, eq(departments.id, jobs.departmentId))
    .leftJoin(people, eq(people.openId, jobs.recruiterId))
    .where(where)
    .orderBy(sql`${jobs.createdAt} desc`, asc(jobs.id));
}

function selectTallies(db: ReadContext['db'], now: Date, where: SQL) {
  return db
    .select({
      jobId: applications.jobId,
      outcome: applications.outcome,
      step: applications.step,
      total: count(),
      stale: sql<number>`count(*) filter (where ${stale(now)})`.mapWith(Number),
    })
    .from(applications)
    .where(where)
    .groupBy(applications.jobId, applications.outcome, applications.step);
}

type Found = Awaited<ReturnType<typeof selectJobs>>[number];
type Tally = Awaited<ReturnType<typeof selectTallies>>[number];

function toJobRow(job: Found, tallies: readonly Tally[], now: Date): JobRow {
  const sum = (of: (tally: Tally) => boolean, value: 'total' | 'stale' = 'total') =>
    tallies.reduce((total, tally) => (of(tally) ? total + tally[value] : total), 0);
  const activeAt = (step: number) => sum((t) => t.outcome === 'active' && t.step === step);
  const active = sum((t) => t.outcome === 'active');
  const hired = sum((t) => t.outcome === 'hired');
  const counts: StepCounts = [
    activeAt(1),
    activeAt(2),
    activeAt(3),
    activeAt(4),
    activeAt(5),
    activeAt(6),
    hired,
  ];
  const ageDays = Math.max(0, Math.floor((now.getTime() - job.createdAt.getTime()) / DAY_MS));
  const people = (role: Member['role']) =>
    (job.members ?? [])
      .filter((member) => member.role === role)
      .flatMap((member) => personRef(member.openId, member.zh, member.en) ?? []);
  return {
    row: {
      id: job.id,
      code: job.code,
      title: job.title,
      type: job.processType === 2 ? 'campus' : 'social',
      open: job.open,
      department: job.departmentId
        ? {
            id: job.departmentId,
            name: localized(job.departmentZh, job.departmentEn) ?? {
              zh: job.departmentId,
              en: job.departmentId,
            },
          }
        : null,
      cities: job.cities.map(({ zh, en }) => localized(zh, en) ?? { zh: '', en: '' }),
      recruiter: personRef(job.recruiterId, job.recruiterZh, job.recruiterEn),
      managers: people('manager'),
      headCount: job.headCount,
      hired,
      active,
      counts,
      createdAt: job.createdAt.toISOString(),
      ageDays,
      health: jobHealth({
        open: job.open,
        headCount: job.headCount,
        hired,
        active,
        stale: sum((t) => t.outcome === 'active', 'stale'),
        ageDays,
      }),
    },
    ended: sum((t) => t.outcome === 'ended'),
    assistants: people('assistant'),
    cityCodes: job.cities.map(({ code }) => code),
  };
}
