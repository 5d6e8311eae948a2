import type { Call } from '@/sandbox/platform/call';
import { HIGHLIGHTS, MAJORS } from '@/sandbox/world/job-catalogue-data';
import type { Job, Location } from '@/sandbox/world/types';
import { formValues } from './form-values';
import { familyIdFor, isLevelActive, levelIdFor } from './job-ids';
import {
  CHINA,
  cityList,
  cityOf,
  codeName,
  i18n,
  idName,
  idZhEn,
  levelName,
  ms,
  recruitmentTypeName,
} from './wire';

/** A number that 0 stands for the absence of. */
const stated = (value: number) => (value === 0 ? undefined : value);

/** `id_name_object` of a row in a dictionary; nothing where there is none. */
export const named = (
  rows: readonly { id: string; name: { zh: string; en: string } }[],
  id: string | null,
) => {
  const row = rows.find((one) => one.id === id);
  return row ? idName(row.id, row.name) : undefined;
};

/** What every printed form of a job has in common. */
function common(call: Call, job: Job) {
  const { jobCatalogue } = call.world;
  return {
    id: job.id,
    title: job.title,
    description: job.description,
    code: job.code,
    requirement: job.requirement,
    active_status: job.open ? 1 : 2,
    process_type: job.processType,
    process_id: job.processId,
    job_function: named(jobCatalogue.functions, job.functionId),
    subject: named(jobCatalogue.subjects, job.subjectId),
    head_count: stated(job.headCount),
    experience: stated(job.experience),
    min_salary: stated(job.minSalary),
    max_salary: stated(job.maxSalary),
    required_degree: stated(job.requiredDegree),
    city_list: cityList(call.world, job.cityCodes),
    job_attribute: job.attribute,
  };
}

const rowsOf = <T extends { id: string }>(rows: readonly T[], ids: readonly string[]): T[] =>
  ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);

/** A job as GET /jobs lists it: the older shape, names in two fields. */
export function jobRow(call: Call, job: Job) {
  const process = call.index.processes.get(job.processId);
  const city = cityOf(call.world, job.cityCodes[0] ?? '');
  const department = call.index.departments.get(job.departmentId);
  const type = call.world.jobCatalogue.types.find(({ id }) => id === job.typeId);
  const level = (name: string) =>
    name === ''
      ? undefined
      : {
          ...idZhEn(levelIdFor(call, name), levelName(name)),
          active_status: isLevelActive(name) ? 1 : 2,
        };
  return {
    ...common(call, job),
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
    highlight_list: rowsOf(HIGHLIGHTS, job.highlightIds).map(({ id, name }) => idZhEn(id, name)),
    job_category: job.categoryName
      ? { ...idZhEn(familyIdFor(call, job.categoryName), job.categoryName), active_status: 1 }
      : undefined,
    job_type: type ? idZhEn(type.id, type.name) : undefined,
    create_user_id: call.ids.user(job.creatorId),
    // Replaced by the three below; the page's sample has milliseconds here as well.
    create_time: Math.floor(job.createdAt),
    update_time: Math.floor(job.updatedAt),
    expiry_time: job.expiresAt === null ? undefined : Math.floor(job.expiresAt),
    process_name: process?.name.zh,
    process_en_name: process?.name.en,
    create_timestamp: ms(job.createdAt),
    update_timestamp: ms(job.updatedAt),
    expiry_timestamp: job.expiresAt === null ? undefined : ms(job.expiresAt),
    target_major_list: rowsOf(MAJORS, job.majorIds).map(({ id, name }) => idZhEn(id, name)),
  };
}

/** A job as GET /jobs/:id and the writes answer it. */
export function jobBody(call: Call, job: Job) {
  return {
    ...jobRow(call, job),
    customized_data_list: formValues(call.world.jobCatalogue.jobForms, job.customValues),
  };
}

/** `basic_info` of get_detail: the newer shape, names as i18n, times as text. */
export function jobBasics(call: Call, job: Job) {
  const process = call.index.processes.get(job.processId);
  const department = call.index.departments.get(job.departmentId);
  const { jobCatalogue } = call.world;
  const level = (name: string) =>
    name === ''
      ? undefined
      : {
          ...idName(levelIdFor(call, name), levelName(name)),
          active_status: isLevelActive(name) ? 1 : 2,
        };
  return {
    ...common(call, job),
    recruitment_type: {
      ...idName(job.recruitmentTypeId, recruitmentTypeName(job.recruitmentTypeId)),
      active_status: 1,
    },
    department: department
      ? idName(call.ids.department(department.id), department.name)
      : undefined,
    min_job_level: level(job.minLevel),
    max_job_level: level(job.maxLevel),
    highlight_list: rowsOf(HIGHLIGHTS, job.highlightIds).map(({ id, name }) => idName(id, name)),
    job_category: job.categoryName
      ? { ...idName(familyIdFor(call, job.categoryName), job.categoryName), active_status: 1 }
      : undefined,
    job_type: named(jobCatalogue.types, job.typeId),
    creator_id: call.ids.user(job.creatorId),
    create_time: ms(job.createdAt),
    update_time: ms(job.updatedAt),
    expiry_time: job.expiresAt === null ? undefined : ms(job.expiresAt),
    process_name: process ? i18n(process.name) : undefined,
    customized_data_list: formValues(jobCatalogue.jobForms, job.customValues),
    target_major_list: rowsOf(MAJORS, job.majorIds).map(({ id, name }) => idName(id, name)),
    storefront_mode: 1,
  };
}

/** `common_address`. */
export function addressShape(call: Call, location: Location) {
  const city = cityOf(call.world, location.cityCode);
  return {
    id: location.id,
    name: i18n(location.name),
    district: codeName(location.district.code, location.district.name),
    city: city ? codeName(city.code, city.name) : undefined,
    state: city ? codeName(city.stateCode, city.stateName) : undefined,
    country: codeName(CHINA.code, CHINA.name),
  };
}

export const jobAddresses = (call: Call, job: Job) =>
  rowsOf(call.world.locations, job.locationIds).map((location) => addressShape(call, location));

/** `job.manager`: who works on a job. */
export const jobTeam = (call: Call, job: Job) => ({
  id: job.id,
  recruiter_id: call.ids.user(job.recruiterId),
  hiring_manager_id_list: job.managerIds.flatMap((id) => call.ids.user(id) ?? []),
  assistant_id_list: job.assistantIds.flatMap((id) => call.ids.user(id) ?? []),
});
