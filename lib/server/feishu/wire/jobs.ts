import 'server-only';
import { z } from 'zod';
import {
  CodeName,
  I18n,
  IdName,
  IdZhEn,
  id,
  int,
  optionalId,
  optionalIds,
  optionalInt,
  optionalMs,
  text,
} from './common';

/** A row of `GET /jobs`. */
export const FeishuJob = z.object({
  id,
  title: z.string(),
  description: text,
  requirement: text,
  code: text,
  recruitment_type: IdZhEn.optional(),
  department: IdZhEn.optional(),
  min_job_level: IdZhEn.optional(),
  max_job_level: IdZhEn.optional(),
  job_category: IdZhEn.optional(),
  job_type: IdZhEn.optional(),
  job_function: IdName.optional(),
  subject: IdName.optional(),
  /** 1 open, 2 not. */
  active_status: optionalInt,
  create_user_id: optionalId,
  /** 1 social, 2 campus. */
  process_type: optionalInt,
  process_id: optionalId,
  process_name: text,
  process_en_name: text,
  head_count: optionalInt,
  experience: optionalInt,
  required_degree: optionalInt,
  /** Thousands of CNY a month. */
  min_salary: optionalInt,
  max_salary: optionalInt,
  city_list: z.array(CodeName).optional(),
  /** 1 real, 2 virtual. */
  job_attribute: optionalInt,
  /** The plain `create_time` and `update_time` are replaced by these. */
  create_timestamp: optionalMs,
  update_timestamp: optionalMs,
  expiry_timestamp: optionalMs,
});
export type FeishuJob = z.infer<typeof FeishuJob>;

export const FeishuJobDetail = z.object({
  basic_info: z.object({
    id,
    title: z.string(),
    description: text,
    requirement: text,
    code: text,
    recruitment_type: IdName.optional(),
    department: IdName.optional(),
    min_job_level: IdName.optional(),
    max_job_level: IdName.optional(),
    job_category: IdName.optional(),
    job_type: IdName.optional(),
    job_function: IdName.optional(),
    subject: IdName.optional(),
    highlight_list: z.array(IdName).optional(),
    active_status: optionalInt,
    creator_id: optionalId,
    create_time: optionalMs,
    update_time: optionalMs,
    expiry_time: optionalMs,
    process_type: optionalInt,
    process_id: optionalId,
    process_name: I18n.optional(),
    head_count: optionalInt,
    experience: optionalInt,
    required_degree: optionalInt,
    min_salary: optionalInt,
    max_salary: optionalInt,
    city_list: z.array(CodeName).optional(),
    job_attribute: optionalInt,
  }),
  recruiter: IdName.optional(),
  assistant_list: z.array(IdName).optional(),
  hiring_manager_list: z.array(IdName).optional(),
  address_list: z
    .array(z.object({ id, name: I18n.optional(), city: CodeName.optional() }))
    .optional(),
  job_requirement_list: z
    .array(z.object({ id, short_code: text, name: text, department_id: optionalId }))
    .optional(),
  tag_list: z.array(z.object({ id, name: I18n.optional(), order: optionalInt })).optional(),
  /** In the SDK's types only; whether Feishu sends it is unknown (CONTRACT section 0). */
  stage_count_list: z.array(z.object({ stage: z.object({ id }), count: int })).optional(),
});
export type FeishuJobDetail = z.infer<typeof FeishuJobDetail>;

/** Who works on a job, as open ids. */
export const FeishuJobTeam = z.object({
  id,
  recruiter_id: optionalId,
  hiring_manager_id_list: optionalIds,
  assistant_id_list: optionalIds,
});
export type FeishuJobTeam = z.infer<typeof FeishuJobTeam>;
