import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import type { TalentProfile } from '@/sandbox/world/records/talents';
import { CHINA_CODE, profileOf } from '@/sandbox/world/talent-profiles';
import type { Talent } from '@/sandbox/world/types';
import { type Resume, readTalent } from './talent-body';
import { talentOf } from './talent-of';

const EMPLOYEE = 1;
const SYSTEM = 3;

const NOTHING: TalentProfile = {
  nationalityCode: CHINA_CODE,
  hometownCityCode: null,
  preferredCityCodes: [],
  identification: null,
  languages: [],
  awards: [],
  works: [],
  socials: [],
  selfEvaluation: '',
  creatorId: null,
  rankings: {},
  projectLinks: {},
  custom: {},
};

/** Who acts: an employee has to be named, and nobody named means the system. */
function actorOf(call: Call, name: 'creator' | 'operator'): string | null {
  const id = call.body.text(`${name}_id`);
  if (id === undefined && call.body.int(`${name}_account_type`) === EMPLOYEE) {
    throw new Refusal(1002002);
  }
  return id === undefined ? null : call.ids.person(id).openId;
}

const told = (call: Call, name: 'creator' | 'operator', openId: string | null) => ({
  [`${name}_id`]: call.ids.user(openId),
  [`${name}_account_type`]: openId === null ? SYSTEM : EMPLOYEE,
});

/** What a write names beside the résumé; each has to exist before anything is written. */
function namedBy(call: Call, talentId: string | null) {
  const { world, body } = call;
  const folderIds = [...new Set(body.texts('folder_id_list') ?? [])];
  if (folderIds.some((id) => !world.folders.some((folder) => folder.id === id))) {
    throw new Refusal(1002002);
  }
  const uploadId = body.text('resume_attachment_id');
  const attached = uploadId === undefined ? undefined : world.attachments.get(uploadId);
  const isOthers = attached !== undefined && attached.talentId !== talentId;
  if (uploadId !== undefined && (isOthers || !(attached || world.uploads.has(uploadId)))) {
    throw new Refusal(1002002);
  }
  const sourceId = body.text('resume_source_id') ?? body.text('init_source_id');
  if (sourceId !== undefined && !world.sources.some(({ id }) => id === sourceId)) {
    throw new Refusal(1002002);
  }
  return { folderIds, uploadId: attached ? undefined : uploadId, sourceId };
}

function refuseTwin(call: Call, resume: Partial<Resume>, own: string | null): void {
  if (call.switches.duplicateTalent === 'allow') return;
  const { mobile, mobileCode, email } = resume;
  for (const talent of call.world.talents.values()) {
    if (talent.id === own) continue;
    const sameMobile = mobile && talent.mobile === mobile && talent.mobileCode === mobileCode;
    if (sameMobile || (email && talent.email === email)) {
      throw new Refusal(1002105, { http: 400, message: 'duplicate talent' });
    }
  }
}

function file(call: Call, talentId: string, named: ReturnType<typeof namedBy>): void {
  const inside = (id: string) =>
    call.world.talentFiles.get(talentId)?.folders.some((folder) => folder.id === id);
  for (const folderId of named.folderIds) {
    if (inside(folderId)) continue;
    call.commit({ kind: 'talent.foldered', at: call.now, talentId, folderId, inside: true });
  }
  const { uploadId } = named;
  if (uploadId) call.commit({ kind: 'attachment.attached', at: call.now, talentId, uploadId });
}

export const talentWriteHandlers: Handlers = {
  'hire.v1.talent.combinedCreate': (call) => {
    const creatorId = actorOf(call, 'creator');
    const named = namedBy(call, null);
    const { resume, profile } = readTalent(call, NOTHING);
    refuseTwin(call, resume, null);
    const talent: Talent = {
      id: call.app.store.nextId('talent'),
      name: '',
      mobile: '',
      mobileCode: '',
      email: '',
      gender: 3,
      birthday: 0,
      experienceYears: 0,
      currentCityCode: '',
      educations: [],
      careers: [],
      projects: [],
      ...resume,
      sourceId: named.sourceId ?? '',
      tagIds: [],
      attachmentId: null,
      createdAt: call.now,
      updatedAt: call.now,
      onboarded: false,
      lockedByApplicationId: null,
    };
    const talentId = talent.id;
    call.commit({ kind: 'talent.created', at: call.now, talent });
    const written = { ...profile, creatorId };
    call.commit({ kind: 'talent.profiled', at: call.now, talentId, profile: written });
    file(call, talentId, named);
    return { talent_id: talentId, ...told(call, 'creator', creatorId) };
  },

  'hire.v1.talent.combinedUpdate': (call) => {
    const talent = talentOf(call, call.body.must('talent_id'));
    const operatorId = actorOf(call, 'operator');
    const named = namedBy(call, talent.id);
    const { resume, profile } = readTalent(call, profileOf(call.world, talent));
    refuseTwin(call, { mobileCode: talent.mobileCode, ...resume }, talent.id);
    const talentId = talent.id;
    const fields = named.sourceId ? { ...resume, sourceId: named.sourceId } : resume;
    call.commit({ kind: 'talent.updated', at: call.now, talentId, fields });
    call.commit({ kind: 'talent.profiled', at: call.now, talentId, profile });
    file(call, talentId, named);
    return { talent_id: talentId, ...told(call, 'operator', operatorId) };
  },
};
