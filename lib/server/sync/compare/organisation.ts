import 'server-only';
import { jobMembers, jobs } from '@/lib/server/db/schema/jobs';
import { resumeSources, stages, terminationReasons } from '@/lib/server/db/schema/organisation';
import { listJobProcesses } from '@/lib/server/feishu/resources/job-processes';
import { getJobTeam, listJobs } from '@/lib/server/feishu/resources/jobs';
import { listResumeSources } from '@/lib/server/feishu/resources/resume-sources';
import { listTerminationReasons } from '@/lib/server/feishu/resources/termination-reasons';
import { groupBy } from '@/lib/server/mirror/values';
import { mapAtMost } from '@/lib/server/sync/flow';
import { all, at, type Comparison, sorted, unlessMissing } from './side';

const TEAMS_AT_ONCE = 20;
const OPEN = 1;

const stagesOf: Comparison = {
  kind: 'stages',
  keeps: true,
  async read({ db, feishu }) {
    const processes = await all((token) => listJobProcesses(feishu, token));
    const rows = await db.select().from(stages);
    return {
      feishu: new Map(
        processes.flatMap((process) =>
          process.stage_list.map((stage, ordinal) => [
            `${process.id}/${stage.id}`,
            { ordinal, type: stage.type, name: stage.zh_name || stage.en_name || '' },
          ]),
        ),
      ),
      mirror: new Map(
        rows.map(({ processId, id, ordinal, type, nameZh }) => [
          `${processId}/${id}`,
          { ordinal, type, name: nameZh },
        ]),
      ),
    };
  },
};

const sources: Comparison = {
  kind: 'resume_sources',
  keeps: true,
  async read({ db, feishu }) {
    const listed = await all((token) => listResumeSources(feishu, token));
    const rows = await db.select().from(resumeSources);
    return {
      feishu: new Map(
        listed.map((source) => [
          source.id,
          { name: source.zh_name || source.en_name || '', active: source.active_status ?? 1 },
        ]),
      ),
      mirror: new Map(rows.map(({ id, nameZh, active }) => [id, { name: nameZh, active }])),
    };
  },
};

const reasons: Comparison = {
  kind: 'termination_reasons',
  keeps: true,
  async read({ db, feishu }) {
    const listed = await all((token) => listTerminationReasons(feishu, token));
    const rows = await db.select().from(terminationReasons);
    return {
      feishu: new Map(
        listed.map((reason) => [
          reason.id,
          {
            name: reason.name?.zh_cn || reason.name?.en_us || '',
            type: reason.termination_type ?? null,
            active: reason.active_status ?? 1,
          },
        ]),
      ),
      mirror: new Map(
        rows.map(({ id, nameZh, type, active }) => [id, { name: nameZh, type, active }]),
      ),
    };
  },
};

const jobsOf: Comparison = {
  kind: 'jobs',
  async read({ db, feishu }) {
    const listed = await all((token) => listJobs(feishu, {}, token));
    const teams = await mapAtMost(listed, TEAMS_AT_ONCE, ({ id }) =>
      unlessMissing(getJobTeam(feishu, id)),
    );
    const rows = await db.select().from(jobs);
    const members = groupBy(await db.select().from(jobMembers), ({ jobId }) => jobId);
    const having = (jobId: string, role: 'assistant' | 'manager') =>
      (members.get(jobId) ?? []).filter((one) => one.role === role).map(({ openId }) => openId);
    return {
      feishu: new Map(
        listed.map((job, index) => [
          job.id,
          {
            title: job.title,
            open: job.active_status === OPEN,
            process: job.process_id ?? null,
            department: job.department?.id ?? null,
            heads: job.head_count ?? null,
            updated: job.update_timestamp ?? null,
            recruiter: teams[index]?.recruiter_id ?? null,
            assistants: sorted(teams[index]?.assistant_id_list),
            managers: sorted(teams[index]?.hiring_manager_id_list),
          },
        ]),
      ),
      mirror: new Map(
        rows.map((job) => [
          job.id,
          {
            title: job.title,
            open: job.open,
            process: job.processId,
            department: job.departmentId,
            heads: job.headCount,
            updated: at(job.updatedAt),
            recruiter: job.recruiterId,
            assistants: sorted(having(job.id, 'assistant')),
            managers: sorted(having(job.id, 'manager')),
          },
        ]),
      ),
    };
  },
};

export const ORGANISATION: Comparison[] = [stagesOf, sources, reasons, jobsOf];
