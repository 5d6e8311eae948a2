import 'server-only';
import { type LimitState, take, WINDOW_GUARD } from './limit-state';
import type { Window } from './limits';

/** A slot may be used so much later than it says; windows are counted so much wider. */
export const LATE_MS = 100;
/** Slots are given out so far ahead: one question to the ledger in that time, not one a call. */
export const AHEAD_MS = 1_000;

/** At the scaled limits of a sandbox a second would be too many. */
const MAX_SLOTS = 500;

/** Of each limit so much is kept for people, over all instances; at least one call each. */
const RESERVED = 0.05;

/**
 * Calls in each window that one of `members` instances may make for people without asking anybody;
 * 0 where the limit is too small to be split.
 */
export const reserveOf = ({ limit }: Window, members: number): number =>
  members <= limit / 2 ? Math.max(1, Math.floor((limit * RESERVED) / members)) : 0;

/** Whether one more call at `now` stays within this instance's reserve. @param sent oldest first */
export const fitsReserve = (
  sent: readonly number[],
  windows: readonly Window[],
  members: number,
  now: number,
): boolean =>
  windows.every((window) => {
    const reserve = reserveOf(window, members);
    const oldest = sent.at(-Math.max(1, reserve));
    if (reserve === 0) return false;
    return oldest === undefined || sent.length < reserve || now - oldest >= spanOf(window);
  });

/** So long a call counts against a window. */
const spanOf = ({ ms }: Window) => (ms + LATE_MS) * WINDOW_GUARD;

/** So long every window of these remembers. */
export const memoryOf = (windows: readonly Window[]): number => Math.max(...windows.map(spanOf));

/** What all reserves leave of each window. */
const leftBy = (windows: readonly Window[], members: number): Window[] =>
  windows.map((window) => ({
    ...window,
    limit: Math.max(1, window.limit - members * reserveOf(window, members)),
    ms: window.ms + LATE_MS,
  }));

export type Granted = {
  /** Instants at which the asker may call, ascending. */
  slots: number[];
  /** Without any: how long until it is worth asking again. */
  waitMs: number;
};

/**
 * Gives out the next slots, paced as background work is and counted in `state`: together with every
 * instance's reserve they stay within each window.
 */
export function grantSlots(
  state: LimitState,
  windows: readonly Window[],
  members: number,
  aheadMs: number,
  now: number,
): Granted {
  const left = leftBy(windows, members);
  const slots: number[] = [];
  let at = now;
  for (;;) {
    const waitMs = Math.ceil(take(state, left, 'background', at));
    if (waitMs === 0) slots.push(at);
    at += waitMs;
    if (slots.length > 0 && at >= now + aheadMs) break;
    if (at > now + AHEAD_MS || slots.length >= MAX_SLOTS) break;
  }
  const remembered = now - memoryOf(windows);
  state.sent = state.sent.filter((sent) => sent > remembered);
  return { slots, waitMs: Math.max(0, at - now - AHEAD_MS) };
}

/** The state in another clock's time, which is `by` milliseconds ahead. */
export const shifted = (state: LimitState, by: number): LimitState => ({
  sent: state.sent.map((at) => at + by),
  backgroundAt: state.backgroundAt + by,
  pausedUntil: state.pausedUntil + by,
  share: state.share,
  grownAt: state.grownAt + by,
  limitedAt: state.limitedAt === undefined ? undefined : state.limitedAt + by,
  doubts: state.doubts,
  outsiderAt: state.outsiderAt === undefined ? undefined : state.outsiderAt + by,
});

/** What both know, the stricter of the two wherever they differ; in one clock's time. */
export const merged = (a: LimitState, b: LimitState): LimitState => ({
  sent: [...a.sent, ...b.sent].toSorted((x, y) => x - y),
  backgroundAt: Math.max(a.backgroundAt, b.backgroundAt),
  pausedUntil: Math.max(a.pausedUntil, b.pausedUntil),
  share: Math.min(a.share, b.share),
  grownAt: Math.max(a.grownAt, b.grownAt),
  limitedAt: later(a.limitedAt, b.limitedAt),
  doubts: Math.max(a.doubts, b.doubts),
  outsiderAt: later(a.outsiderAt, b.outsiderAt),
});

const later = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
