import type { LocalizedText } from '@/lib/domain/common';
import type { TalentDto } from '@/lib/domain/talents';

export type ScoreAxis = {
  id: string;
  name: LocalizedText;
  mean: number;
  n: number;
  by: readonly { name: LocalizedText; score: number; round: number }[];
};

export type ScoreModel = {
  axes: readonly ScoreAxis[];
  /** Upper end of the scale. */
  of: number;
  /** A radar needs three axes to enclose anything; below that bars say the same. */
  shape: 'radar' | 'bars';
  /** Dimensions left out because a radar of many is a blot; the table has them all. */
  leftOut: number;
  all: readonly ScoreAxis[];
};

const MOST_AXES = 8;

/** Mean interview score by dimension; the ones most often scored first. */
export function prepareScores({ dimensions, of }: TalentDto['scores']): ScoreModel {
  const all = [...dimensions].sort((a, b) => b.n - a.n || a.id.localeCompare(b.id));
  const axes = all.slice(0, MOST_AXES);
  return {
    axes,
    of,
    shape: axes.length >= 3 ? 'radar' : 'bars',
    leftOut: all.length - axes.length,
    all,
  };
}
