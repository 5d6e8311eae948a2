import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { standardConfig } from '@/sandbox/world/job-configs';
import type { JobConfig } from '@/sandbox/world/records/job-configs';
import type { Job, Process } from '@/sandbox/world/types';
import { readJobBody } from './job-body';
import { applyForms, interviewRegistrations, onboardRegistrations } from './job-config-choices';
import { configShape } from './job-config-shape';
import { departmentOf, mayWriteJobs, peopleOf } from './job-rules';
import { jobBody, jobTeam } from './job-shapes';
import { jobOf } from './jobs';
import { isRecruitmentType } from './wire';

/** 限定长度16字节. */
const MAX_CODE_BYTES = 16;

function readCode(call: Call): string {
  const code = call.body.text('code');
  const isUsed = (text: string) => [...call.world.jobs.values()].some((job) => job.code === text);
  if (code !== undefined) {
    if (Buffer.byteLength(code) > MAX_CODE_BYTES || isUsed(code)) throw new Refusal(1002002);
    return code;
  }
  let number = 10_001 + call.world.jobs.size;
  while (isUsed(`YX${number}`)) number += 1;
  return `YX${number}`;
}

function processOf(call: Call, id: string): Process {
  return call.found(call.index.processes.get(id), 1002002);
}

/** The settings that are named when a job is made; the others are those of its kind. */
function firstConfig(call: Call, job: Job): JobConfig {
  const config = standardConfig(call.world, job.id, job.processType);
  const choose = (name: string, choices: readonly { id: string }[], otherwise: string | null) => {
    const id = call.body.text(name);
    if (id !== undefined && !choices.some((choice) => choice.id === id)) throw new Refusal(1002002);
    return id ?? otherwise;
  };
  config.interviewRegistrationId = choose(
    'interview_registration_schema_id',
    interviewRegistrations(),
    config.interviewRegistrationId,
  );
  config.onboardRegistrationId = choose(
    'onboard_registration_schema_id',
    onboardRegistrations(call.world),
    config.onboardRegistrationId,
  );
  config.applyFormId = choose(
    'portal_website_apply_form_schema_id',
    applyForms(job),
    config.applyFormId,
  );
  return config;
}

/** `combined_job_result`, as both writes print it. */
function combined(call: Call, job: Job) {
  const ad = [...call.world.advertisements.values()].find(({ jobId }) => jobId === job.id);
  return {
    default_job_post: ad ? { id: ad.id } : undefined,
    job: jobBody(call, job),
    job_manager: jobTeam(call, job),
  };
}

function created(call: Call): Job {
  const { body } = call;
  const processType = body.int('process_type') === 2 ? 2 : 1;
  const process = processOf(call, body.must('job_process_id'));
  if (process.type !== processType) throw new Refusal(1002002);
  const recruitmentTypeId = body.must('recruitment_type_id');
  if (!isRecruitmentType(recruitmentTypeId)) throw new Refusal(1002604);
  return {
    id: call.app.store.nextId('job'),
    code: readCode(call),
    title: body.must('title'),
    departmentId: departmentOf(call, body.must('department_id')),
    processId: process.id,
    processType,
    recruitmentTypeId,
    ...readJobBody(call, processType),
    open: true,
    createdAt: call.now,
    updatedAt: call.now,
    creatorId: null,
    lockTaskUntil: null,
  };
}

/** The job after a full overwrite. What may not be empty stays as it is when the body leaves it out. */
function updated(call: Call, job: Job): Job {
  const { body } = call;
  const process = processOf(call, body.text('job_process_id') ?? job.processId);
  const hasApplicants = (call.index.applicationsByJob.get(job.id) ?? []).length > 0;
  if (process.id !== job.processId && hasApplicants) throw new Refusal(1002615);
  if (process.type !== job.processType) throw new Refusal(1002002);
  const department = body.text('department_id');
  const written = readJobBody(call, job.processType);
  const changesProject = written.subjectId !== job.subjectId && hasApplicants;
  return {
    ...job,
    ...written,
    title: body.text('title') ?? job.title,
    departmentId: department === undefined ? job.departmentId : departmentOf(call, department),
    processId: process.id,
    // Applications are locked anew under the other project; that takes a while.
    lockTaskUntil: changesProject ? Math.floor(call.now + call.switches.jobLockTaskMs) : null,
  };
}

