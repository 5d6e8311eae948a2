import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { offsetPage, stretchPage, updateWindow } from '@/sandbox/platform/paging';
import type { Talent } from '@/sandbox/world/types';
import { cityOf, i18n, idZhEn, ms } from './wire';

const YEAR_MS = 31_557_600_000;

function ageOf(talent: Talent, now: number): number {
  return Math.floor((now - talent.birthday * 1000) / YEAR_MS);
}

const topDegree = (talent: Talent) => {
  const degrees = talent.educations.map((e) => e.degree).filter((d) => d !== 9);
  return degrees.length > 0 ? Math.max(...degrees) : undefined;
};

/** `first_degree` of the list counts differently: 1 below college … 5 doctor, 7 none. */
function firstDegree(talent: Talent): number {
  const degrees = talent.educations.map((e) => e.degree).filter((d) => d !== 9);
  if (degrees.length === 0) return 7;
  const lowest = Math.min(...degrees);
  return lowest < 5 ? 1 : lowest - 3;
}

function sourceList(call: Call, talent: Talent) {
  const source = call.world.sources.find((s) => s.id === talent.sourceId);
  return source ? [idZhEn(source.id, source.name)] : [];
}

function listRow(call: Call, talent: Talent) {
  const city = cityOf(call.world, talent.currentCityCode);
  return {
    id: talent.id,
    is_in_agency_period: false,
    is_onboarded: talent.onboarded,
    basic_info: {
      name: talent.name,
      mobile: talent.mobile,
      mobile_code: talent.mobileCode,
      mobile_country_code: 'CN_1',
      email: talent.email,
      experience_years: talent.experienceYears,
      age: ageOf(talent, call.now),
      nationality: { nationality_code: 'CN_1', zh_name: '中国', en_name: 'China' },
      gender: talent.gender,
      current_city: city
        ? { city_code: city.code, zh_name: city.name.zh, en_name: city.name.en }
        : undefined,
      preferred_city_list: [],
      birthday: talent.birthday,
      modify_time: ms(talent.updatedAt),
    },
    education_list: talent.educations.map((e) => ({
      id: e.id,
      degree: e.degree,
      school: e.school,
      field_of_study: e.major,
      start_time: e.start,
      end_time: e.end,
      end_time_v2: e.end,
      education_type: e.educationType,
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
      link: '',
      desc: p.description,
      start_time: p.start,
      end_time: p.end,
    })),
    works_list: [],
    award_list: [],
    language_list: [],
    sns_list: [],
    resume_source_list: sourceList(call, talent),
    interview_registration_list: [],
    resume_attachment_id_list: attachmentsOf(call, talent).map((a) => a.id),
    top_degree: topDegree(talent),
    first_degree: firstDegree(talent),
  };
}

function attachmentsOf(call: Call, talent: Talent) {
  return call.index.attachmentsByTalent.get(talent.id) ?? [];
}

