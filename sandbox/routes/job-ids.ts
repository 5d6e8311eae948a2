import type { Call } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { EMPLOYEE_TYPES, LEVELS } from '@/sandbox/world/job-catalogue-data';
import { CATEGORIES } from '@/sandbox/world/job-data';
import type { Text } from '@/sandbox/world/types';
import { levelId } from './wire';

/**
 * Ids of 职级, 序列 and 人员类型, which the caller asks for in the form of Feishu's directory or, by
 * default, in that of the older people administration (CONTRACT section 2.1).
 */
export function levelIdFor(call: Call, name: string): string {
  return call.query.text('job_level_id_type') === 'job_level_id'
    ? digitsOf(`directory-level:${name}`)
    : levelId(name);
}

export function familyIdFor(call: Call, family: Text): string {
  return call.query.text('job_family_id_type') === 'job_family_id'
    ? digitsOf(`directory-family:${family.zh}`)
    : digitsOf(`category:${family.zh}`);
}

export function employeeTypeIdFor(call: Call, key: string): string {
  return call.query.text('employee_type_id_type') === 'employee_type_enum_id'
    ? digitsOf(`directory-employee-type:${key}`)
    : digitsOf(`employee-type:${key}`);
}

export const levelWithId = (call: Call, id: string) =>
  LEVELS.find(({ name }) => levelIdFor(call, name) === id);

export const familyWithId = (call: Call, id: string) =>
  Object.values(CATEGORIES).find((family) => familyIdFor(call, family) === id);

export const employeeTypeWithId = (call: Call, id: string) =>
  EMPLOYEE_TYPES.find(({ key }) => employeeTypeIdFor(call, key) === id);

export const isLevelActive = (name: string): boolean =>
  LEVELS.find((level) => level.name === name)?.active ?? true;
