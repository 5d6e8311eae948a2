import 'server-only';

/** Seconds between incremental rounds; shown in Settings. */
export const SYNC_INTERVAL_SECONDS = 30;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Our clock may be off from Feishu's by so much (RELIABILITY b33). */
export const SKEW_MS = 10 * MINUTE;

/** How often what has no filter by time of change is read again, milliseconds. */
export const EVERY = {
  interviews: 3 * MINUTE,
  tests: 5 * MINUTE,
  offers: 5 * MINUTE,
  dictionaries: 30 * MINUTE,
  jobs: 15 * MINUTE,
  locks: 3 * MINUTE,
  people: 60 * MINUTE,
  idSweep: 30 * MINUTE,
  pruning: 60 * MINUTE,
} as const;

/** How old what has no filter by time of change may get before it is read again, milliseconds. */
export const REREAD = {
  /** Full record, notes included, of whoever has an active application. */
  activeTalent: 60 * MINUTE,
  talent: 7 * DAY,
} as const;

/** So long the change feed keeps what nobody of ours did; no browser resumes from further back. */
export const FEED_KEPT_MS = 7 * DAY;

/** Begin times around now whose interviews may still change. */
export const INTERVIEWS_AROUND_NOW = { before: 14 * DAY, after: 30 * DAY } as const;

/** How far ahead interviews are arranged, and the width of one slice of the first read. */
export const INTERVIEW_SLICES = { ahead: 180 * DAY, width: 90 * DAY } as const;

/** A kind the app has no scope for is asked again this seldom: a scope may be granted any time. */
export const SCOPE_PROBE_MS = 10 * MINUTE;

/** Wait after the n-th failure in a row of one kind. */
export const backoffMs = (failures: number): number =>
  Math.min(10 * MINUTE, 15_000 * 2 ** Math.min(failures, 10));

/** Bodies read at once, by each of their two endpoints: a transaction each, every three seconds. */
export const BODIES_PER_PAGE = 50;
export const DETAILS_PER_PAGE = 30;

/** RELIABILITY b20: if more rows than this vanish at once, believe nobody and ask a person. */
export const VANISHED_MAX_SHARE = 0.05;
export const VANISHED_ALWAYS_FEW = 20;
