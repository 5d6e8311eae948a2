import { z } from 'zod';
import { Instant } from './common';

const EventWay = z.enum(['webhook', 'websocket']);

export const FailedEventDto = z.object({
  eventId: z.string(),
  eventType: z.string(),
  receivedAt: Instant,
  via: EventWay,
  attempts: z.number().int(),
  code: z.string(),
  logId: z.string().nullable(),
  /** What it speaks of; null where that cannot be read. */
  about: z.object({ kind: z.enum(['application', 'talent', 'offer']), id: z.string() }).nullable(),
});
export type FailedEventDto = z.infer<typeof FailedEventDto>;

export const EventInboxDto = z.object({
  /** How events are to come in (FEISHU_EVENTS). */
  way: EventWay,
  /** The address for the developer console; null for a long connection, which needs none. */
  callbackUrl: z.string().nullable(),
  /** False where the keys that callbacks are verified with are not set: none is taken. */
  configured: z.boolean(),
  /** Since midnight in the tenant's time zone. */
  today: z.object({ webhook: z.number().int(), websocket: z.number().int() }),
  last: z.object({ at: Instant, via: EventWay }).nullable(),
  waiting: z.number().int(),
  failed: z.number().int(),
  /** The newest of the failed ones. */
  failures: z.array(FailedEventDto),
});
export type EventInboxDto = z.infer<typeof EventInboxDto>;

export const ReplayEventsInput = z.strictObject({
  /** Absent: every failed one. */
  eventId: z.string().min(1).max(128).optional(),
});
export const ReplayedDto = z.object({ replayed: z.number().int() });
export type ReplayedDto = z.infer<typeof ReplayedDto>;
