import type { LocalizedText } from './common';
import type { TalentDto } from './talents';

/** One submitted record the viewer may see. */
export type ScoredRecord = {
  interviewer: LocalizedText;
  round: number;
  dimensions: { id: string; name: LocalizedText; score: number | null }[];
};

/** Feishu's feedback form scores a dimension from 1 to 5. */
export const DIMENSION_MAX = 5;

/**
 * Interview scores of a person by dimension, each with its mean, how many scored it and who.
 * Dimensions nobody scored are left out; the order is the one the records give them.
 */
export function scoresByDimension(
  records: readonly ScoredRecord[],
): TalentDto['scores']['dimensions'] {
  const byId = new Map<string, TalentDto['scores']['dimensions'][number]>();
  for (const record of records) {
    for (const { id, name, score } of record.dimensions) {
      if (score === null) continue;
      const entry = byId.get(id) ?? { id, name, mean: 0, n: 0, by: [] };
      entry.by.push({ name: record.interviewer, score, round: record.round });
      entry.n = entry.by.length;
      entry.mean = entry.by.reduce((sum, each) => sum + each.score, 0) / entry.n;
      byId.set(id, entry);
    }
  }
  return [...byId.values()];
}
