import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { notFound } from '@/lib/domain/app-error';
import { JobDto } from '@/lib/domain/jobs';
import { stepAt } from '@/lib/domain/steps';
import type { ReadContext } from '@/lib/server/db/read-context';
import { jobs } from '@/lib/server/db/schema/jobs';
import { processes, stages } from '@/lib/server/db/schema/organisation';
import { recruitsFor, type Scope } from '@/lib/server/db/scope';
import { localized } from '@/lib/server/services/names';
import { readContext } from '@/lib/server/services/read-context';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';
import { readJobRows } from './read-job-rows';

/**
 * One job with its text, process and team. Pay is for those who recruit for it (PRODUCT section 1).
 * @throws AppError NOT_FOUND outside the scope too
 */
export async function getJob(
  scope: Scope,
  jobId: string,
  read: ReadContext = readContext(),
): Promise<JobDto> {
  const [[job], details, sync] = await Promise.all([
    readJobRows(scope, read, { jobId }),
    readDetails(read.db, jobId),
    getSyncNote(),
  ]);
  const detail = details[0]?.job;
  if (!job || !detail) throw notFound('job');
  const process = details[0]?.process;
  const { minSalary, maxSalary } = detail;
  return JobDto.parse({
    ...job.row,
    description: detail.description,
    requirement: detail.requirement,
    process: process && {
      id: process.id,
      name: localized(process.nameZh, process.nameEn) ?? { zh: '', en: '' },
      stages: details.flatMap(({ stage }) =>
        stage
          ? {
              id: stage.id,
              name: localized(stage.nameZh, stage.nameEn) ?? { zh: '', en: '' },
              type: stage.type,
              step: stepAt(stage.step),
            }
          : [],
      ),
    },
    assistants: job.assistants,
    recruitmentType: localized(detail.recruitmentTypeZh, detail.recruitmentTypeEn),
    category: localized(detail.categoryZh, detail.categoryEn),
    level:
      detail.minLevel || detail.maxLevel
        ? { min: detail.minLevel ?? '', max: detail.maxLevel ?? '' }
        : null,
    salary:
      recruitsFor(scope, jobId) && minSalary !== null && maxSalary !== null
        ? { min: minSalary, max: maxSalary }
        : null,
    updatedAt: detail.updatedAt.toISOString(),
    expiresAt: detail.expiresAt?.toISOString() ?? null,
    ended: job.ended,
    mayMove: recruitsFor(scope, jobId),
    sync,
  });
}

/** The job with its process, a row a stage in the order of the process. */
function readDetails(db: ReadContext['db'], jobId: string) {
  return db
    .select({ job: jobs, process: processes, stage: stages })
    .from(jobs)
    .leftJoin(processes, eq(processes.id, jobs.processId))
    .leftJoin(stages, eq(stages.processId, jobs.processId))
    .where(eq(jobs.id, jobId))
    .orderBy(asc(stages.ordinal));
}
