import { DAY, dayOf, HOUR } from './calendar';
import type { Ids } from './ids';
import { type CatalogueKeys, classOf } from './job-catalogue';
import { ANY_MAJOR, HIGHLIGHTS, jobTypeOf, MAJORS } from './job-catalogue-data';
import { CATEGORIES, JOBS, type JobSpec } from './job-data';
import { departmentIdOf, openIdOf } from './people';
import { PROCESSES, type ProcessSpec } from './process-data';
import type { Random } from './random';
import type { CustomValue } from './records/job-catalogue';
import type { Job, Location, Process } from './types';

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

type JobSurroundings = { processes: Process[]; locations: Location[]; keys: CatalogueKeys };

export function makeJobs(
  random: Random,
  ids: Ids,
  { processes, locations, keys }: JobSurroundings,
  epoch: number,
): JobPlan[] {
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
      title: classOf(spec.title, epoch),
      attribute: 1,
      description: `${CATEGORIES[spec.category].zh}岗位。${random.pick(DESCRIPTIONS)}`,
      requirement: random.pick(REQUIREMENTS),
      departmentId: departmentIdOf(spec.department),
      cityCodes: [...spec.cities],
      processId: process.id,
      processType: process.type,
      recruitmentTypeId:
        spec.process === 'intern' ? '202' : spec.process === 'campus' ? '201' : '101',
      categoryName: CATEGORIES[spec.category],
      typeId: keys.types.get(jobTypeOf(spec)) ?? '',
      functionId: keys.functions.get(spec.category) ?? null,
      subjectId: subjectOf(spec, keys),
      highlightIds: [0, 5, 11].flatMap((step) => HIGHLIGHTS[(position + step) % 16]?.id ?? []),
      majorIds: majorsOf(spec),
      locationIds: locations
        .filter(({ cityCode }) => spec.cities.includes(cityCode))
        .map(({ id }) => id),
      customValues: customValuesOf(spec, position, keys),
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
      creatorId: openIdOf(spec.recruiter),
      recruiterId: openIdOf(spec.recruiter),
      // The lead (seat 1) assists nobody, so that a lead's jobs are the lead's alone.
      assistantIds: random.chance(0.3) ? [openIdOf(2 + ((spec.recruiter + 1) % 6))] : [],
      managerIds: spec.managers.map(openIdOf),
      lockTaskUntil: null,
    };
    job.assistantIds = job.assistantIds.filter((id) => id !== job.recruiterId);
    return { job, spec, process, processSpec, closedAt };
  });
}

function subjectOf({ process, title }: JobSpec, { subjects }: CatalogueKeys): string | null {
  if (process === 'intern') return subjects.get('interns') ?? null;
  if (process !== 'campus') return null;
  return subjects.get(title.includes('{lastClass}') ? 'lastGraduates' : 'graduates') ?? null;
}

/** Graduates' jobs name majors, or say that any will do. */
function majorsOf({ process, category }: JobSpec): string[] {
  if (process !== 'campus') return [];
  const wanted = { engineering: [1, 2, 3], data: [1, 4, 5] }[String(category)];
  return wanted ? wanted.flatMap((at) => MAJORS[at]?.id ?? []) : [ANY_MAJOR];
}

/** Every third job's form is filled in to the end, and the others' not at all. */
function customValuesOf(
  { process }: JobSpec,
  position: number,
  { catalogue }: CatalogueKeys,
): CustomValue[] {
  if (position % 3 !== 0) return [];
  const type = process === 'campus' || process === 'intern' ? 2 : 1;
  const form = catalogue.jobForms.find(({ processType }) => processType === type);
  const values = type === 1 ? SOCIAL_VALUES : CAMPUS_VALUES;
  const fields = form?.modules.find(({ custom }) => custom)?.fields ?? [];
  return fields.flatMap(({ id }, at) => {
    const value = values[at];
    return value === undefined ? [] : [{ fieldId: id, value }];
  });
}

/** In the order of the form's fields (`JOB_FORMS`). */
const SOCIAL_VALUES = [
  '2',
  '["1","2"]',
  '12',
  '团队成熟稳定，业务处于增长期，欢迎有主人翁意识的你。',
  '1767225600000',
  '["1767225600000","1798675200000"]',
] as const;
const CAMPUS_VALUES = ['云汐新星培养计划', '1'] as const;

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
