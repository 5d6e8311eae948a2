import 'server-only';
import { z } from 'zod';
import {
  flag,
  I18n,
  IdZhEn,
  id,
  optionalId,
  optionalIds,
  optionalInt,
  optionalMonth,
  optionalMs,
  optionalSeconds,
  text,
} from './common';

const City = z.object({ city_code: text, zh_name: text, en_name: text });

/** A row of `GET /talents`. Contact and name are personal data: they go into sealed columns. */
export const FeishuTalent = z.object({
  id,
  is_in_agency_period: flag,
  is_onboarded: flag,
  basic_info: z.object({
    name: z.string(),
    mobile: text,
    mobile_code: text,
    mobile_country_code: text,
    email: text,
    experience_years: optionalInt,
    age: optionalInt,
    /** 1 male, 2 female, 3 other. */
    gender: optionalInt,
    current_city: City.optional(),
    hometown_city: City.optional(),
    preferred_city_list: z.array(City).optional(),
    /** Seconds on the wire. */
    birthday: optionalSeconds,
    creator_id: optionalId,
    modify_time: optionalMs,
  }),
  education_list: z
    .array(
      z.object({
        id: optionalId,
        /** CONTRACT section 4, talent degree. */
        degree: optionalInt,
        school: text,
        field_of_study: text,
        start_time: optionalMonth,
        end_time: optionalMonth,
        end_time_v2: optionalMonth,
        education_type: optionalInt,
      }),
    )
    .optional(),
  career_list: z
    .array(
      z.object({
        id: optionalId,
        company: text,
        title: text,
        desc: text,
        start_time: optionalMonth,
        end_time: optionalMonth,
        /** 1 internship, 2 work, 3 part time, 4 other. */
        career_type: optionalInt,
      }),
    )
    .optional(),
  project_list: z
    .array(
      z.object({
        id: optionalId,
        name: text,
        role: text,
        link: text,
        desc: text,
        start_time: optionalMonth,
        end_time: optionalMonth,
      }),
    )
    .optional(),
  award_list: z
    .array(z.object({ id: optionalId, title: text, award_time: optionalMonth, desc: text }))
    .optional(),
  language_list: z
    .array(z.object({ id: optionalId, language: optionalInt, proficiency: optionalInt }))
    .optional(),
  resume_source_list: z.array(IdZhEn).optional(),
  resume_attachment_id_list: optionalIds,
  top_degree: optionalInt,
  first_degree: optionalInt,
});
export type FeishuTalent = z.infer<typeof FeishuTalent>;

const Career = z.object({
  company_name: text,
  title: text,
  description: text,
  start_time: optionalMonth,
  end_time: optionalMonth,
});

/** `GET /v2/talents/:id`: other field names than the list's. */
export const FeishuTalentDetail = z.object({
  talent_id: id,
  basic_info: z.object({
    name: z.string(),
    mobile_number: text,
    mobile_code: text,
    email: text,
    experience_years: optionalInt,
    age: optionalInt,
    gender: optionalInt,
    current_location_code: text,
    hometown_location_code: text,
    preferred_location_code_list: z.array(z.string()).optional(),
    birthday: optionalSeconds,
    create_time: optionalMs,
    update_time: optionalMs,
    /** 1 hidden, 2 public. */
    confidential: optionalInt,
  }),
  education_list: z
    .array(
      z.object({
        degree: optionalInt,
        school_name: text,
        major: text,
        start_time: optionalMonth,
        end_time: optionalMonth,
        education_type: optionalInt,
        academic_ranking: optionalInt,
      }),
    )
    .optional(),
  career_list: z.array(Career).optional(),
  internship_list: z.array(Career).optional(),
  project_list: z
    .array(
      z.object({
        project_name: text,
        role: text,
        link: text,
        description: text,
        start_time: optionalMonth,
        end_time: optionalMonth,
      }),
    )
    .optional(),
  award_list: z
    .array(z.object({ award_name: text, award_time: optionalMonth, description: text }))
    .optional(),
  language_list: z.array(z.object({ language: optionalInt, proficiency: optionalInt })).optional(),
  resume_source_list: z.array(IdZhEn).optional(),
  resume_attachment_id_list: optionalIds,
  resume_attachment_list: z
    .array(z.object({ id, name: text, mime: text, create_time: optionalMs }))
    .optional(),
  is_onboarded: flag,
  is_in_agency_period: flag,
  top_degree: optionalInt,
  talent_pool_id_list: optionalIds,
  talent_pool_ref_list_v2: z
    .array(z.object({ id, name: I18n.optional(), add_time: optionalMs }))
    .optional(),
  talent_folder_ref_list_v2: z
    .array(z.object({ folder_id: id, name: text, owner_id: optionalId, add_time: optionalMs }))
    .optional(),
  tag_list: z.array(z.object({ id, name: I18n.optional(), type: optionalInt })).optional(),
  similar_info_v2: z
    .object({ is_similar_talent: flag, similar_talent_id_list: optionalIds })
    .optional(),
  block_info: z
    .object({ blocked_time: optionalMs, creator_id: optionalId, reason: text })
    .optional(),
  note_list_v2: z
    .array(
      z.object({
        id,
        talent_id: optionalId,
        application_id: optionalId,
        create_time: optionalMs,
        update_time: optionalMs,
        creator_id: optionalId,
        content: text,
        /** 1 private, 2 public. */
        privacy: optionalInt,
      }),
    )
    .optional(),
});
export type FeishuTalentDetail = z.infer<typeof FeishuTalentDetail>;
