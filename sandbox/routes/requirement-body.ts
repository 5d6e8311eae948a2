import type { Call } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { EMPLOYEE_TYPES } from '@/sandbox/world/job-catalogue-data';
import type { JobRequirement } from '@/sandbox/world/records/job-requirements';
import { readFormValues } from './form-values';
import { employeeTypeWithId, familyWithId, levelWithId } from './job-ids';
import { departmentOf, peopleOf, readMs } from './job-rules';
import { isRecruitmentType } from './wire';

/** What both writes of a requirement carry. */
type Written = Omit<
  JobRequirement,
  | 'id'
  | 'shortCode'
  | 'jobIds'
  | 'approvalStatus'
  | 'creatorId'
  | 'createdAt'
  | 'updatedAt'
  | 'completedAt'
>;

/** Reads the body, each thing that is wrong refused with its code, in the order they are printed. */
export function readRequirementBody(call: Call): Written {
  const { body, world } = call;
  const headCount = body.int('head_count') ?? 0;
  if (headCount < 1) throw new Refusal(1002002);
  const employment = readEmployment(call);
  const minLevel = readLevel(call, 'min_level_id');
  const maxLevel = readLevel(call, 'max_level_id');
  const family = optional(body.text('sequence_id'), (id) => familyWithId(call, id));
  const departmentId = optional(body.text('department_id'), (id) => departmentOf(call, id));
  return {
    name: body.must('name'),
    progress: oneOf(body.int('display_progress'), [1, 2, 3, 4, 5, 6]) ?? 1,
    headCount,
    ...employment,
    minLevel,
    maxLevel,
    family,
    category: oneOf(body.int('category'), [1, 2]),
    departmentId,
    ...readPeople(call),
    startAt: readMs(body.text('start_time')),
    deadline: readMs(body.text('deadline')),
    priority: oneOf(body.int('priority'), [1, 2, 3]),
    requiredDegree: body.int('required_degree') ?? null,
    minSalary: body.text('min_salary') ?? null,
    maxSalary: body.text('max_salary') ?? null,
    locationId: optional(body.text('address_id'), (id) => world.locations.find(has(id))?.id),
    description: body.text('description') ?? '',
    customValues: readFormValues(
      world.jobCatalogue.requirementForms,
      body.parts('customized_data_list'),
    ),
    processType: oneOf(body.int('process_type'), [1, 2]),
    jobTypeId: optional(
      body.text('job_type_id'),
      (id) => world.jobCatalogue.types.find(has(id))?.id,
    ),
    employmentJobId: body.text('employment_job_id') ?? null,
    positionId: body.text('position_id') ?? null,
  };
}

/** The body's name of each optional part. */
const NAMES: Partial<Record<keyof Written, string>> = {
  minLevel: 'min_level_id',
  maxLevel: 'max_level_id',
  family: 'sequence_id',
  category: 'category',
  departmentId: 'department_id',
  recruiterIds: 'recruiter_id_list',
  managerIds: 'jr_hiring_manager_id_list',
  leaderIds: 'direct_leader_id_list',
  startAt: 'start_time',
  deadline: 'deadline',
  priority: 'priority',
  requiredDegree: 'required_degree',
  minSalary: 'min_salary',
  maxSalary: 'max_salary',
  locationId: 'address_id',
  description: 'description',
  processType: 'process_type',
  jobTypeId: 'job_type_id',
  employmentJobId: 'employment_job_id',
  positionId: 'position_id',
};

/** What is written over a requirement: all of it, or by switch only what the body has. */
export function writtenOver(call: Call, present: JobRequirement): Partial<Written> {
  const written = readRequirementBody(call);
  if (call.switches.requirementUpdate === 'overwrite') return written;
  const kept = Object.entries(NAMES).filter(([, name]) => !call.body.has(name));
  return {
    ...written,
    ...Object.fromEntries(kept.map(([key]) => [key, Reflect.get(present, key)])),
  };
}

const has = (id: string) => (row: { id: string }) => row.id === id;

const oneOf = <T extends number>(value: number | undefined, values: readonly T[]): T | null =>
  values.find((one) => one === value) ?? null;

/** Null where nothing is named; what is named and not there is a bad parameter. */
function optional<T>(id: string | undefined, find: (id: string) => T | undefined): T | null {
  if (id === undefined) return null;
  const found = find(id);
  if (found === undefined) throw new Refusal(1002002);
  return found;
}

/** 人员类型, or the older 职位性质, which is about to go; one of them is required. */
function readEmployment(call: Call): Pick<JobRequirement, 'recruitmentTypeId' | 'employeeType'> {
  const recruitmentTypeId = call.body.text('recruitment_type_id') ?? null;
  const employeeId = call.body.text('employee_type_id');
  if (recruitmentTypeId === null && employeeId === undefined) throw new Refusal(1002002);
  if (recruitmentTypeId !== null && !isRecruitmentType(recruitmentTypeId)) {
    throw new Refusal(1002708);
  }
  if (employeeId !== undefined) {
    const type = call.found(employeeTypeWithId(call, employeeId), 1002708);
    return { recruitmentTypeId, employeeType: type.key };
  }
  const type = EMPLOYEE_TYPES.find((one) =>
    one.recruitmentTypeIds.includes(recruitmentTypeId ?? ''),
  );
  return { recruitmentTypeId, employeeType: type?.key ?? null };
}

function readLevel(call: Call, name: string): string {
  const level = optional(call.body.text(name), (id) => levelWithId(call, id));
  if (level && !level.active) throw new Refusal(1002710);
  return level?.name ?? '';
}

function readPeople(call: Call): Pick<JobRequirement, 'recruiterIds' | 'managerIds' | 'leaderIds'> {
  const read = (name: string) => {
    const people = peopleOf(call, call.body.texts(name));
    if (new Set(people).size < people.length) throw new Refusal(1002721);
    return people;
  };
  return {
    recruiterIds: read('recruiter_id_list'),
    managerIds: read('jr_hiring_manager_id_list'),
    leaderIds: read('direct_leader_id_list'),
  };
}
