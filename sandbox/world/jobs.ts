import { DAY, dayOf, HOUR } from './calendar';
import type { Ids } from './ids';
import { CATEGORIES, JOBS, type JobSpec } from './job-data';
import { departmentIdOf, openIdOf } from './people';
import { PROCESSES, type ProcessSpec } from './process-data';
import type { Random } from './random';
import type { Job, Process } from './types';

const MONTH = 30.4 * DAY;

/** A job with what the generator knows beside it. */
export type JobPlan = {
  job: Job;
  spec: JobSpec;
  process: Process;
  processSpec: ProcessSpec;
  /** Null while open. */
  closedAt: number | null;
};

export function makeJobs(random: Random, ids: Ids, processes: Process[], epoch: number): JobPlan[] {
  return JOBS.map((spec, position) => {
    const at = PROCESSES.findIndex(({ key }) => key === spec.process);
    const process = processes[at];
    const processSpec = PROCESSES[at];
    if (!process || !processSpec) throw new Error(`No process ${spec.process}`);
    const createdAt = dayOf(epoch - spec.age * MONTH) + random.between(10, 18) * HOUR;
    const closedAt =
      spec.closedAfter === undefined ? null : Math.floor(createdAt + spec.closedAfter * MONTH);
    const level = Math.min(4 + Math.floor(spec.salary[0] / 14), 9);
    const job: Job = {
      id: ids.next('job'),
      code: `YX${String(10_001 + position)}`,
      title: titleOf(spec, epoch),
      description: `${CATEGORIES[spec.category].zh}岗位。${random.pick(DESCRIPTIONS)}`,
      requirement: random.pick(REQUIREMENTS),
      departmentId: departmentIdOf(spec.department),
      cityCodes: [...spec.cities],
      processId: process.id,
      processType: process.type,
      recruitmentTypeId:
        spec.process === 'intern' ? '202' : spec.process === 'campus' ? '201' : '101',
      categoryName: CATEGORIES[spec.category],
      minLevel: `P${level}`,
      maxLevel: `P${level + 2}`,
      minSalary: spec.salary[0],
      maxSalary: spec.salary[1],
      experience: spec.experience,
      requiredDegree:
        spec.salary[0] >= 40 || spec.process === 'campus' ? 6 : random.pick([5, 6, 20]),
      headCount: 1,
      open: closedAt === null,
      createdAt: Math.floor(createdAt),
      updatedAt: closedAt ?? Math.floor(epoch - random.between(0.02, 0.6) * (epoch - createdAt)),
      expiresAt: closedAt === null && random.chance(0.3) ? dayOf(epoch) + 60 * DAY : null,
      recruiterId: openIdOf(spec.recruiter),
      // The lead (seat 1) assists nobody, so that a lead's jobs are the lead's alone.
      assistantIds: random.chance(0.3) ? [openIdOf(2 + ((spec.recruiter + 1) % 6))] : [],
      managerIds: spec.managers.map(openIdOf),
    };
    job.assistantIds = job.assistantIds.filter((id) => id !== job.recruiterId);
    return { job, spec, process, processSpec, closedAt };
  });
}

/** Graduates are hired in autumn for the next summer. */
function titleOf(spec: JobSpec, epoch: number): string {
  const date = new Date(epoch);
  const graduation = date.getUTCFullYear() + (date.getUTCMonth() >= 6 ? 1 : 0);
  return spec.title
    .replace('{class}', String(graduation))
    .replace('{lastClass}', String(graduation - 1));
}

const DESCRIPTIONS = [
  '负责核心业务模块的设计与落地，与产品、研发、运营紧密配合，对结果负责。',
  '参与从方案到上线的全过程，持续改进质量与效率，沉淀方法与工具。',
  '面向快速增长的业务，独立承担关键项目，推动跨部门协作。',
] as const;

const REQUIREMENTS = [
  '本科及以上学历，专业基础扎实；有同类项目经验；沟通清晰，责任心强。',
  '逻辑清楚，善于拆解问题；能在变化中保持节奏；有带项目经验者优先。',
  '热爱所做的事，学习能力强；能用数据说话；英语可作为工作语言者优先。',
] as const;
