import { z } from 'zod';
import type { JobRequirement } from '@/sandbox/world/records/job-requirements';
import { at, change, customValue, id, ids, text } from './parts';
import { type Appliers, need, type Scene } from './scene';

const oneToThree = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const oneOrTwo = z.union([z.literal(1), z.literal(2)]);
const oneToFive = z.union([oneToThree, z.literal(4), z.literal(5)]);
const requirement: z.ZodType<JobRequirement> = z.object({
  id,
  shortCode: z.string(),
  name: z.string(),
  progress: z.union([oneToFive, z.literal(6)]),
  headCount: z.number(),
  recruitmentTypeId: id.nullable(),
  employeeType: id.nullable(),
  minLevel: z.string(),
  maxLevel: z.string(),
  family: text.nullable(),
  category: oneOrTwo.nullable(),
  departmentId: id.nullable(),
  recruiterIds: ids,
  managerIds: ids,
  leaderIds: ids,
  startAt: at.nullable(),
  deadline: at.nullable(),
  priority: oneToThree.nullable(),
  requiredDegree: z.number().nullable(),
  minSalary: z.string().nullable(),
  maxSalary: z.string().nullable(),
  locationId: id.nullable(),
  description: z.string(),
  customValues: z.array(customValue),
  processType: oneOrTwo.nullable(),
  jobTypeId: id.nullable(),
  jobIds: ids,
  employmentJobId: z.string().nullable(),
  positionId: z.string().nullable(),
  approvalStatus: oneToFive,
  creatorId: id.nullable(),
  createdAt: at,
  updatedAt: at,
  completedAt: at.nullable(),
});

export const requirementChanges = [
  change('requirement.created', { requirement }),
  /** The whole record anew. */
  change('requirement.updated', { requirement }),
  change('requirement.deleted', { requirementId: id }),
] as const;
export type RequirementChange = z.infer<(typeof requirementChanges)[number]>;

export const requirementAppliers: Appliers<RequirementChange> = {
  'requirement.created'({ world }, { requirement }) {
    for (const id of requirement.jobIds) need(world.jobs, id);
    world.requirements.set(requirement.id, requirement);
  },
  'requirement.updated'({ world }, { requirement }) {
    for (const id of requirement.jobIds) need(world.jobs, id);
    Object.assign(need(world.requirements, requirement.id), requirement);
  },
  'requirement.deleted'({ world }, { requirementId }) {
    need(world.requirements, requirementId);
    world.requirements.delete(requirementId);
  },
};

/** Makes these, and no others, the requirements of a job. */
export function linkRequirements(
  { world }: Scene,
  jobId: string,
  requirementIds: readonly string[],
  at: number,
): void {
  for (const id of requirementIds) need(world.requirements, id);
  for (const requirement of world.requirements.values()) {
    const was = requirement.jobIds.includes(jobId);
    const is = requirementIds.includes(requirement.id);
    if (was === is) continue;
    requirement.jobIds = is
      ? [...requirement.jobIds, jobId]
      : requirement.jobIds.filter((id) => id !== jobId);
    requirement.updatedAt = at;
  }
}
