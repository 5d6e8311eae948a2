import 'server-only';
import type { CareerRow, EducationRow, ProjectRow } from '@/lib/server/db/schema/talents';
import type { FeishuTalent, FeishuTalentDetail } from '@/lib/server/feishu/wire/talents';

/**
 * A talent as both forms of Feishu's record say it (list, and v2 detail with other field names).
 * `undefined` means "not sent", which is not the same as empty.
 */
export type TalentFacts = {
  id: string;
  name: string;
  phone: string | undefined;
  phoneCountry: string | undefined;
  email: string | undefined;
  gender: number | undefined;
  age: number | undefined;
  experienceYears: number | undefined;
  topDegree: number | undefined;
  city: { zh: string; en: string } | undefined;
  educations: EducationRow[];
  careers: CareerRow[];
  projects: ProjectRow[];
  attachmentIds: string[];
  inAgencyPeriod: boolean;
  onboarded: boolean;
  updatedAt: number | undefined;
};

const UNTIL_NOW = '-';
const day = (text: string | undefined) =>
  text === undefined || text === UNTIL_NOW ? null : text.slice(0, 10);

export function factsOfListed(talent: FeishuTalent): TalentFacts {
  const basic = talent.basic_info;
  const city = basic.current_city;
  const cityName = city?.zh_name || city?.en_name;
  return {
    id: talent.id,
    name: basic.name,
    phone: basic.mobile,
    phoneCountry: basic.mobile_code,
    email: basic.email,
    gender: basic.gender,
    age: basic.age,
    experienceYears: basic.experience_years,
    topDegree: talent.top_degree,
    city: cityName ? { zh: city?.zh_name || cityName, en: city?.en_name || cityName } : undefined,
    educations: (talent.education_list ?? []).map((education) => ({
      school: education.school ?? '',
      major: education.field_of_study ?? '',
      degree: education.degree ?? null,
      start: day(education.start_time),
      end: day(education.end_time_v2 ?? education.end_time),
    })),
    careers: (talent.career_list ?? []).map((career) => ({
      company: career.company ?? '',
      title: career.title ?? '',
      description: career.desc ?? '',
      start: day(career.start_time),
      end: day(career.end_time),
    })),
    projects: (talent.project_list ?? []).map((project) => ({
      name: project.name ?? '',
      role: project.role ?? '',
      description: project.desc ?? '',
      start: day(project.start_time),
      end: day(project.end_time),
    })),
    attachmentIds: talent.resume_attachment_id_list ?? [],
    inAgencyPeriod: talent.is_in_agency_period ?? false,
    onboarded: talent.is_onboarded ?? false,
    updatedAt: basic.modify_time,
  };
}

/** The city comes as a bare code here: what the list said of it stays. */
export function factsOfDetail(talent: FeishuTalentDetail): TalentFacts {
  const basic = talent.basic_info;
  return {
    id: talent.talent_id,
    name: basic.name,
    phone: basic.mobile_number,
    phoneCountry: basic.mobile_code,
    email: basic.email,
    gender: basic.gender,
    age: basic.age,
    experienceYears: basic.experience_years,
    topDegree: talent.top_degree,
    city: undefined,
    educations: (talent.education_list ?? []).map((education) => ({
      school: education.school_name ?? '',
      major: education.major ?? '',
      degree: education.degree ?? null,
      start: day(education.start_time),
      end: day(education.end_time),
    })),
    careers: [...(talent.career_list ?? []), ...(talent.internship_list ?? [])].map((career) => ({
      company: career.company_name ?? '',
      title: career.title ?? '',
      description: career.description ?? '',
      start: day(career.start_time),
      end: day(career.end_time),
    })),
    projects: (talent.project_list ?? []).map((project) => ({
      name: project.project_name ?? '',
      role: project.role ?? '',
      description: project.description ?? '',
      start: day(project.start_time),
      end: day(project.end_time),
    })),
    attachmentIds: talent.resume_attachment_id_list ?? [],
    inAgencyPeriod: talent.is_in_agency_period ?? false,
    onboarded: talent.is_onboarded ?? false,
    updatedAt: basic.update_time,
  };
}

/** The one that lasts, else the one that ended or began last. */
export function latestOf<T extends { start: string | null; end: string | null }>(
  stays: readonly T[],
): T | undefined {
  const key = ({ start, end }: T) => `${end ?? (start === null ? '' : '9999')} ${start ?? ''}`;
  return stays.reduce<T | undefined>(
    (last, stay) => (last === undefined || key(stay) > key(last) ? stay : last),
    undefined,
  );
}
