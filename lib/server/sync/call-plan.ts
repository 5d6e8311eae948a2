import 'server-only';

/** What is left out to stay within the month's calls, for people to read in Settings. */
export type LeftOut = 'ended_applications' | 'full_records' | 'pace' | 'everything';

export type CallPlan = {
  /** `all`; `saving`: active applications and ids only; `people`: nothing in the background. */
  level: 'all' | 'saving' | 'people';
  /** Rounds, and what is read again now and then, come so many times slower. */
  stretch: number;
  leftOut: LeftOut[];
};

export type CallNeeds = {
  /** Calls still to come for ids, active applications and what lists give in bulk. */
  firstRead: number;
  /** For ended applications and full talent records. */
  rest: number;
  /** A day of rounds at their usual pace. */
  daily: number;
};

/** Of a month's calls the background never uses this share: it is for people's own actions. */
const PEOPLES_SHARE = 0.1;
/** A round in half an hour is still worth having. */
const MOST_STRETCHED = 60;

/** No limit is known: nothing is left out. */
export const UNLIMITED: CallPlan = { level: 'all', stretch: 1, leftOut: [] };

/**
 * How the rest of the month's calls is spent: people's own actions first, then ids and active
 * applications, then rounds at as good a pace as is left, then everything else. Pure.
 * @param daysLeft of the month, at least a part of one
 */
export function planCalls(
  limit: number,
  used: number,
  daysLeft: number,
  needs: CallNeeds,
): CallPlan {
  const left = limit * (1 - PEOPLES_SHARE) - used;
  if (left <= 0) return { level: 'people', stretch: MOST_STRETCHED, leftOut: ['everything'] };
  const rounds = needs.daily * daysLeft;
  if (left >= needs.firstRead + needs.rest + rounds) return UNLIMITED;
  const forRounds = Math.max(1, left - needs.firstRead);
  const stretch = Math.min(MOST_STRETCHED, Math.max(1, rounds / forRounds));
  return {
    level: 'saving',
    stretch,
    leftOut: ['ended_applications', 'full_records', ...(stretch > 1 ? (['pace'] as const) : [])],
  };
}
