import { z } from 'zod';
import type { Talent } from '@/sandbox/world/types';
import { deleteApplication } from './application-changes';
import { at, change, id } from './parts';
import { type Appliers, need, type Scene } from './scene';
import { fileOf } from './talent-file-changes';

const education = z.object({
  id,
  school: z.string(),
  major: z.string(),
  degree: z.number().int(),
  educationType: z.number().int(),
  start: z.string(),
  end: z.string(),
});
const career = z.object({
  id,
  company: z.string(),
  title: z.string(),
  description: z.string(),
  careerType: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  start: z.string(),
  end: z.string(),
});
const project = z.object({
  id,
  name: z.string(),
  role: z.string(),
  description: z.string(),
  start: z.string(),
  end: z.string(),
});
const resume = {
  name: z.string(),
  mobile: z.string(),
  mobileCode: z.string(),
  email: z.string(),
  gender: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  birthday: z.number(),
  experienceYears: z.number(),
  currentCityCode: z.string(),
  sourceId: z.string(),
  educations: z.array(education),
  careers: z.array(career),
  projects: z.array(project),
};
const talent: z.ZodType<Talent> = z.object({
  id,
  ...resume,
  tagIds: z.array(id),
  attachmentId: id.nullable(),
  createdAt: at,
  updatedAt: at,
  onboarded: z.boolean(),
  lockedByApplicationId: id.nullable(),
});

export const talentChanges = [
  change('talent.created', { talent }),
  /** The fields given take the place of what was there. */
  change('talent.updated', { talentId: id, fields: z.object(resume).partial() }),
  change('talent.deleted', { talentId: id }),
  /** Joined or left, without an application. `since` is when. */
  change('talent.employed', { talentId: id, employed: z.boolean(), since: at }),
  change('talent.tagged', { talentId: id, tagId: id }),
  change('talent.untagged', { talentId: id, tagId: id }),
  change('talent.locked', { applicationId: id }),
  change('talent.unlocked', { talentId: id }),
] as const;
export type TalentChange = z.infer<(typeof talentChanges)[number]>;

export const talentAppliers: Appliers<TalentChange> = {
  'talent.created'(scene, change) {
    scene.world.talents.set(change.talent.id, change.talent);
  },
  'talent.updated'(scene, change) {
    const talent = need(scene.world.talents, change.talentId);
    Object.assign(talent, change.fields, { updatedAt: change.at });
  },
  'talent.deleted'(scene, change) {
    deleteTalent(scene, need(scene.world.talents, change.talentId));
  },
  'talent.employed'(scene, change) {
    const talent = need(scene.world.talents, change.talentId);
    talent.onboarded = change.employed;
    talent.updatedAt = change.at;
    fileOf(scene, talent.id).departedAt = change.employed ? null : change.since;
  },
  'talent.tagged'(scene, change) {
    const talent = need(scene.world.talents, change.talentId);
    if (!talent.tagIds.includes(change.tagId)) talent.tagIds.push(change.tagId);
    talent.updatedAt = change.at;
  },
  'talent.untagged'(scene, change) {
    const talent = need(scene.world.talents, change.talentId);
    talent.tagIds = talent.tagIds.filter((id) => id !== change.tagId);
    talent.updatedAt = change.at;
  },
  'talent.locked'(scene, change) {
    const application = need(scene.world.applications, change.applicationId);
    need(scene.world.talents, application.talentId).lockedByApplicationId = application.id;
  },
  'talent.unlocked'(scene, change) {
    need(scene.world.talents, change.talentId).lockedByApplicationId = null;
  },
};

function deleteTalent(scene: Scene, talent: Talent): void {
  const { world, index } = scene;
  for (const application of [...(index.applicationsByTalent.get(talent.id) ?? [])]) {
    deleteApplication(scene, application);
  }
  for (const note of index.notesByTalent.get(talent.id) ?? []) world.notes.delete(note.id);
  for (const attachment of index.attachmentsByTalent.get(talent.id) ?? []) {
    world.attachments.delete(attachment.id);
    world.uploads.delete(attachment.id);
  }
  for (const protection of index.protectionsByTalent.get(talent.id) ?? []) {
    world.agencyProtections.delete(protection.id);
  }
  index.notesByTalent.delete(talent.id);
  index.attachmentsByTalent.delete(talent.id);
  index.protectionsByTalent.delete(talent.id);
  world.talentFiles.delete(talent.id);
  world.profiles.delete(talent.id);
  world.talents.delete(talent.id);
}
