import type { WorldIndex } from '@/sandbox/world/indexes';
import type { Application, ProcessType, Text, World } from '@/sandbox/world/types';
import type { CustomValue } from './job-catalogue';

/** 招聘需求: whom a department may hire, for which jobs. */
export type JobRequirement = {
  id: string;
  shortCode: string;
  name: string;
  /** 1 not started, 2 going on, 3 cancelled, 4 suspended, 5 completed, 6 overdue. */
  progress: 1 | 2 | 3 | 4 | 5 | 6;
  headCount: number;
  recruitmentTypeId: string | null;
  /** A key of `EMPLOYEE_TYPES`. */
  employeeType: string | null;
  /** Empty when none is set. */
  minLevel: string;
  maxLevel: string;
  family: Text | null;
  /** 1 new, 2 replacement. */
  category: 1 | 2 | null;
  departmentId: string | null;
  recruiterIds: string[];
  managerIds: string[];
  leaderIds: string[];
  startAt: number | null;
  deadline: number | null;
  /** 1 high to 3 low. */
  priority: 1 | 2 | 3 | null;
  requiredDegree: number | null;
  /** Thousands of CNY a month, as text. */
  minSalary: string | null;
  maxSalary: string | null;
  locationId: string | null;
  description: string;
  customValues: CustomValue[];
  processType: ProcessType | null;
  jobTypeId: string | null;
  jobIds: string[];
  employmentJobId: string | null;
  positionId: string | null;
  /** 1 not asked for, 2 under approval, 3 approved, 4 withdrawn, 5 refused. */
  approvalStatus: 1 | 2 | 3 | 4 | 5;
  /** Null: the system, as for all that comes through the API. */
  creatorId: string | null;
  createdAt: number;
  updatedAt: number;
  /** Only once completed. */
  completedAt: number | null;
};

export type RequirementCounts = { offers: number; toJoin: number; joined: number };

/** The requirements of a job, earliest first. */
export function requirementsOfJob(world: World, jobId: string): JobRequirement[] {
  return [...world.requirements.values()]
    .filter(({ jobIds }) => jobIds.includes(jobId))
    .sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
}

const startOf = (requirement: JobRequirement) => requirement.startAt ?? requirement.createdAt;

/** Which of a job's requirements an application is counted for: the last that had begun, else the first. */
export function requirementOf(
  ofJob: readonly JobRequirement[],
  application: Application,
): JobRequirement | undefined {
  return ofJob.findLast((one) => startOf(one) <= application.createdAt) ?? ofJob[0];
}

/** How far a requirement has come, from the applications of its jobs. */
export function countsOf(
  world: World,
  index: WorldIndex,
  requirement: JobRequirement,
): RequirementCounts {
  const counts = { offers: 0, toJoin: 0, joined: 0 };
  for (const jobId of requirement.jobIds) {
    const ofJob = requirementsOfJob(world, jobId);
    for (const application of index.applicationsByJob.get(jobId) ?? []) {
      if (!application.active || requirementOf(ofJob, application) !== requirement) continue;
      const type = index.stages.get(application.stageId)?.stage.type;
      if (type === 5) counts.offers++;
      else if (type === 6) counts.toJoin++;
      else if (type === 7) counts.joined++;
    }
  }
  return counts;
}
