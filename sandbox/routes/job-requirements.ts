import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { offsetPage, timeWindow } from '@/sandbox/platform/paging';
import type { JobRequirement } from '@/sandbox/world/records/job-requirements';
import { readRequirementBody, writtenOver } from './requirement-body';
import { requirementDetail, requirementRow, requirementShape } from './requirement-shape';

const COMPLETED = 5;
const UNDER_APPROVAL = 2;
const APPROVED = 3;
const CANCELLED = 3;

function requirementOf(call: Call): JobRequirement {
  return call.found(
    call.world.requirements.get(call.param('job_requirement_id')),
    call.switches.absentRequirementCode,
  );
}

function mayWrite(call: Call): void {
  if (!call.switches.requirementsThroughApi) throw new Refusal(1002701);
  if (call.switches.requirementApproval === 'refuse') throw new Refusal(1002705);
}

/** Newest first, within the windows and for the job that are asked for. */
function listed(call: Call): JobRequirement[] {
  const jobId = call.query.text('job_id');
  const created = timeWindow(call, call.query, 'create_time_begin', 'create_time_end');
  const updated = timeWindow(call, call.query, 'update_time_begin', 'update_time_end');
  return [...call.world.requirements.values()]
    .filter(
      ({ jobIds, createdAt, updatedAt }) =>
        (jobId === undefined || jobIds.includes(jobId)) &&
        createdAt >= created.from &&
        createdAt <= created.to &&
        updatedAt >= updated.from &&
        updatedAt <= updated.to,
    )
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
}

/** The tenant's establishment: what its department may still ask for, this requirement apart. */
function checkEstablishment(call: Call, wanted: JobRequirement): void {
  const free = call.switches.requirementEstablishment;
  if (free === null) return;
  if (wanted.departmentId === null) throw new Refusal(1002723);
  let asked = wanted.headCount;
  for (const other of call.world.requirements.values()) {
    const counts = other.progress !== COMPLETED && other.progress !== CANCELLED;
    if (counts && other.id !== wanted.id && other.departmentId === wanted.departmentId) {
      asked += other.headCount;
    }
  }
  if (asked > free) throw new Refusal(1002722);
}

function jobsToLink(call: Call): string[] {
  const ids = [...new Set(call.body.texts('job_id_list') ?? [])];
  for (const id of ids) call.found(call.world.jobs.get(id), 1002002);
  return ids;
}

function isLinkable(call: Call, { approvalStatus }: JobRequirement): boolean {
  const needsNone = call.switches.requirementApproval === 'off' && approvalStatus === 1;
  return needsNone || approvalStatus === APPROVED;
}

function created(call: Call): JobRequirement {
  const shortCode = call.body.must('short_code');
  const isUsed = [...call.world.requirements.values()].some((one) => one.shortCode === shortCode);
  if (isUsed) throw new Refusal(1002702);
  const written = readRequirementBody(call);
  const at = Math.floor(call.now);
  const requirement: JobRequirement = {
    id: call.app.store.nextId('requirement'),
    shortCode,
    ...written,
    jobIds: jobsToLink(call),
    approvalStatus: 1,
    creatorId: null,
    createdAt: at,
    updatedAt: at,
    completedAt: written.progress === COMPLETED ? at : null,
  };
  checkEstablishment(call, requirement);
  if (requirement.jobIds.length > 0 && !isLinkable(call, requirement)) throw new Refusal(1002724);
  return requirement;
}

/** Its jobs change only where the caller confirms it. */
function updated(call: Call, present: JobRequirement): JobRequirement {
  const written = writtenOver(call, present);
  const at = Math.floor(call.now);
  const relinks =
    call.body.part('update_option')?.flag('need_update_related_job') === true &&
    call.body.texts('job_id_list') !== undefined;
  const requirement: JobRequirement = {
    ...present,
    ...written,
    jobIds: relinks ? jobsToLink(call) : present.jobIds,
    updatedAt: at,
    completedAt: written.progress === COMPLETED ? (present.completedAt ?? at) : null,
  };
  checkEstablishment(call, requirement);
  const links = relinks && requirement.jobIds.length > 0;
  if (links && !isLinkable(call, present)) throw new Refusal(1002702);
  return requirement;
}

export const jobRequirementHandlers: Handlers = {
  'hire.v1.jobRequirement.create': (call) => {
    mayWrite(call);
    const requirement = created(call);
    call.commit({ kind: 'requirement.created', at: call.now, requirement });
    return { job_requirement: requirementShape(call, requirement) };
  },

  'hire.v1.jobRequirement.update': (call) => {
    mayWrite(call);
    const present = requirementOf(call);
    if (present.approvalStatus === UNDER_APPROVAL) throw new Refusal(1002703);
    const requirement = updated(call, present);
    call.commit({ kind: 'requirement.updated', at: call.now, requirement });
    return {};
  },

  'hire.v1.jobRequirement.delete': (call) => {
    if (!call.switches.requirementsThroughApi) throw new Refusal(1002071);
    const { id, jobIds } = requirementOf(call);
    if (jobIds.length > 0) throw new Refusal(1002704);
    call.commit({ kind: 'requirement.deleted', at: call.now, requirementId: id });
    return {};
  },

  'hire.v1.jobRequirement.list': (call) =>
    offsetPage(call, listed(call), (one) => requirementRow(call, one), 'number'),

  'hire.v1.jobRequirement.listById': (call) => {
    const ids = call.body.texts('id_list') ?? [];
    const codes = call.body.texts('short_code_list') ?? [];
    if (ids.length > 0 && codes.length > 0) throw new Refusal(1002725);
    const rows = [...call.world.requirements.values()].filter(
      ({ id, shortCode, approvalStatus }) =>
        (ids.includes(id) || codes.includes(shortCode)) && approvalStatus !== UNDER_APPROVAL,
    );
    return { items: rows.map((row) => requirementDetail(call, row)) };
  },
};
