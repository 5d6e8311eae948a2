import { z } from 'zod';
import { appendTo } from '@/sandbox/world/indexes';
import type { Placement, TalentFile, TalentProfile } from '@/sandbox/world/records/talents';
import { emptyFile } from '@/sandbox/world/talent-groups';
import { at, change, id } from './parts';
import { type Appliers, need, type Scene, UnknownRecord } from './scene';

const text = z.string();
const profile: z.ZodType<TalentProfile> = z.object({
  nationalityCode: text,
  hometownCityCode: text.nullable(),
  preferredCityCodes: z.array(text),
  identification: z.object({ type: z.number().int(), number: text }).nullable(),
  languages: z.array(z.object({ id, language: z.number().int(), proficiency: z.number().int() })),
  awards: z.array(z.object({ id, title: text, time: text, description: text })),
  works: z.array(z.object({ id, link: text, description: text, attachmentId: id.nullable() })),
  socials: z.array(z.object({ id, type: z.number().int(), link: text })),
  selfEvaluation: text,
  creatorId: text.nullable(),
  rankings: z.record(text, z.number().int()),
  projectLinks: z.record(text, text),
  custom: z.record(text, z.array(z.object({ fieldId: id, value: text }))),
});
const upload = z.object({ id, name: text, mime: text, size: z.number().int(), createdAt: at });

/** What is filed about a talent, and the files themselves. */
export const talentFileChanges = [
  change('talent.profiled', { talentId: id, profile }),
  change('talent.foldered', { talentId: id, folderId: id, inside: z.boolean() }),
  change('talent.pooled', { talentId: id, poolId: id, inside: z.boolean() }),
  change('talent.blocked', { talentId: id, reason: text, creatorId: text.nullable() }),
  change('talent.unblocked', { talentId: id }),
  change('talent.marked_external', { talentId: id, externalCreatedAt: at }),
  change('attachment.uploaded', { upload }),
  /** An uploaded file becomes a talent’s résumé. */
  change('attachment.attached', { talentId: id, uploadId: id }),
] as const;
export type TalentFileChange = z.infer<(typeof talentFileChanges)[number]>;

export const talentFileAppliers: Appliers<TalentFileChange> = {
  'talent.profiled'(scene, change) {
    touchTalent(scene, change);
    scene.world.profiles.set(change.talentId, change.profile);
  },
  'talent.foldered'(scene, change) {
    needOf(scene.world.folders, change.folderId);
    touchTalent(scene, change);
    const file = fileOf(scene, change.talentId);
    file.folders = placed(file.folders, change.folderId, change);
  },
  'talent.pooled'(scene, change) {
    needOf(scene.world.pools, change.poolId);
    touchTalent(scene, change);
    const file = fileOf(scene, change.talentId);
    file.pools = placed(file.pools, change.poolId, change);
  },
  'talent.blocked'(scene, change) {
    touchTalent(scene, change);
    const { at, creatorId, reason } = change;
    fileOf(scene, change.talentId).block = { at, creatorId, reason };
  },
  'talent.unblocked'(scene, change) {
    touchTalent(scene, change);
    fileOf(scene, change.talentId).block = null;
  },
  'talent.marked_external'(scene, change) {
    touchTalent(scene, change);
    fileOf(scene, change.talentId).externalCreatedAt = change.externalCreatedAt;
  },
  'attachment.uploaded'(scene, { upload }) {
    scene.world.uploads.set(upload.id, upload);
  },
  'attachment.attached'(scene, change) {
    const { id, name, mime } = need(scene.world.uploads, change.uploadId);
    const talent = touchTalent(scene, change);
    const attachment = { id, talentId: talent.id, name, mime, createdAt: change.at };
    scene.world.attachments.set(id, attachment);
    appendTo(scene.index.attachmentsByTalent, talent.id, attachment);
    talent.attachmentId = id;
  },
};

/** The talent's file, begun when there is none. */
export function fileOf({ world }: Scene, talentId: string): TalentFile {
  const known = world.talentFiles.get(talentId);
  if (known) return known;
  const file = emptyFile();
  world.talentFiles.set(talentId, file);
  return file;
}

function touchTalent({ world }: Scene, change: { talentId: string; at: number }) {
  const talent = need(world.talents, change.talentId);
  talent.updatedAt = change.at;
  return talent;
}

function needOf(records: readonly { id: string }[], id: string): void {
  if (!records.some((record) => record.id === id)) throw new UnknownRecord(id);
}

function placed(
  placements: Placement[],
  id: string,
  { at, inside }: { at: number; inside: boolean },
): Placement[] {
  const rest = placements.filter((placement) => placement.id !== id);
  return inside ? [...rest, { id, at }] : rest;
}
