import { type Step, stepOrdinal } from '@/lib/domain/steps';

/** The one colour of a step, the same on boards, bars and time lines. */
export function stepColor(step: Step): string {
  return `var(--color-step-${stepOrdinal(step)})`;
}
