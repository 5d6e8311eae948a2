import type { Call, Handlers } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { offsetPage, updateWindow } from '@/sandbox/platform/paging';
import type { Job } from '@/sandbox/world/types';
import {
  CHINA,
  cityList,
  cityOf,
  codeName,
  i18n,
  idName,
  idZhEn,
  levelId,
  levelName,
  ms,
  recruitmentTypeName,
} from './wire';

const categoryId = (job: Job) => digitsOf(`category:${job.categoryName.zh}`);
const JOB_TYPE = { zh: '职类', en: 'Job family' };

function processOf(call: Call, job: Job) {
  return call.index.processes.get(job.processId);
}

/** Newest update first. A company has few jobs, so they are sorted when asked for. */
function jobsInWindow(call: Call): Job[] {
  const { from, to } = updateWindow(call);
  return [...call.world.jobs.values()]
    .filter((job) => job.updatedAt >= from && job.updatedAt <= to)
    .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1));
}

function jobRow(call: Call, job: Job) {
  const process = processOf(call, job);
  const city = cityOf(call.world, job.cityCodes[0] ?? '');
  const department = call.index.departments.get(job.departmentId);
  const level = (name: string) => ({ ...idZhEn(levelId(name), levelName(name)), active_status: 1 });
  return {
    id: job.id,
    title: job.title,
    description: job.description,
    code: job.code,
    requirement: job.requirement,
    recruitment_type: {
      ...idZhEn(job.recruitmentTypeId, recruitmentTypeName(job.recruitmentTypeId)),
      active_status: 1,
    },
    department: department
      ? idZhEn(call.ids.department(department.id), department.name)
      : undefined,
    city: city ? { city_code: city.code, zh_name: city.name.zh, en_name: city.name.en } : undefined,
    min_job_level: level(job.minLevel),
    max_job_level: level(job.maxLevel),
    highlight_list: [],
    job_category: { ...idZhEn(categoryId(job), job.categoryName), active_status: 1 },
    job_type: idZhEn(digitsOf('job-type'), JOB_TYPE),
    active_status: job.open ? 1 : 2,
    create_user_id: call.ids.user(job.recruiterId),
    create_time: Math.floor(job.createdAt / 1000),
    update_time: Math.floor(job.updatedAt / 1000),
    process_type: job.processType,
    process_id: job.processId,
    process_name: process?.name.zh,
    process_en_name: process?.name.en,
    head_count: job.headCount,
    experience: job.experience,
    expiry_time: job.expiresAt === null ? undefined : Math.floor(job.expiresAt / 1000),
    min_salary: job.minSalary,
    max_salary: job.maxSalary,
    required_degree: job.requiredDegree,
    city_list: cityList(call.world, job.cityCodes),
    job_attribute: 1,
    create_timestamp: ms(job.createdAt),
    update_timestamp: ms(job.updatedAt),
    expiry_timestamp: job.expiresAt === null ? undefined : ms(job.expiresAt),
  };
}

function jobDetail(call: Call, job: Job) {
  const process = processOf(call, job);
  const department = call.index.departments.get(job.departmentId);
  const level = (name: string) => ({ ...idName(levelId(name), levelName(name)), active_status: 1 });
  return {
    basic_info: {
      id: job.id,
      title: job.title,
      description: job.description,
      code: job.code,
      requirement: job.requirement,
      recruitment_type: {
        ...idName(job.recruitmentTypeId, recruitmentTypeName(job.recruitmentTypeId)),
        active_status: 1,
      },
      department: department
        ? idName(call.ids.department(department.id), department.name)
        : undefined,
      min_job_level: level(job.minLevel),
      max_job_level: level(job.maxLevel),
      highlight_list: [],
      job_category: { ...idName(categoryId(job), job.categoryName), active_status: 1 },
      job_type: idName(digitsOf('job-type'), JOB_TYPE),
      active_status: job.open ? 1 : 2,
      creator_id: call.ids.user(job.recruiterId),
      create_time: ms(job.createdAt),
      update_time: ms(job.updatedAt),
      process_type: job.processType,
      process_id: job.processId,
      process_name: process ? i18n(process.name) : undefined,
      customized_data_list: [],
      head_count: job.headCount,
      experience: job.experience,
      expiry_time: job.expiresAt === null ? undefined : ms(job.expiresAt),
      min_salary: job.minSalary,
      max_salary: job.maxSalary,
      required_degree: job.requiredDegree,
      city_list: cityList(call.world, job.cityCodes),
      job_attribute: 1,
      storefront_mode: 1,
    },
    recruiter: call.ids.userWithName(job.recruiterId),
    assistant_list: job.assistantIds.flatMap((id) => call.ids.userWithName(id) ?? []),
    hiring_manager_list: job.managerIds.flatMap((id) => call.ids.userWithName(id) ?? []),
    job_requirement_list: [],
    address_list: addresses(call, job),
    tag_list: [],
  };
}

function addresses(call: Call, job: Job) {
  return call.world.locations
    .filter((location) => job.cityCodes.includes(location.cityCode))
    .map((location) => {
      const city = cityOf(call.world, location.cityCode);
      return {
        id: location.id,
        name: i18n(location.name),
        city: city ? codeName(city.code, city.name) : undefined,
        state: city ? codeName(city.stateCode, city.stateName) : undefined,
        country: codeName(CHINA.code, CHINA.name),
      };
    });
}

const jobOf = (call: Call) => call.found(call.world.jobs.get(call.param('job_id')), 1002601);

export const jobHandlers: Handlers = {
  'hire.v1.job.list': (call) => offsetPage(call, jobsInWindow(call), (job) => jobRow(call, job)),

  'hire.v1.job.getDetail': (call) => ({ job_detail: jobDetail(call, jobOf(call)) }),

  'hire.v1.job.recruiter': (call) => {
    const job = jobOf(call);
    return {
      info: {
        id: job.id,
        recruiter_id: call.ids.user(job.recruiterId),
        hiring_manager_id_list: job.managerIds.flatMap((id) => call.ids.user(id) ?? []),
        assistant_id_list: job.assistantIds.flatMap((id) => call.ids.user(id) ?? []),
      },
    };
  },
};
