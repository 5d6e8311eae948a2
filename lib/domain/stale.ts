import { STEP_SLA_DAYS, type Step } from './steps';

export const DAY_MS = 86_400_000;

/**
 * An active application whose stage was entered before this instant (epoch ms) has waited longer
 * than its step's SLA. Days of 24 hours. Joined is the end, nobody waits there.
 */
export function staleBefore(step: Step, now: number): number {
  return step === 'joined' ? Number.NEGATIVE_INFINITY : now - STEP_SLA_DAYS[step] * DAY_MS;
}

/** The rule behind every "stale": card, figure, filter and report. Times in epoch ms. */
export function isStale(step: Step, stageEnteredAt: number | null, now: number): boolean {
  return stageEnteredAt !== null && stageEnteredAt < staleBefore(step, now);
}
