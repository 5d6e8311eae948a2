import type { Call } from '@/sandbox/platform/call';
import { EMPLOYEE_TYPES } from '@/sandbox/world/job-catalogue-data';
import { countsOf, type JobRequirement } from '@/sandbox/world/records/job-requirements';
import type { World } from '@/sandbox/world/types';
import { formValues } from './form-values';
import { employeeTypeIdFor, familyIdFor, levelIdFor } from './job-ids';
import { named } from './job-shapes';
import { i18n, idName, levelName, ms, recruitmentTypeName } from './wire';

const time = (at: number | null) => (at === null ? undefined : ms(at));

/** `job_requirement_dto`, the part that every reply has. */
export function requirementShape(call: Call, requirement: JobRequirement) {
  const { world } = call;
  const { departmentId, employeeType, family, recruitmentTypeId } = requirement;
  const department = call.index.departments.get(departmentId ?? '');
  const employee = EMPLOYEE_TYPES.find(({ key }) => key === employeeType);
  const people = (ids: readonly string[]) => ids.flatMap((id) => call.ids.userWithName(id) ?? []);
  const level = (name: string) =>
    name === '' ? undefined : idName(levelIdFor(call, name), levelName(name));
  return {
    id: requirement.id,
    short_code: requirement.shortCode,
    name: requirement.name,
    display_progress: requirement.progress,
    head_count: requirement.headCount,
    recruitment_type: recruitmentTypeId
      ? idName(recruitmentTypeId, recruitmentTypeName(recruitmentTypeId))
      : undefined,
    employee_type: employee
      ? idName(employeeTypeIdFor(call, employee.key), employee.name)
      : undefined,
    max_level: level(requirement.maxLevel),
    min_level: level(requirement.minLevel),
    sequence: family ? idName(familyIdFor(call, family), family) : undefined,
    category: requirement.category ?? undefined,
    department: department
      ? idName(call.ids.department(department.id), department.name)
      : undefined,
    recruiter_list: people(requirement.recruiterIds),
    jr_hiring_managers: people(requirement.managerIds),
    direct_leader_list: people(requirement.leaderIds),
    start_time: time(requirement.startAt),
    deadline: time(requirement.deadline),
    priority: requirement.priority ?? undefined,
    required_degree: requirement.requiredDegree ?? undefined,
    max_salary: requirement.maxSalary ?? undefined,
    min_salary: requirement.minSalary ?? undefined,
    address: named(world.locations, requirement.locationId),
    description: requirement.description,
    customized_data_list: formValues(world.jobCatalogue.requirementForms, requirement.customValues),
    process_type: requirement.processType ?? undefined,
    job_type: jobTypeShape(world, requirement.jobTypeId),
    create_time: ms(requirement.createdAt),
    creator_id: call.ids.user(requirement.creatorId),
    update_time: ms(requirement.updatedAt),
    employment_job_id: requirement.employmentJobId ?? undefined,
    position_id: requirement.positionId ?? undefined,
    completion_time: requirement.progress === 5 ? time(requirement.completedAt) : undefined,
    approval_status: requirement.approvalStatus,
  };
}

function jobTypeShape({ jobCatalogue }: World, id: string | null) {
  const type = jobCatalogue.types.find((one) => one.id === id);
  if (!type) return undefined;
  return { id: type.id, name: i18n(type.name), parent_id: type.parentId ?? undefined };
}

/** As the list has it: with the jobs. */
export const requirementRow = (call: Call, requirement: JobRequirement) => ({
  ...requirementShape(call, requirement),
  job_id_list: requirement.jobIds,
});

/** As the bulk read has it: also with how far it has come. */
export function requirementDetail(call: Call, requirement: JobRequirement) {
  const counts = countsOf(call.world, call.index, requirement);
  return {
    ...requirementRow(call, requirement),
    count_data: {
      offer_count: counts.offers,
      pre_hire_count: counts.toJoin,
      complete_count: counts.joined,
    },
  };
}
