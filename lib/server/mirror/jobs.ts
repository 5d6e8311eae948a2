import 'server-only';
import { inArray } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { jobMembers, jobs } from '@/lib/server/db/schema/jobs';
import { departments } from '@/lib/server/db/schema/organisation';
import type { FeishuJob, FeishuJobTeam } from '@/lib/server/feishu/wire/jobs';
import { type Change, recordChanges } from './changes';
import { contentHash } from './content-hash';
import type { MirrorContext } from './context';
import { type BadRow, quarantineRows } from './quarantine';
import type { Tally } from './tally';
import { upsertRows } from './upsert';
import { bothNames, instantOf } from './values';

/** `team` is undefined when it could not be read: what is known of it stays. */
export type JobWithTeam = { job: FeishuJob; team: FeishuJobTeam | undefined };

const OPEN = 1;

export async function upsertJobs(
  executor: Executor,
  list: readonly JobWithTeam[],
  context: MirrorContext,
): Promise<Tally> {
  const bad: BadRow[] = [];
  const rows = list.flatMap(({ job, team }) => {
    const row = jobRow(job, team);
    if (row === undefined) bad.push({ id: job.id, fields: ['create_timestamp'] });
    return row ?? [];
  });
  await quarantineRows(executor, 'jobs', bad, context.now);
  await rememberDepartments(executor, list);
  const done = await upsertRows(executor, jobs, rows, {
    key: ['id'],
    compare: ['hash'],
    keepKnown: ['recruiterId'],
  });
  const changed = new Set([...done.added, ...done.updated]);
  await replaceMembers(
    executor,
    list.flatMap(({ job, team }) => (team && changed.has(job.id) ? [{ jobId: job.id, team }] : [])),
  );
  const changes = (ids: string[], change: Change['change']): Change[] =>
    ids.map((entityId) => ({ entity: 'job', entityId, change }));
  await recordChanges(
    executor,
    [...changes(done.added, 'added'), ...changes(done.updated, 'updated')],
    context.now,
    context.actor,
  );
  return done.tally;
}

function jobRow(job: FeishuJob, team: FeishuJobTeam | undefined) {
  const createdAt = instantOf(job.create_timestamp ?? job.update_timestamp);
  if (createdAt === null) return undefined;
  return {
    id: job.id,
    code: job.code ?? '',
    title: job.title,
    description: job.description ?? '',
    requirement: job.requirement ?? '',
    departmentId: job.department?.id ?? null,
    cities: (job.city_list ?? []).map((city) => {
      const { nameZh, nameEn } = bothNames(city.name?.zh_cn, city.name?.en_us);
      return { code: city.code ?? '', zh: nameZh, en: nameEn };
    }),
    processId: job.process_id ?? null,
    processType: job.process_type ?? 1,
    recruitmentTypeZh: job.recruitment_type?.zh_name ?? null,
    recruitmentTypeEn: job.recruitment_type?.en_name ?? null,
    categoryZh: job.job_category?.zh_name ?? null,
    categoryEn: job.job_category?.en_name ?? null,
    minLevel: job.min_job_level?.zh_name ?? null,
    maxLevel: job.max_job_level?.zh_name ?? null,
    minSalary: job.min_salary ?? null,
    maxSalary: job.max_salary ?? null,
    headCount: job.head_count ?? null,
    open: job.active_status === OPEN,
    createdAt,
    updatedAt: instantOf(job.update_timestamp) ?? createdAt,
    expiresAt: instantOf(job.expiry_timestamp),
    recruiterId: team?.recruiter_id ?? null,
    hash: contentHash({ job, team }),
  };
}

/** Jobs name their department, so lists read right without the directory's scope. */
async function rememberDepartments(
  executor: Executor,
  list: readonly JobWithTeam[],
): Promise<void> {
  const rows = list.flatMap(({ job: { department } }) =>
    department && (department.zh_name || department.en_name)
      ? { id: department.id, ...bothNames(department.zh_name, department.en_name) }
      : [],
  );
  await upsertRows(executor, departments, rows, { key: ['id'] });
}

async function replaceMembers(
  executor: Executor,
  teams: readonly { jobId: string; team: FeishuJobTeam }[],
): Promise<void> {
  if (teams.length === 0) return;
  await executor.delete(jobMembers).where(
    inArray(
      jobMembers.jobId,
      teams.map(({ jobId }) => jobId),
    ),
  );
  const rows = teams.flatMap(({ jobId, team }) => [
    ...(team.recruiter_id
      ? [{ jobId, openId: team.recruiter_id, role: 'recruiter' as const }]
      : []),
    ...(team.assistant_id_list ?? []).map((openId) => ({
      jobId,
      openId,
      role: 'assistant' as const,
    })),
    ...(team.hiring_manager_id_list ?? []).map((openId) => ({
      jobId,
      openId,
      role: 'manager' as const,
    })),
  ]);
  if (rows.length > 0) await executor.insert(jobMembers).values(rows).onConflictDoNothing();
}
