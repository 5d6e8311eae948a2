import 'server-only';
import type { LimitState } from './limit-state';

/**
 * `joining`: it has not called yet; `alone`: it uses the limits whole, by what it remembers itself;
 * `shared`: by what the ledger gives it.
 */
export type Mode = 'joining' | 'alone' | 'shared';

export type Beat = {
  /** Every other instance whose calls may still count; `live`: it may be calling now. */
  others: { mode: Mode; live: boolean }[];
  /** APIs that nobody calls for another `ms`. */
  paused: { api: string; ms: number }[];
};

/** `now` is the ledger's clock; `members` counts every instance whose calls may still count. */
export type Moment = { now: number; members: number };

/**
 * What the instances of one app have in common, where all of them can reach it. The one place that
 * knows who is there (`runtime.ts` joins it with a database).
 */
export interface LimitLedger {
  /** Says that this instance lives, in this mode, for another `TTL_MS`. */
  beat(mode: Mode): Promise<Beat>;
  /** Changes one API's state; of two at once, one sees what the other left. */
  change<T>(
    api: string,
    decide: (state: LimitState, moment: Moment) => { state: LimitState; answer: T },
  ): Promise<{ answer: T; now: number }>;
  /** Every API's state. */
  states(): Promise<{ now: number; states: { api: string; state: LimitState }[] }>;
}

/** An instance that has not been heard of for so long does not call any more. */
export const TTL_MS = 10_000;
/** Its last calls count for another minute: the widest window, as wide as it is counted. */
export const TAIL_MS = 65_000;
export const BEAT_MS = 2_000;
