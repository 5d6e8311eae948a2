import 'server-only';

/**
 * At most `limit` calls in any `ms` milliseconds. `burst`: background work may spend its share as
 * fast as the other windows let it, instead of evenly.
 */
export type Window = { limit: number; ms: number; burst?: true };

const perSecond = (limit: number): Window[] => [{ limit, ms: 1000 }];
const perMinute = (limit: number): Window[] => [{ limit, ms: 60_000 }];

/** Tiers of CONTRACT section 2.4; each counts per API, per app, per tenant. */
export const TIER = {
  4: [...perMinute(1000), ...perSecond(50)],
  7: perSecond(10),
  8: perSecond(20),
  9: perSecond(50),
} as const;

/** Tier 4 where the first answers are wanted at once: a minute's share of calls within 20 s. */
export const TIER_4_BURST: readonly Window[] = [
  { limit: 1000, ms: 60_000, burst: true },
  ...perSecond(50),
];

/** Where CONTRACT prints "special" or nothing: a guess on the safe side. */
export const UNPUBLISHED = perSecond(10);

/** The same windows on a world whose limits are scaled (FEISHU_LIMITS_SCALE). */
export const scaled = (windows: readonly Window[], scale: number): Window[] =>
  windows.map((window) => ({ ...window, limit: Math.max(1, Math.floor(window.limit * scale)) }));
