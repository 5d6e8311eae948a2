import 'server-only';
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { ApplicationListDto } from '@/lib/domain/pipeline';
import type { Executor } from '@/lib/server/db/pool';
import { applications } from '@/lib/server/db/schema/applications';
import { jobs } from '@/lib/server/db/schema/jobs';
import { departments, people, resumeSources, stages } from '@/lib/server/db/schema/organisation';
import { type Scope, visibleApplications, visibleJobs } from '@/lib/server/db/scope';
import { localized, personRef } from '@/lib/server/services/names';

type Facets = ApplicationListDto['facets'];

export const NO_FACETS: Facets = {
  sources: [],
  departments: [],
  jobs: [],
  recruiters: [],
  stages: [],
  waitedFor: [],
};

/**
 * Jobs with applications the scope may see, their departments and recruiters, whom active ones
 * wait for; every source and stage.
 */
export async function readFacets(db: Executor, scope: Scope): Promise<Facets> {
  const [ofJobs, sources, ofProcesses, waitedFor] = await Promise.all([
    db
      .select({
        id: jobs.id,
        title: jobs.title,
        departmentId: jobs.departmentId,
        departmentZh: departments.nameZh,
        departmentEn: departments.nameEn,
        recruiterId: jobs.recruiterId,
        recruiterZh: people.nameZh,
        recruiterEn: people.nameEn,
      })
      .from(jobs)
      .leftJoin(departments, eq(departments.id, jobs.departmentId))
      .leftJoin(people, eq(people.openId, jobs.recruiterId))
      .where(or(visibleJobs(scope), assignedJobs(scope)))
      .orderBy(asc(jobs.title), asc(jobs.id)),
    db
      .select({ id: resumeSources.id, zh: resumeSources.nameZh, en: resumeSources.nameEn })
      .from(resumeSources)
      .orderBy(asc(resumeSources.id)),
    db
      .selectDistinctOn([stages.id], { id: stages.id, zh: stages.nameZh, en: stages.nameEn })
      .from(stages)
      .orderBy(asc(stages.id)),
    db
      .selectDistinct({ openId: applications.turnOpenId, zh: people.nameZh, en: people.nameEn })
      .from(applications)
      .innerJoin(people, eq(people.openId, applications.turnOpenId))
      .where(and(visibleApplications(scope), eq(applications.outcome, 'active')))
      .orderBy(asc(applications.turnOpenId)),
  ]);
  const department = new Map<string, Facets['departments'][number]>();
  const recruiter = new Map<string, Facets['recruiters'][number]>();
  for (const job of ofJobs) {
    const id = job.departmentId;
    if (id) {
      const name = localized(job.departmentZh, job.departmentEn) ?? { zh: id, en: id };
      department.set(id, { id, name });
    }
    const person = personRef(job.recruiterId, job.recruiterZh, job.recruiterEn);
    if (person) recruiter.set(person.openId, person);
  }
  return {
    sources: sources.flatMap(named),
    departments: [...department.values()],
    jobs: ofJobs.map(({ id, title }) => ({ id, title })),
    recruiters: [...recruiter.values()],
    stages: ofProcesses.flatMap(named),
    waitedFor: waitedFor.flatMap(({ openId, zh, en }) => personRef(openId, zh, en) ?? []),
  };
}

function named({ id, zh, en }: { id: string; zh: string; en: string }) {
  const name = localized(zh, en);
  return name ? [{ id, name }] : [];
}

/** Jobs of which the scope sees single applications, not the whole. */
function assignedJobs(scope: Scope): SQL | undefined {
  if (scope.kind === 'everything' || scope.assignedIds.length === 0) return undefined;
  return sql`${jobs.id} in (select ${applications.jobId} from ${applications}
    where ${inArray(applications.id, [...scope.assignedIds])})`;
}
