import 'server-only';
import { z } from 'zod';

/** CONTRACT section 3.1, point 2. Digits: 13 are milliseconds, 16 microseconds. */
const createTime = z
  .string()
  .regex(/^\d{13}(\d{3})?$/)
  .transform((digits) => new Date(Number(digits.slice(0, 13))));

export const EventEnvelope = z.object({
  schema: z.literal('2.0'),
  header: z.object({
    event_id: z.string().min(1).max(128),
    event_type: z.string().min(1).max(128),
    create_time: createTime,
    token: z.string().optional(),
    app_id: z.string(),
    tenant_key: z.string(),
  }),
  event: z.record(z.string(), z.unknown()),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;

export const UrlCheck = z.object({
  type: z.literal('url_verification'),
  challenge: z.string().max(1024),
  token: z.string(),
});