function compositeTalent(call: Call, talent: Talent) {
  const career = (internship: boolean) =>
    talent.careers
      .filter((c) => (c.careerType === 1) === internship)
      .map((c) => ({
        company_name: c.company,
        description: c.description,
        end_time: c.end,
        start_time: c.start,
        title: c.title,
        customized_data_list: [],
      }));
  const attachments = attachmentsOf(call, talent);
  return {
    talent_id: talent.id,
    basic_info: {
      name: talent.name,
      mobile_number: talent.mobile,
      mobile_code: talent.mobileCode,
      email: talent.email,
      experience_years: talent.experienceYears,
      age: ageOf(talent, call.now),
      nationality_code: 'CN_1',
      gender: talent.gender,
      current_location_code: talent.currentCityCode,
      preferred_location_code_list: [],
      birthday: talent.birthday,
      customized_data_list: [],
      update_time: ms(talent.updatedAt),
      create_time: ms(talent.createdAt),
      confidential: 2,
    },
    education_list: talent.educations.map((e) => ({
      degree: e.degree,
      school_name: e.school,
      major: e.major,
      start_time: e.start,
      end_time: e.end,
      education_type: e.educationType,
      customized_data_list: [],
    })),
    career_list: career(false),
    project_list: talent.projects.map((p) => ({
      project_name: p.name,
      role: p.role,
      link: '',
      description: p.description,
      start_time: p.start,
      end_time: p.end,
      customized_data_list: [],
    })),
    works_list: [],
    award_list: [],
    language_list: [],
    sns_list: [],
    resume_source_list: sourceList(call, talent),
    internship_list: career(true),
    customized_data_list: [],
    resume_attachment_id_list: attachments.map((a) => a.id),
    resume_attachment_list: attachments.map((a) => ({
      id: a.id,
      name: a.name,
      mime: a.mime,
      create_time: ms(a.createdAt),
    })),
    interview_registration_list: [],
    registration_list: [],
    is_onboarded: talent.onboarded,
    is_in_agency_period: false,
    top_degree: topDegree(talent),
    talent_pool_id_list: [],
    talent_folder_ref_list_v2: [],
    tag_list: call.world.tags
      .filter((tag) => talent.tagIds.includes(tag.id))
      .map((tag) => ({ id: tag.id, name: i18n(tag.name), description: i18n(tag.name), type: 1 })),
    similar_info_v2: { is_similar_talent: false, similar_talent_id_list: [] },
    talent_pool_ref_list_v2: [],
    note_list_v2: (call.index.notesByTalent.get(talent.id) ?? []).map((note) => ({
      id: note.id,
      talent_id: note.talentId,
      application_id: note.applicationId ?? undefined,
      create_time: ms(note.createdAt),
      update_time: ms(note.modifiedAt),
      creator_id: call.ids.user(note.creatorId),
      content: note.content,
      privacy: note.isPrivate ? 1 : 2,
    })),
  };
}

/** What a keyword or another order leaves, newest first; 2 (relevance) falls back to updates. */
function talentsSearched(call: Call, window: { from: number; to: number }): Talent[] {
  const keyword = call.query.text('keyword')?.toLowerCase() ?? '';
  const rows = call.app.order.talentsByUpdate.ascending
    .filter(
      (t) =>
        t.updatedAt >= window.from &&
        t.updatedAt <= window.to &&
        (t.name.toLowerCase().includes(keyword) ||
          t.email.toLowerCase().includes(keyword) ||
          t.mobile.includes(keyword)),
    )
    .reverse();
  switch (call.query.int('sort_by')) {
    case 3:
      return rows.sort((a, b) => latestApplication(call, b) - latestApplication(call, a));
    case 4:
      return rows.sort((a, b) => b.createdAt - a.createdAt);
    default:
      return rows;
  }
}

function talentPage(call: Call) {
  const window = updateWindow(call);
  const shape = (talent: Talent) => listRow(call, talent);
  const isPlain = !call.query.text('keyword') && (call.query.int('sort_by') ?? 1) < 3;
  return isPlain
    ? stretchPage(call, call.app.order.talentsByUpdate, window, true, shape)
    : offsetPage(call, talentsSearched(call, window), shape);
}

function latestApplication(call: Call, talent: Talent): number {
  const rows = call.index.applicationsByTalent.get(talent.id) ?? [];
  return rows.reduce((latest, row) => Math.max(latest, row.createdAt), 0);
}

export const talentHandlers: Handlers = {
  'hire.v1.talent.list': (call) => {
    const page = talentPage(call);
    const forgives = call.query.text('query_option') === 'ignore_empty_error';
    if (page.items.length === 0 && !forgives) {
      throw new Refusal(call.switches.emptyTalentListCode, { http: 400 });
    }
    return page;
  },

  'hire.v2.talent.get': (call) =>
    compositeTalent(call, call.found(call.world.talents.get(call.param('talent_id')), 1002102)),
};
