import { type Step, stepOrdinal } from '@/lib/domain/steps';

/** The one colour of a step, the same on boards, bars and time lines. */
export function stepColor(step: Step): string {
  return `var(--color-step-${stepOrdinal(step)})`;
}

/** Colours of up to five unordered series, far apart on the ramp so that each pair differs. */
export const SERIES_COLORS = [
  'var(--color-step-4)',
  'var(--color-step-1)',
  'var(--color-step-6)',
  'var(--color-step-2)',
  'var(--color-step-5)',
] as const;
