import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { offsetPage, updateWindow } from '@/sandbox/platform/paging';
import type { JobConfig } from '@/sandbox/world/records/job-configs';
import { requirementsOfJob } from '@/sandbox/world/records/job-requirements';
import type { Job } from '@/sandbox/world/types';
import { configShape } from './job-config-shape';
import { jobAddresses, jobBasics, jobBody, jobRow, jobTeam } from './job-shapes';

/** Newest update first. A company has few jobs, so they are sorted when asked for. */
function jobsInWindow(call: Call): Job[] {
  const { from, to } = updateWindow(call);
  return [...call.world.jobs.values()]
    .filter((job) => job.updatedAt >= from && job.updatedAt <= to)
    .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1));
}

function jobDetail(call: Call, job: Job) {
  const config = call.world.jobConfigs.get(job.id);
  const people = (ids: readonly string[]) => ids.flatMap((id) => call.ids.userWithName(id) ?? []);
  return {
    basic_info: jobBasics(call, job),
    recruiter: call.ids.userWithName(job.recruiterId),
    assistant_list: people(job.assistantIds),
    hiring_manager_list: people(job.managerIds),
    job_requirement_list: requirementsOfJob(call.world, job.id).map((requirement) => ({
      id: requirement.id,
      short_code: requirement.shortCode,
      name: requirement.name,
      department_id:
        requirement.departmentId === null
          ? undefined
          : call.ids.department(requirement.departmentId),
    })),
    address_list: jobAddresses(call, job),
    job_config: config ? detailedConfig(call, job, config) : undefined,
    storefront_list: [],
    tag_list: [],
  };
}

/** `recruitment_type` ids of internships, CONTRACT section 4. */
const INTERNSHIPS = ['202', '301'];

/** get_detail has the requirements beside the settings, and no application form of career sites. */
function detailedConfig(call: Call, job: Job, config: JobConfig) {
  const {
    id: _,
    job_requirement_list: __,
    portal_website_apply_form_schema_info: ___,
    ...shape
  } = configShape(call, job, config);
  const isInternship = INTERNSHIPS.includes(job.recruitmentTypeId);
  return {
    ...shape,
    internship_offer_apply_schema: isInternship ? shape.offer_apply_schema : undefined,
  };
}

/** The job of the path. Pages that print no code of their own for an absent one answer by switch. */
export function jobOf(call: Call): Job {
  const code = call.endpoint.errors.has(1002601) ? 1002601 : call.switches.absentJobCode;
  return call.found(call.world.jobs.get(call.param('job_id')), code);
}

export const jobHandlers: Handlers = {
  'hire.v1.job.list': (call) => offsetPage(call, jobsInWindow(call), (job) => jobRow(call, job)),

  'hire.v1.job.get': (call) => ({ job: jobBody(call, jobOf(call)) }),

  'hire.v1.job.getDetail': (call) => ({ job_detail: jobDetail(call, jobOf(call)) }),

  'hire.v1.job.recruiter': (call) => ({ info: jobTeam(call, jobOf(call)) }),

  'hire.v1.jobManager.get': (call) => {
    const job = jobOf(call);
    // The page asks for the job's id in both places.
    if (call.param('manager_id') !== job.id) throw new Refusal(1002002);
    return { info: jobTeam(call, job) };
  },
};
