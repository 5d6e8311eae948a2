import type { Call } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import type { Job, Text, World } from '@/sandbox/world/types';
import { roundTypesOf } from './interview-round-types';
import { templatesOf } from './offer-approval-templates';
import { FORMS } from './portal-apply-schemas';
import { REGISTRATION_FORMS } from './registration-form-data';

type Choice = { id: string; name: Text };

/** What the settings of a job are chosen from: the lists that other endpoints answer. */
export const offerForms = (world: World): Choice[] => [...world.offerForms.values()];

/** Approval flows of offers. */
export const offerApprovals = (call: Call, job: Job) =>
  templatesOf(call).map(({ key, name, departments }) => ({
    id: digitsOf(`offer-approval:${key}`),
    name,
    isStandard: key === (job.processType === 1 ? 'general' : 'campus'),
    fits: isUnder(call, job.departmentId, departments),
  }));

function isUnder(
  { index }: Pick<Call, 'index'>,
  departmentId: string,
  departments: readonly string[],
): boolean {
  if (departments.includes(departmentId)) return true;
  const parentId = index.departments.get(departmentId)?.parentId;
  return parentId !== undefined && isUnder({ index }, parentId, departments);
}

/** The one form the company has, under the id of its list and the one that outlives edits. */
export function feedbackForm(world: World, id: string | null): Choice | undefined {
  const { form } = world;
  return id === form.id || id === digitsOf(`form-biz:${form.name.zh}`) ? form : undefined;
}

/** Round types in use, under the id that outlives edits. */
export const roundTypes = (world: World, job: Job): (Choice & { isDefault: boolean })[] => {
  const stages = world.processes.find(({ id }) => id === job.processId)?.stages ?? [];
  return roundTypesOf(world)
    .filter(({ active, processType }) => active && processType === job.processType)
    .map(({ bizId, name }) => ({
      id: bizId,
      name,
      // The types of the interview stages that the job's process has.
      isDefault: stages.some((stage) => stage.type === 4 && stage.name.zh === name.zh),
    }));
};

export const interviewRegistrations = () =>
  REGISTRATION_FORMS.map(({ key, name, everywhere }) => ({
    id: digitsOf(`registration:${key}`),
    name,
    everywhere,
  }));

export const onboardRegistrations = (world: World) =>
  world.registrationForms.filter(({ scenarios }) => scenarios.includes(6));

export const applyForms = (job: Job) =>
  FORMS.map(({ name }, at) => ({
    id: digitsOf(`apply-form:${name}`),
    name,
    isStandard: at === job.processType - 1,
  }));
