import { DAY, dayOf } from './calendar';
import type { Draft } from './draft';
import type { JobPlan } from './jobs';
import { openIdOf } from './people';
import type { Random } from './random';
import type { JobRequirement } from './records/job-requirements';
import type { Application, Job } from './types';

/** Hires of a job from which on it was opened in two lots. */
const TWO_LOTS = 3;

/**
 * The requirements behind the jobs: their head counts add up to the job's, and who joined is counted
 * for one of them. Some wait for approval, or were refused, without a job yet.
 */
export function addRequirements(random: Random, draft: Draft): void {
  const { world } = draft;
  const hires = hiresByJob(draft);
  for (const plan of draft.jobs) addOfJob(random, draft, plan, hires.get(plan.job.id) ?? []);
  for (const { like, name, status, progress } of WITHOUT_JOB) {
    const model = draft.jobs[like]?.job;
    if (!model) continue;
    const createdAt = Math.floor(world.epoch - random.between(3, 25) * DAY);
    const requirement = addLike(draft, model, {
      name,
      headCount: random.int(1, 4),
      progress,
      startAt: dayOf(createdAt + 10 * DAY),
      createdAt,
    });
    requirement.jobIds = [];
    requirement.approvalStatus = status;
    requirement.deadline = dayOf(world.epoch) + 120 * DAY;
  }
}

const WITHOUT_JOB: readonly {
  /** Position of a job of the same department. */
  like: number;
  name: string;
  status: JobRequirement['approvalStatus'];
  progress: JobRequirement['progress'];
}[] = [
  { like: 0, name: '后端平台部明年新增编制', status: 2, progress: 1 },
  { like: 1, name: '前端与客户端部替换需求', status: 2, progress: 1 },
  { like: 9, name: '算法部临时增补', status: 4, progress: 1 },
  { like: 16, name: '产品设计部扩编申请', status: 5, progress: 3 },
  { like: 23, name: '商业化销售部区域拓展', status: 3, progress: 1 },
];

function hiresByJob({ world }: Draft): Map<string, Application[]> {
  const joinedStages = new Set(
    world.processes.flatMap(({ stages }) =>
      stages.filter(({ type }) => type === 7).map(({ id }) => id),
    ),
  );
  const hires = new Map<string, Application[]>();
  for (const application of world.applications.values()) {
    if (!application.active || !joinedStages.has(application.stageId)) continue;
    const list = hires.get(application.jobId);
    if (list) list.push(application);
    else hires.set(application.jobId, [application]);
  }
  for (const list of hires.values()) list.sort((a, b) => a.createdAt - b.createdAt);
  return hires;
}

function addOfJob(
  random: Random,
  draft: Draft,
  { job, closedAt }: JobPlan,
  joined: Application[],
): void {
  const firstLot = joined.length >= TWO_LOTS ? Math.floor(joined.length / 2) : 0;
  const turn = joined[firstLot - 1];
  if (turn) {
    const lot = addLike(draft, job, {
      name: `${job.title}（首批）`,
      headCount: firstLot,
      progress: 5,
      startAt: job.createdAt,
      createdAt: job.createdAt - 3 * DAY,
    });
    const joinedAt = joined
      .slice(0, firstLot)
      .map(({ stageTimes }) => stageTimes.at(-1)?.enter ?? turn.createdAt);
    lot.completedAt = Math.max(...joinedAt);
    lot.updatedAt = lot.completedAt;
  }
  const headCount = job.headCount - firstLot;
  const filled = joined.length - firstLot >= headCount;
  // The second lot begins with the first application after those who filled the first.
  const startAt = turn ? turn.createdAt + 1 : job.createdAt;
  const lot = addLike(draft, job, {
    name: turn ? `${job.title}（二批）` : job.title,
    headCount,
    progress: closedAt === null ? 2 : filled ? 5 : 3,
    startAt,
    createdAt: startAt - 3 * DAY,
  });
  if (closedAt !== null) {
    lot.updatedAt = closedAt;
    if (lot.progress === 5) lot.completedAt = closedAt;
  } else if (random.chance(0.12)) {
    lot.progress = 6;
    lot.deadline = dayOf(draft.world.epoch) - random.int(3, 20) * DAY;
  } else if (random.chance(0.08)) {
    lot.progress = 4;
  }
}

type About = Pick<JobRequirement, 'name' | 'headCount' | 'progress' | 'createdAt'> & {
  startAt: number;
};

/** One more requirement, for people as the job wants them. */
function addLike({ world, ids }: Draft, job: Job, about: About): JobRequirement {
  const form = world.jobCatalogue.requirementForms[0];
  const [source, costCentre] = form?.modules.find(({ custom }) => custom)?.fields ?? [];
  const number = world.requirements.size + 1;
  const requirement: JobRequirement = {
    id: ids.next('requirement'),
    shortCode: `R${String(10_000 + number)}`,
    ...about,
    recruitmentTypeId: job.recruitmentTypeId,
    employeeType: job.recruitmentTypeId === '202' ? 'intern' : 'regular',
    minLevel: job.minLevel,
    maxLevel: job.maxLevel,
    family: job.categoryName,
    category: number % 4 === 0 ? 2 : 1,
    departmentId: job.departmentId,
    recruiterIds: [job.recruiterId],
    managerIds: [...job.managerIds],
    leaderIds: job.managerIds.slice(0, 1),
    deadline: dayOf(Math.max(about.startAt, world.epoch)) + 90 * DAY,
    priority: number % 5 === 0 ? 1 : number % 3 === 0 ? 3 : 2,
    requiredDegree: job.requiredDegree,
    minSalary: String(job.minSalary),
    maxSalary: String(job.maxSalary),
    locationId: job.locationIds[0] ?? null,
    description: `${job.title}，共 ${about.headCount} 人。`,
    customValues:
      source && costCentre
        ? [
            { fieldId: source.id, value: number % 4 === 0 ? '2' : '1' },
            { fieldId: costCentre.id, value: `CC-${1000 + (number % 12)}` },
          ]
        : [],
    processType: job.processType,
    jobTypeId: job.typeId,
    jobIds: [job.id],
    employmentJobId: null,
    positionId: null,
    approvalStatus: 3,
    creatorId: job.managerIds[0] ?? openIdOf(0),
    updatedAt: about.createdAt,
    completedAt: null,
  };
  world.requirements.set(requirement.id, requirement);
  return requirement;
}
