import { z } from 'zod';
import { STEPS } from './steps';

/** Feishu ids: decimal strings of up to 19 digits, never numbers (CONTRACT section 2.1). */
export const Id = z.string().regex(/^\d{1,20}$/);
export const OpenId = z.string().regex(/^ou_[\w-]{1,64}$/);
/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
/** A day of the tenant's calendar, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** A name as Feishu keeps it in both languages; the screen picks one (`pickText`). */
export const LocalizedText = z.object({ zh: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof LocalizedText>;

export const StepName = z.enum(STEPS);

export const PersonRef = z.object({ openId: z.string(), name: LocalizedText });
export type PersonRef = z.infer<typeof PersonRef>;

/** How complete the mirror is behind an answer, so that no partial figure passes for a whole one. */
export const SyncNote = z.object({
  /** `empty`: nothing read yet; `partial`: first read under way; `complete`: kept up to date. */
  state: z.enum(['empty', 'partial', 'complete']),
  /** Whole percent of known applications whose body is here; 100 when complete. */
  percent: z.number().int().min(0).max(100),
  /** When the mirror last heard from Feishu. */
  asOf: Instant.nullable(),
  /** Error code since the last success, if the sync is failing. */
  failing: z.string().nullable(),
  /** Somebody stopped the reading: since when and, where the name is known, who. */
  paused: z.object({ at: Instant, by: LocalizedText.nullable() }).nullable(),
  /** The database forgets on power loss (EMBEDDED_DATABASE=accept-data-loss). */
  embedded: z.boolean(),
});
export type SyncNote = z.infer<typeof SyncNote>;

/** Requests that change something carry this; the same one twice has one effect and one answer. */
export const RequestId = z.uuid();
