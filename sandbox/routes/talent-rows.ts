import type { Call } from '@/sandbox/platform/call';
import type { ModuleKey, TalentProfile } from '@/sandbox/world/records/talents';
import { profileOf } from '@/sandbox/world/talent-profiles';
import type { Talent } from '@/sandbox/world/types';
import { isInAgencyPeriod } from './agency-protections';
import { customShape, MODULE_TYPE, ownModules } from './talent-custom';
import {
  ageOf,
  attachmentsOf,
  cityShape,
  countryOfDialCode,
  firstDegree,
  known,
  nationalityShape,
  sourceList,
  told,
  topDegree,
} from './talent-parts';
import { i18n, ms } from './wire';

function basicInfo(call: Call, talent: Talent, profile: TalentProfile) {
  return {
    name: talent.name,
    mobile: told(talent.mobile),
    mobile_code: told(talent.mobileCode),
    mobile_country_code: countryOfDialCode(talent.mobileCode),
    email: told(talent.email),
    experience_years: talent.experienceYears,
    age: ageOf(talent, call.now),
    nationality: nationalityShape(profile.nationalityCode),
    gender: talent.gender,
    current_city: cityShape(call, talent.currentCityCode),
    hometown_city: cityShape(call, profile.hometownCityCode),
    preferred_city_list: profile.preferredCityCodes.flatMap((code) => cityShape(call, code) ?? []),
    identification_type: profile.identification?.type,
    identification_number: profile.identification?.number,
    birthday: known(talent.birthday),
    creator_id: call.ids.user(profile.creatorId),
    modify_time: ms(talent.updatedAt),
  };
}

/** A row of `GET /v1/talents`. */
export function talentRow(call: Call, talent: Talent) {
  const profile = profileOf(call.world, talent);
  return {
    id: talent.id,
    is_in_agency_period: isInAgencyPeriod(call, talent.id),
    is_onboarded: talent.onboarded,
    basic_info: basicInfo(call, talent, profile),
    education_list: talent.educations.map((e) => ({
      id: e.id,
      degree: known(e.degree),
      school: e.school,
      field_of_study: e.major,
      start_time: e.start,
      end_time: e.end,
      end_time_v2: e.end,
      education_type: known(e.educationType),
      academic_ranking: profile.rankings[e.id],
      tag_list: [],
    })),
    career_list: talent.careers.map((c) => ({
      id: c.id,
      company: c.company,
      title: c.title,
      desc: c.description,
      start_time: c.start,
      end_time: c.end,
      career_type: c.careerType,
      tag_list: [],
    })),
    project_list: talent.projects.map((p) => ({
      id: p.id,
      name: p.name,
      role: p.role,
      link: profile.projectLinks[p.id] ?? '',
      desc: p.description,
      start_time: p.start,
      end_time: p.end,
    })),
    works_list: profile.works.map(({ id, link, description, attachmentId }) => ({
      id,
      link,
      desc: description,
      name: attachmentId === null ? undefined : call.world.uploads.get(attachmentId)?.name,
    })),
    award_list: profile.awards.map(({ id, title, time, description }) => ({
      id,
      title,
      award_time: time,
      desc: description,
    })),
    language_list: profile.languages.map((one) => languageShape(one)),
    sns_list: profile.socials.map(({ id, type, link }) => ({ id, sns_type: type, link })),
    resume_source_list: sourceList(call, talent),
    interview_registration_list: [],
    resume_attachment_id_list: attachmentsOf(call, talent).map((a) => a.id),
    top_degree: topDegree(talent),
    first_degree: firstDegree(talent),
  };
}

/** Reads print languages 1 to 25 only, writes take 29. */
export const languageShape = (skill: { id: string; language: number; proficiency: number }) => ({
  id: skill.id,
  language: skill.language <= 25 ? skill.language : undefined,
  proficiency: known(skill.proficiency),
});

/** `talent` of `GET /v1/talents/:talent_id`: the row with the company's own fields. */
export function talentInFull(call: Call, talent: Talent) {
  const { custom } = profileOf(call.world, talent);
  const row = talentRow(call, talent);
  const values = (key: ModuleKey, holder: string) => {
    const module = call.world.talentModules.find((one) => one.key === key);
    return customShape(call.world, module, custom[holder], 'name');
  };
  const each = <T extends { id: string }>(key: ModuleKey, rows: T[]) =>
    rows.map((one) => ({ ...one, customized_data_list: values(key, one.id) }));
  return {
    ...row,
    basic_info: { ...row.basic_info, customized_data_list: values('basic', 'basic') },
    education_list: each('education', row.education_list),
    career_list: each('career', row.career_list),
    project_list: each('project', row.project_list),
    works_list: each('works', row.works_list),
    award_list: each('award', row.award_list),
    language_list: each('language', row.language_list),
    sns_list: each('sns', row.sns_list),
    registration_list: [],
    customized_data_list: ownModules(call.world)
      .filter(({ id }) => custom[id])
      .map((module) => ({
        object_id: module.id,
        name: i18n(module.name),
        object_type: MODULE_TYPE,
        children: customShape(call.world, module, custom[module.id], 'name'),
      })),
  };
}
