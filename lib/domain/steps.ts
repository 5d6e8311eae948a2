/**
 * The seven steps every stage of every process maps to (PRODUCT section 4), in funnel order.
 * A process may hold several stages of one step, and skip steps.
 */
export const STEPS = [
  'screen',
  'evaluation',
  'test',
  'interview',
  'offer',
  'to_join',
  'joined',
] as const;

export type Step = (typeof STEPS)[number];

/** 1 (screen) to 7 (joined): what the database keeps, so that "furthest" is a `max`. */
export function stepOrdinal(step: Step): number {
  return STEPS.indexOf(step) + 1;
}

/** The step of an ordinal; values outside 1–7 are clamped. */
export function stepAt(ordinal: number): Step {
  const index = Math.min(Math.max(Math.trunc(ordinal), 1), STEPS.length) - 1;
  return STEPS[index] ?? 'screen';
}

/**
 * The step of a stage from Feishu's `stage.type` (CONTRACT section 4). Type 8 "other" and 255
 * "system default" say nothing of their place, so they stay on the step of the stage before them.
 */
export function stepOfStageType(type: number, previous: Step = 'screen'): Step {
  return type >= 1 && type <= STEPS.length ? stepAt(type) : previous;
}

/** Calendar days a person may wait in a step before we call it stuck. Published beside each use. */
export const STEP_SLA_DAYS: Record<Step, number> = {
  screen: 5,
  evaluation: 5,
  test: 10,
  interview: 14,
  offer: 10,
  to_join: 60,
  joined: 0,
};
