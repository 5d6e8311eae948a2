import 'server-only';
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** One row: whose mirror this is. Another app, tenant or sandbox world empties it, saying so. */
export const mirrorState = pgTable('mirror_state', {
  id: integer().primaryKey().default(1),
  appId: text().notNull(),
  tenantKey: text().notNull(),
  /** A sandbox's world: an app of a real tenant refuses this database. */
  sandbox: boolean().notNull().default(false),
  /** First read of application bodies finished. */
  completeAt: instant(),
  lastSuccessAt: instant(),
  failingCode: text(),
  restartedBecause: text(),
  /** Somebody paused background reading; people's own actions go on. */
  pausedAt: instant(),
  pausedBy: text(),
});

/** Where each kind of record stands: resumable, advanced only under the version it was read at. */
export const syncCheckpoints = pgTable('sync_checkpoints', {
  kind: text().primaryKey(),
  state: text({ enum: ['waiting', 'running', 'done', 'failed'] })
    .notNull()
    .default('waiting'),
  cursor: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  /** Records changed up to here are in the mirror. */
  watermark: instant(),
  done: integer().notNull().default(0),
  total: integer(),
  summary: jsonb().$type<{ added: number; updated: number; unchanged: number; deleted: number }>(),
  lastSuccessAt: instant(),
  lastErrorCode: text(),
  lastErrorLogId: text(),
  lastErrorAt: instant(),
  version: integer().notNull().default(0),
});

/** Mutual exclusion as a row with a fencing number (ARCHITECTURE section 7: no advisory locks). */
export const leases = pgTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  fence: bigint({ mode: 'number' }).notNull(),
  expiresAt: instant().notNull(),
});

/** Upstream rows that could not be read, kept for a person to look at; never personal data. */
export const quarantine = pgTable('quarantine', {
  kind: text().notNull(),
  id: text().notNull().primaryKey(),
  reason: text().notNull(),
  seenAt: instant().notNull(),
});

export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    openId: text().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index('sessions_person').on(t.openId)],
);

/** Append-only: who did what to which record. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: instant().notNull(),
    actorOpenId: text().notNull(),
    action: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    requestId: text(),
    ip: text(),
  },
  (t) => [index('audit_log_entity').on(t.entity, t.entityId, t.at)],
);

/** One row a write asked for: the same request id has one effect and one answer. */
export const writeRequests = pgTable('write_requests', {
  requestId: text().primaryKey(),
  actorOpenId: text().notNull(),
  action: text().notNull(),
  entityId: text().notNull(),
  bodyHash: text().notNull(),
  state: text({ enum: ['sending', 'done', 'refused', 'uncertain'] }).notNull(),
  answer: jsonb().$type<unknown>(),
  createdAt: instant().notNull(),
});

/** What changed, in order: live screens read it by sequence. */
export const changes = pgTable(
  'changes',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    at: instant().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    change: text({ enum: ['added', 'updated', 'deleted'] }).notNull(),
    actorOpenId: text(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [index('changes_entity').on(t.entity, t.entityId, t.seq)],
);

/** Calls to Feishu by tenant month (`YYYY-MM`) and endpoint, added up in batches. */
export const apiCalls = pgTable(
  'api_calls',
  {
    month: text().notNull(),
    endpoint: text().notNull(),
    calls: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.month, t.endpoint] })],
);
