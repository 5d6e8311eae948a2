import type { Call } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';

/** 「通过 API 同步职位」, a setting of the tenant. */
export function mayWriteJobs(call: Call): void {
  if (!call.switches.jobSyncThroughApi) throw new Refusal(1002613);
}

/** Reads a department's id, in the form the caller names. */
export function departmentOf(call: Call, id: string): string {
  const department = call.world.departments.find((one) => call.ids.department(one.id) === id);
  return call.found(department, 1002002).id;
}

/** The people of a list of ids, in the form the caller names. */
export const peopleOf = (call: Call, ids: readonly string[] | undefined): string[] =>
  (ids ?? []).map((id) => call.ids.person(id).openId);

export const isInterviewType = (value: number | undefined): value is 1 | 2 | 3 =>
  value === 1 || value === 2 || value === 3;

/** Milliseconds as text; anything else is a bad parameter. */
export function readMs(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,15}$/.test(text)) throw new Refusal(1002002);
  return Number(text);
}
