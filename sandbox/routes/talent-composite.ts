import type { Call } from '@/sandbox/platform/call';
import type { ModuleKey } from '@/sandbox/world/records/talents';
import { tagsOf } from '@/sandbox/world/tag-rules';
import { profileOf } from '@/sandbox/world/talent-profiles';
import type { Talent } from '@/sandbox/world/types';
import { isInAgencyPeriod } from './agency-protections';
import { customShape, MODULE_TYPE, ownModules } from './talent-custom';
import { ageOf, attachmentsOf, known, sourceList, told, topDegree } from './talent-parts';
import { languageShape } from './talent-rows';
import { i18n, ms } from './wire';

/** `data` of `GET /v2/talents/:talent_id`: all that is known of a talent, under other names than v1. */
export function compositeTalent(call: Call, talent: Talent) {
  const profile = profileOf(call.world, talent);
  const values = (key: ModuleKey, holder: string) => {
    const module = call.world.talentModules.find((one) => one.key === key);
    return customShape(call.world, module, profile.custom[holder], 'file_name');
  };
  const careers = (internship: boolean) =>
    talent.careers
      .filter((c) => (c.careerType === 1) === internship)
      .map((c) => ({
        company_name: c.company,
        description: c.description,
        end_time: c.end,
        start_time: c.start,
        title: c.title,
        customized_data_list: values('career', c.id),
      }));
  const attachments = attachmentsOf(call, talent);
  return {
    talent_id: talent.id,
    basic_info: {
      name: talent.name,
      mobile_number: told(talent.mobile),
      mobile_code: told(talent.mobileCode),
      email: told(talent.email),
      experience_years: talent.experienceYears,
      age: ageOf(talent, call.now),
      nationality_code: profile.nationalityCode,
      gender: talent.gender,
      current_location_code: told(talent.currentCityCode),
      hometown_location_code: profile.hometownCityCode ?? undefined,
      preferred_location_code_list: profile.preferredCityCodes,
      identification_type: profile.identification?.type,
      identification_number: profile.identification?.number,
      birthday: known(talent.birthday),
      customized_data_list: values('basic', 'basic'),
      update_time: ms(talent.updatedAt),
      create_time: ms(talent.createdAt),
      confidential: 2,
    },
    education_list: talent.educations.map((e) => ({
      degree: known(e.degree),
      school_name: e.school,
      major: e.major,
      start_time: e.start,
      end_time: e.end,
      education_type: known(e.educationType),
      academic_ranking: profile.rankings[e.id],
      customized_data_list: values('education', e.id),
    })),
    career_list: careers(false),
    project_list: talent.projects.map((p) => ({
      project_name: p.name,
      role: p.role,
      link: profile.projectLinks[p.id] ?? '',
      description: p.description,
      start_time: p.start,
      end_time: p.end,
      customized_data_list: values('project', p.id),
    })),
    works_list: profile.works.map(({ id, link, description }) => ({
      id,
      link,
      description,
      customized_data_list: values('works', id),
    })),
    award_list: profile.awards.map(({ id, title, time, description }) => ({
      award_name: title,
      award_time: time,
      description,
      customized_data_list: values('award', id),
    })),
    language_list: profile.languages.map((skill) => {
      const { language, proficiency } = languageShape(skill);
      return { language, proficiency, customized_data_list: values('language', skill.id) };
    }),
    sns_list: profile.socials.map(({ id, type, link }) => ({
      sns_type: type,
      link,
      customized_data_list: values('sns', id),
    })),
    resume_source_list: sourceList(call, talent),
    internship_list: careers(true),
    customized_data_list: ownModules(call.world)
      .filter(({ id }) => profile.custom[id])
      .map((module) => ({
        module_id: module.id,
        name: i18n(module.name),
        object_type: MODULE_TYPE,
        children: customShape(call.world, module, profile.custom[module.id], 'file_name'),
      })),
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
    is_in_agency_period: isInAgencyPeriod(call, talent.id),
    top_degree: topDegree(talent),
    ...filed(call, talent),
    similar_info_v2: { is_similar_talent: false, similar_talent_id_list: [] },
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

/** Pools, folders, tags and the block list. */
function filed(call: Call, talent: Talent) {
  const { world } = call;
  const file = world.talentFiles.get(talent.id);
  const pools = (file?.pools ?? []).flatMap(({ id, at }) => {
    const pool = world.pools.find((one) => one.id === id);
    return pool ? [{ pool, at }] : [];
  });
  const folders = (file?.folders ?? []).flatMap(({ id, at }) => {
    const folder = world.folders.find((one) => one.id === id);
    return folder ? [{ folder, at }] : [];
  });
  return {
    talent_pool_id_list: pools.map(({ pool }) => pool.id),
    talent_pool_ref_list_v2: pools.map(({ pool, at }) => ({
      id: pool.id,
      name: i18n(pool.name),
      description: i18n(pool.description),
      add_time: ms(at),
    })),
    talent_folder_ref_list_v2: folders.map(({ folder, at }) => ({
      name: folder.name,
      folder_id: folder.id,
      owner_id: call.ids.user(folder.ownerId),
      add_time: ms(at),
    })),
    tag_list: tagsOf(world, talent).map((tag) => ({
      id: tag.id,
      name: i18n(tag.name),
      description: i18n(tag.description),
      type: tag.rule ? 2 : 1,
    })),
    block_info: file?.block
      ? {
          blocked_time: ms(file.block.at),
          creator_id: call.ids.user(file.block.creatorId),
          reason: file.block.reason,
        }
      : undefined,
  };
}
