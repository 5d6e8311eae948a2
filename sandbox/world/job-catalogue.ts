import { DAY } from './calendar';
import type { Ids } from './ids';
import {
  JOB_FORMS,
  JOB_FUNCTIONS,
  JOB_TYPES,
  type JobTypeKey,
  type ModuleSpec,
  REQUIREMENT_FORMS,
  RETIRED_FUNCTION,
  SUBJECTS,
  type SubjectKey,
} from './job-catalogue-data';
import { CATEGORIES, type CategoryKey } from './job-data';
import { openIdOf } from './people';
import type { FormModule, FormTemplate, JobCatalogue } from './records/job-catalogue';
import type { ProcessType, Text } from './types';

const MONTH = 30.4 * DAY;
/** Who runs graduate hiring. */
const CAMPUS_RECRUITER = 7;

/** The catalogue with the ways from a job's specification into it. */
export type CatalogueKeys = {
  catalogue: JobCatalogue;
  types: Map<JobTypeKey, string>;
  functions: Map<CategoryKey, string>;
  subjects: Map<SubjectKey, string>;
};

export function makeJobCatalogue(ids: Ids, epoch: number): CatalogueKeys {
  const keys: CatalogueKeys = {
    catalogue: { types: [], functions: [], subjects: [], jobForms: [], requirementForms: [] },
    types: new Map(),
    functions: new Map(),
    subjects: new Map(),
  };
  const { catalogue } = keys;
  for (const { name, children } of JOB_TYPES) {
    const parentId = ids.next('jobType');
    catalogue.types.push({ id: parentId, name, parentId: null });
    for (const [key, child] of Object.entries(children)) {
      const id = ids.next('jobType');
      catalogue.types.push({ id, name: child, parentId });
      // Object.entries forgets that the keys are those of the table.
      keys.types.set(key as JobTypeKey, id);
    }
  }
  for (const { name, categories } of JOB_FUNCTIONS) {
    const parentId = ids.next('jobFunction');
    catalogue.functions.push({ id: parentId, name, parentId: null, active: true });
    for (const key of categories) {
      const id = ids.next('jobFunction');
      catalogue.functions.push({ id, name: CATEGORIES[key], parentId, active: true });
      keys.functions.set(key, id);
    }
  }
  catalogue.functions.push({
    id: ids.next('jobFunction'),
    name: RETIRED_FUNCTION,
    parentId: null,
    active: false,
  });
  for (const { key, name, age, limit, active } of SUBJECTS) {
    const id = ids.next('subject');
    keys.subjects.set(key, id);
    catalogue.subjects.push({
      id,
      name: { zh: classOf(name.zh, epoch), en: classOf(name.en, epoch) },
      active,
      applicationLimit: limit,
      creatorId: openIdOf(CAMPUS_RECRUITER),
      createdAt: Math.floor(epoch - age * MONTH),
    });
  }
  catalogue.jobForms = JOB_FORMS.map((form) => makeForm(ids, form));
  catalogue.requirementForms = REQUIREMENT_FORMS.map((form) =>
    makeForm(ids, { ...form, processType: null }),
  );
  return keys;
}

/** Graduates are hired in autumn for the next summer. */
export function classOf(words: string, epoch: number): string {
  const date = new Date(epoch);
  const graduation = date.getUTCFullYear() + (date.getUTCMonth() >= 6 ? 1 : 0);
  return words
    .replace('{class}', String(graduation))
    .replace('{lastClass}', String(graduation - 1));
}

function makeForm(
  ids: Ids,
  form: { name: Text; processType: ProcessType | null; modules: readonly ModuleSpec[] },
): FormTemplate {
  return {
    id: ids.next('jobForm'),
    name: form.name,
    processType: form.processType,
    modules: form.modules.map((module) => makeModule(ids, module)),
  };
}

function makeModule(ids: Ids, { name, custom, fields }: ModuleSpec): FormModule {
  return {
    id: ids.next('jobForm'),
    name,
    custom,
    fields: fields.map(({ name, type, required, options }) => ({
      id: ids.next('jobForm'),
      name,
      type,
      required: required ?? false,
      active: true,
      options: (options ?? []).map((option, at) => ({
        key: String(at + 1),
        name: option,
        active: true,
      })),
    })),
  };
}
