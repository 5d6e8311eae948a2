import { STEPS, type Step } from '@/lib/domain/steps';

export type MiniBar = {
  step: Step;
  count: number;
  /** 0–1 of the tallest; anything above none keeps a visible height. */
  height: number;
};

const LEAST = 0.12;

/** Seven bars in one line of a table, against the tallest of the row. */
export function prepareMiniFunnel(counts: readonly number[]): readonly MiniBar[] {
  const tallest = Math.max(...counts, 1);
  return STEPS.map((step, at) => {
    const count = counts[at] ?? 0;
    return { step, count, height: count === 0 ? 0 : Math.max(LEAST, count / tallest) };
  });
}
