import { z } from 'zod';
import { Instant } from './common';

/** One API of Feishu's: what it may be called, what it was, and what holds it back. */
export const ApiRateDto = z.object({
  /** Our name of it (`applications.get`). */
  api: z.string(),
  /** As Feishu's console lists it: `GET /hire/v1/applications`. */
  path: z.string(),
  /** Calls let through in the last minute, by this instance. */
  lastMinute: z.number().int(),
  /** What Feishu allows in a minute. */
  perMinute: z.number().int(),
  /** Share of the limit that background reading keeps to, 0–1. */
  share: z.number(),
  /** Somebody else's calls with this app were noticed: we leave them room. */
  outsiderSeen: z.boolean(),
  /** Feishu asked for silence for so much longer; 0 while calls go out. */
  pausedSeconds: z.number().int(),
});
export type ApiRateDto = z.infer<typeof ApiRateDto>;

export const CallsDto = z.object({
  at: Instant,
  /** Those called since this instance started, the busiest first. */
  rates: z.array(ApiRateDto),
  month: z.object({
    /** `YYYY-MM` in the tenant's time zone. */
    month: z.string(),
    calls: z.number().int(),
    /** FEISHU_MONTHLY_CALLS; null where none is set. */
    budget: z.number().int().nullable(),
    /** The busiest first. */
    apis: z.array(z.object({ api: z.string(), path: z.string(), calls: z.number().int() })),
  }),
});
export type CallsDto = z.infer<typeof CallsDto>;
