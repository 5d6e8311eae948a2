import 'server-only';
import type { Window } from './limits';

/**
 * A person waits for it; it shows people what just happened; or nobody waits. The last two share
 * the background's pace, what happened first.
 */
export const PRIORITIES = ['person', 'event', 'background'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** One API's recent past, plain data. Times are milliseconds of the store's own clock. */
export type LimitState = {
  /** Instants of the calls made, oldest first; as many as the widest window may hold. */
  sent: number[];
  /** When the pace lets background work go next. */
  backgroundAt: number;
  pausedUntil: number;
  /** Share of each limit that background work may use. */
  share: number;
  /** Last growth of the share. */
  grownAt: number;
  /** When Feishu said "over the limit" first of late, and how often since. */
  limitedAt: number | undefined;
  doubts: number;
  /** When it last said so once too often, although we were under the limit. */
  outsiderAt: number | undefined;
};

/** Background work never uses the rest, so that a person's call goes out at once. */
const BACKGROUND_SHARE = 0.95;
/** Somebody else calls with our app: leave room, until they have been silent for a while. */
const SHARED_WITH_OUTSIDER = 0.8;
const OUTSIDER_FORGOTTEN_MS = 30 * 60_000;
const SMALLEST_SHARE = 0.05;
const GROWTH = { step: 0.05, everyMs: 15_000 };
/**
 * The server counts when a call arrives, we when it leaves: hold each window this much longer. More
 * would bind the background's pace, which leaves 5.3 %.
 */
export const WINDOW_GUARD = 1.05;
/** A busy process is woken so much later than it asked for. */
const TIMERS_LATE_MS = 20;
/**
 * A refusal may be calls that bunched up on the way: at 95 % of ten a second 50 ms are enough. A
 * little more room then has to do; three this close are somebody else.
 */
const DOUBTED_SHARE = 0.9;
const DOUBTS = { most: 2, withinMs: 60_000 };

export const initialState = (): LimitState => ({
  sent: [],
  backgroundAt: 0,
  pausedUntil: 0,
  share: BACKGROUND_SHARE,
  grownAt: 0,
  limitedAt: undefined,
  doubts: 0,
  outsiderAt: undefined,
});

/** 0 and the call is counted in `state`, or the milliseconds until it may go. */
export function take(
  state: LimitState,
  windows: readonly Window[],
  priority: Priority,
  now: number,
): number {
  const at = earliest(state, windows, priority, now);
  if (at > now) return at - now;

  state.sent.push(now);
  const kept = Math.max(...windows.map(({ limit }) => limit));
  if (state.sent.length > 2 * kept) state.sent.splice(0, state.sent.length - kept);
  if (priority !== 'person') {
    const even = windows.filter(({ burst }) => !burst);
    const pace = Math.max(...even.map(({ limit, ms }) => ms / (limit * state.share)));
    // On time, the next is counted from when this one was due, so that timers that fire late do
    // not slow the pace; after an idle stretch, from now, so that nothing is caught up in a burst.
    const soonest = now + Math.min(pace / 2, pace - TIMERS_LATE_MS);
    state.backgroundAt = Math.max(state.backgroundAt + pace, soonest);
  }
  return 0;
}

function earliest(
  state: LimitState,
  windows: readonly Window[],
  priority: Priority,
  now: number,
): number {
  let at = Math.max(now, state.pausedUntil);
  for (const { limit, ms } of windows) {
    at = Math.max(at, opensAt(state, limit, ms * WINDOW_GUARD));
  }
  if (priority === 'person') return at;
  grow(state, now);
  for (const { limit, ms, burst } of windows) {
    if (burst) at = Math.max(at, opensAt(state, Math.floor(limit * state.share), ms));
  }
  return Math.max(at, state.backgroundAt);
}

/** When a window that may hold so many calls has room for one more. */
function opensAt(state: LimitState, calls: number, ms: number): number {
  const oldest = state.sent.at(-Math.max(1, calls));
  return oldest === undefined || state.sent.length < calls ? 0 : oldest + ms;
}

/** Additive increase of the background's share, up to what an outside consumer leaves. */
function grow(state: LimitState, now: number): void {
  const ceiling = isShared(state, now) ? SHARED_WITH_OUTSIDER : BACKGROUND_SHARE;
  if (state.share >= ceiling) {
    state.grownAt = now;
    return;
  }
  const steps = Math.floor((now - state.grownAt) / GROWTH.everyMs);
  if (steps < 1) return;
  state.share = Math.min(ceiling, state.share + steps * GROWTH.step);
  state.grownAt += steps * GROWTH.everyMs;
}

/** Nobody calls for `ms`; from the third pause in a minute on, the background's share halves. */
export function pause(state: LimitState, ms: number, now: number): void {
  const alreadyPaused = now < state.pausedUntil;
  state.pausedUntil = Math.max(state.pausedUntil, now + ms);
  if (alreadyPaused) return;
  const since = state.limitedAt ?? Number.NEGATIVE_INFINITY;
  if (now - since >= DOUBTS.withinMs) {
    state.limitedAt = now;
    state.doubts = 0;
  }
  state.doubts += 1;
  state.grownAt = state.pausedUntil;
  if (state.doubts <= DOUBTS.most) {
    state.share = Math.min(state.share, DOUBTED_SHARE);
    return;
  }
  state.outsiderAt = now;
  state.share = Math.max(SMALLEST_SHARE, state.share / 2);
}

/** What holds an API back at the moment. */
export type Held = {
  /** Share of each limit that background work may use. */
  share: number;
  outsiderSeen: boolean;
  /** 0 while calls go out. */
  pausedMs: number;
};

export function heldBy(state: LimitState, now: number): Held {
  grow(state, now);
  return {
    share: state.share,
    outsiderSeen: isShared(state, now),
    pausedMs: Math.max(0, state.pausedUntil - now),
  };
}

const isShared = ({ outsiderAt }: LimitState, now: number): boolean =>
  outsiderAt !== undefined && now - outsiderAt < OUTSIDER_FORGOTTEN_MS;
