import { z } from 'zod';
import type { Talent } from '@/sandbox/world/types';
import { at, change, id } from './parts';
import { type Appliers, need } from './scene';

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
const talent: z.ZodType<Talent> = z.object({
  id,
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
  tagIds: z.array(id),
  attachmentId: id.nullable(),
  createdAt: at,
  updatedAt: at,
  onboarded: z.boolean(),
  lockedByApplicationId: id.nullable(),
});

export const talentChanges = [
  change('talent.created', { talent }),
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
