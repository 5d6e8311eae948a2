import 'server-only';

/** At most `limit` calls in any `ms` milliseconds. */
export type Window = { limit: number; ms: number };

const perSecond = (limit: number): Window[] => [{ limit, ms: 1000 }];
const perMinute = (limit: number): Window[] => [{ limit, ms: 60_000 }];

/** Tiers of CONTRACT section 2.4; each counts per API, per app, per tenant. */
export const TIER = {
  4: [...perMinute(1000), ...perSecond(50)],
  7: perSecond(10),
  8: perSecond(20),
  9: perSecond(50),
} as const;

/** Where CONTRACT prints "special" or nothing: a guess on the safe side. */
export const UNPUBLISHED = perSecond(10);

/** The same windows on a world whose limits are scaled (FEISHU_LIMITS_SCALE). */
export const scaled = (windows: readonly Window[], scale: number): Window[] =>
  windows.map(({ limit, ms }) => ({ limit: Math.max(1, Math.floor(limit * scale)), ms }));
