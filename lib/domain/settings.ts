import { z } from 'zod';
import { Instant, SyncNote } from './common';

export const CAPABILITIES = [
  'jobs',
  'job_details',
  'processes',
  'applications',
  'talents',
  'evaluations',
  'interviews',
  'tests',
  'offers',
  'onboarding',
  'notes',
  'attachments',
  'locations',
  'people',
  'roles',
  'move',
  'write_notes',
] as const;

export const CapabilityDto = z.object({
  /** Message keys `settings.capability.<key>.{name,stops}`. */
  key: z.enum(CAPABILITIES),
  state: z.enum(['ok', 'missing_scope', 'failed']),
  /** Any one of these grants it. */
  scopes: z.array(z.string()),
  code: z.number().int().nullable(),
  logId: z.string().nullable(),
});
export type CapabilityDto = z.infer<typeof CapabilityDto>;

export const ConnectionDto = z.object({
  appId: z.string(),
  baseUrl: z.string(),
  tenantName: z.string().nullable(),
  sandbox: z.boolean(),
  token: z.object({
    ok: z.boolean(),
    code: z.number().int().nullable(),
    logId: z.string().nullable(),
  }),
  capabilities: z.array(CapabilityDto),
  checkedAt: Instant,
});
export type ConnectionDto = z.infer<typeof ConnectionDto>;

export const SYNC_KINDS = [
  'dictionaries',
  'jobs',
  'application_ids',
  'applications',
  'talents',
  'evaluations',
  'interviews',
  'tests',
  'offers',
] as const;
export type SyncKind = (typeof SYNC_KINDS)[number];

/** What the month's budget of calls does not reach for; all of it comes once it does. */
export const LEFT_OUT = ['ended_applications', 'full_records', 'pace', 'everything'] as const;

/** Records by their time of change; all of a kind; those still under way. */
export const POLLED = ['changes', 'whole', 'under_way'] as const;

export const SyncKindDto = z.object({
  kind: z.enum(SYNC_KINDS),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** Rows read of rows known; `total` null where Feishu gives no count. */
  done: z.number().int(),
  total: z.number().int().nullable(),
  lastSuccessAt: Instant.nullable(),
  /** How soon what changes in Feishu is seen here, by what is asked for; the soonest first. */
  polling: z.array(z.object({ what: z.enum(POLLED), seconds: z.number().int() })),
  lastError: z.object({ code: z.string(), logId: z.string().nullable(), at: Instant }).nullable(),
  summary: z
    .object({
      added: z.number().int(),
      updated: z.number().int(),
      unchanged: z.number().int(),
      deleted: z.number().int(),
    })
    .nullable(),
});
export type SyncKindDto = z.infer<typeof SyncKindDto>;

export const SyncStateDto = z.object({
  note: SyncNote,
  kinds: z.array(SyncKindDto),
  /** What is not read, or more seldom, to stay within the month's calls. */
  leftOut: z.array(z.enum(LEFT_OUT)),
  /** When this was read, by the server's clock: what a pace is measured with. */
  at: Instant,
  /** Seconds between incremental rounds. */
  intervalSeconds: z.number().int(),
  /** Set when the mirror was emptied because the tenant or world behind the app changed. */
  restartedBecause: z.string().nullable(),
});
export type SyncStateDto = z.infer<typeof SyncStateDto>;

export const PauseSyncInput = z.strictObject({ paused: z.boolean() });

/** What reading everything again takes, at the limits as they are now. */
export const ReadAgainDto = z.object({
  applications: z.number().int(),
  calls: z.number().int(),
  minutes: z.number().int(),
  /** Calls left of this month's budget; null where there is none. */
  budgetLeft: z.number().int().nullable(),
});
export type ReadAgainDto = z.infer<typeof ReadAgainDto>;
