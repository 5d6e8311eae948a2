import type { TalentChange } from '@/sandbox/world/changes/talent-changes';
import type { TalentFileChange } from '@/sandbox/world/changes/talent-file-changes';
import { profileOf } from '@/sandbox/world/talent-profiles';
import { type Maker, one } from './maker';

/** Makers for the changes of talents and of what is filed about them. */
export const TALENT_MAKERS: Record<(TalentChange | TalentFileChange)['kind'], Maker> = {
  'talent.created': ({ world, nextId }, { which, text }, at) => {
    const model = one(world.talents, which);
    return model
      ? { kind: 'talent.created', at, talent: { ...model, id: nextId('talent'), name: text } }
      : null;
  },
  'talent.updated': ({ world }, { which, text }, at) => {
    const talent = one(world.talents, which);
    return talent
      ? { kind: 'talent.updated', at, talentId: talent.id, fields: { name: text, projects: [] } }
      : null;
  },
  'talent.deleted': ({ world }, { which }, at) => {
    const talent = one(world.talents, which);
    return talent ? { kind: 'talent.deleted', at, talentId: talent.id } : null;
  },
  'talent.employed': ({ world }, { which, other }, at) => {
    const talent = one(world.talents, which);
    return talent
      ? { kind: 'talent.employed', at, talentId: talent.id, employed: other % 2 === 0, since: at }
      : null;
  },
  'talent.tagged': ({ world }, { which, other }, at) => {
    const talent = one(world.talents, which);
    const tag = world.tags[other % world.tags.length];
    return talent && tag ? { kind: 'talent.tagged', at, talentId: talent.id, tagId: tag.id } : null;
  },
  'talent.untagged': ({ world }, { which }, at) => {
    const tagged = [...world.talents.values()].filter(({ tagIds }) => tagIds.length > 0);
    const talent = tagged[which % Math.max(tagged.length, 1)];
    const tagId = talent?.tagIds[0];
    return talent && tagId ? { kind: 'talent.untagged', at, talentId: talent.id, tagId } : null;
  },
  'talent.locked': ({ world }, { which }, at) => {
    const application = one(world.applications, which);
    return application ? { kind: 'talent.locked', at, applicationId: application.id } : null;
  },
  'talent.unlocked': ({ world }, { which }, at) => {
    const talent = one(world.talents, which);
    return talent ? { kind: 'talent.unlocked', at, talentId: talent.id } : null;
  },
  'talent.profiled': ({ world }, { which, text }, at) => {
    const talent = one(world.talents, which);
    if (!talent) return null;
    const profile = { ...profileOf(world, talent), selfEvaluation: text };
    return { kind: 'talent.profiled', at, talentId: talent.id, profile };
  },
  'talent.foldered': ({ world }, { which, other }, at) => {
    const talent = one(world.talents, which);
    const folderId = world.folders[other % world.folders.length]?.id;
    return talent && folderId
      ? { kind: 'talent.foldered', at, talentId: talent.id, folderId, inside: other % 3 !== 0 }
      : null;
  },
  'talent.pooled': ({ world }, { which, other }, at) => {
    const talent = one(world.talents, which);
    const poolId = world.pools[other % world.pools.length]?.id;
    return talent && poolId
      ? { kind: 'talent.pooled', at, talentId: talent.id, poolId, inside: other % 3 !== 0 }
      : null;
  },
  'talent.blocked': ({ world }, { which, text }, at) => {
    const talent = one(world.talents, which);
    return talent
      ? { kind: 'talent.blocked', at, talentId: talent.id, reason: text, creatorId: null }
      : null;
  },
  'talent.unblocked': ({ world }, { which }, at) => {
    const talent = one(world.talents, which);
    return talent ? { kind: 'talent.unblocked', at, talentId: talent.id } : null;
  },
  'talent.marked_external': ({ world }, { which, other }, at) => {
    const talent = one(world.talents, which);
    return talent
      ? { kind: 'talent.marked_external', at, talentId: talent.id, externalCreatedAt: other }
      : null;
  },
  'attachment.uploaded': ({ nextId }, { other, text }, at) => {
    const upload = { id: nextId('attachment'), name: text, mime: 'text/plain', size: other };
    return { kind: 'attachment.uploaded', at, upload: { ...upload, createdAt: at } };
  },
  'attachment.attached': ({ world }, { which, other }, at) => {
    const talent = one(world.talents, which);
    const free = [...world.uploads.keys()].filter((id) => !world.attachments.has(id));
    const uploadId = free[other % Math.max(free.length, 1)];
    return talent && uploadId
      ? { kind: 'attachment.attached', at, talentId: talent.id, uploadId }
      : null;
  },
};
