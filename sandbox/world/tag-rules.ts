import type { TagRule, TalentTag } from './records/talents';
import type { Talent, World } from './types';

const FITS: Record<TagRule, (talent: Talent) => boolean> = {
  doctor: (talent) => talent.educations.some(({ degree }) => degree === 8),
  overseas: (talent) =>
    talent.educations.some(
      ({ degree, educationType }) => (degree === 7 || degree === 8) && educationType === 1,
    ),
  senior: (talent) => talent.experienceYears >= 10,
};

/** By its rule, or because somebody set it. */
export const hasTag = (talent: Talent, tag: TalentTag): boolean =>
  tag.rule ? FITS[tag.rule](talent) : talent.tagIds.includes(tag.id);

export const tagsOf = (world: World, talent: Talent): TalentTag[] =>
  world.tags.filter((tag) => hasTag(talent, tag));