export const jobWriteHandlers: Handlers = {
  'hire.v1.job.combinedCreate': (call) => {
    mayWriteJobs(call);
    const job = created(call);
    const config = firstConfig(call, job);
    const advertisementId = call.app.store.nextId('advertisement');
    call.commit({ kind: 'job.created', at: call.now, job, config, advertisementId });
    const shape = configShape(call, job, config);
    return {
      ...combined(call, job),
      interview_registration_schema_info: shape.interview_registration,
      onboard_registration_schema_info: shape.onboard_registration,
      portal_website_apply_form_schema_info: shape.portal_website_apply_form_schema_info,
      target_major_list: jobBody(call, job).target_major_list,
    };
  },

  'hire.v1.job.combinedUpdate': (call) => {
    mayWriteJobs(call);
    const job = jobOf(call);
    const named = call.body.text('id');
    if (named !== undefined && named !== job.id) throw new Refusal(1002002);
    if (!job.open) throw new Refusal(1002609);
    if (job.lockTaskUntil !== null && call.now < job.lockTaskUntil) throw new Refusal(1002631);
    call.commit({ kind: 'job.updated', at: call.now, job: updated(call, job) });
    return combined(call, job);
  },

  'hire.v1.job.open': (call) => {
    const job = jobOf(call);
    mayWriteJobs(call);
    if (job.open) throw new Refusal(1002616);
    const isForEver = call.body.flag('is_never_expired') ?? false;
    const expiresAt = isForEver ? null : (call.body.int('expiry_time') ?? 0);
    if (expiresAt !== null && expiresAt <= call.now) throw new Refusal(1002002);
    call.commit({ kind: 'job.opened', at: call.now, jobId: job.id, expiresAt });
    return {};
  },

  /** Its page prints neither the tenant's setting nor an absent job; CONTRACT section 5 has both. */
  'hire.v1.job.close': (call) => {
    const job = call.found(call.world.jobs.get(call.param('job_id')), 1002601);
    mayWriteJobs(call);
    if (!job.open) throw new Refusal(1002609);
    call.commit({ kind: 'job.closed', at: call.now, jobId: job.id });
    return {};
  },

  'hire.v1.jobManager.batchUpdate': (call) => {
    const job = jobOf(call);
    const { body } = call;
    const parts = new Set(body.ints('update_option_list'));
    const creator = body.text('creator_id');
    if (creator !== undefined) call.ids.person(creator);
    const recruiter = body.text('recruiter_id');
    const assistants = body.texts('assistant_id_list');
    const managers = body.texts('hiring_manager_id_list');
    const lacks =
      (parts.has(1) && recruiter === undefined) ||
      (parts.has(2) && assistants === undefined) ||
      (parts.has(3) && managers === undefined);
    if (lacks) throw new Refusal(1002002);
    const { jobTeamConflictMs } = call.switches;
    if (call.now - job.updatedAt < jobTeamConflictMs) throw new Refusal(1002619);
    call.commit({
      kind: 'job.staffed',
      at: call.now,
      jobId: job.id,
      ...(parts.has(1) && recruiter !== undefined
        ? { recruiterId: call.ids.person(recruiter).openId }
        : {}),
      ...(parts.has(2) ? { assistantIds: peopleOf(call, assistants) } : {}),
      ...(parts.has(3) ? { managerIds: peopleOf(call, managers) } : {}),
    });
    return { job_manager: jobTeam(call, job) };
  },
};
