import type { ProcessType, Text } from '@/sandbox/world/types';

/** 职位类别, preset by Feishu: two levels. */
export type JobType = { id: string; name: Text; parentId: string | null };

/** 职能分类, the tenant's own. */
export type JobFunction = { id: string; name: Text; parentId: string | null; active: boolean };

/** 项目: jobs that are started and run together, as a year's graduate hiring. */
export type Subject = {
  id: string;
  name: Text;
  active: boolean;
  /** How many of its jobs a candidate may apply for. */
  applicationLimit: number;
  creatorId: string;
  createdAt: number;
};

/** 1 line, 2 text, 3 one option, 4 options, 5 date, 8 period, 9 number, 10 preset (CONTRACT section 4). */
export type FormFieldType = 1 | 2 | 3 | 4 | 5 | 8 | 9 | 10;
export type FormField = {
  id: string;
  name: Text;
  type: FormFieldType;
  required: boolean;
  active: boolean;
  options: { key: string; name: Text; active: boolean }[];
};
export type FormModule = { id: string; name: Text; custom: boolean; fields: FormField[] };
/** A form of jobs (职位模板) or of requirements (招聘需求模板). */
export type FormTemplate = {
  id: string;
  name: Text;
  /** Null where it serves both. */
  processType: ProcessType | null;
  modules: FormModule[];
};

/** The answer to a custom field, as the API takes it: always text (JSON for options and periods). */
export type CustomValue = { fieldId: string; value: string };

/** What jobs and requirements choose from. Nothing of it changes through the API. */
export type JobCatalogue = {
  types: JobType[];
  functions: JobFunction[];
  subjects: Subject[];
  jobForms: FormTemplate[];
  requirementForms: FormTemplate[];
};
