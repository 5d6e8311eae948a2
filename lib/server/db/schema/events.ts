import 'server-only';
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Every event Feishu sent us, once: kept before it is answered, worked off after. Ids only. */
export const eventInbox = pgTable(
  'event_inbox',
  {
    eventId: text().primaryKey(),
    eventType: text().notNull(),
    /** When it happened, in Feishu's own time. */
    createdAt: instant().notNull(),
    receivedAt: instant().notNull(),
    via: text({ enum: ['webhook', 'websocket'] }).notNull(),
    event: jsonb().$type<Record<string, unknown>>().notNull(),
    /** `ignored`: of a type nothing here follows. */
    state: text({ enum: ['waiting', 'done', 'failed', 'ignored'] })
      .notNull()
      .default('waiting'),
    attempts: integer().notNull().default(0),
    /** Not before; also a running handler's lease, so that a crash leaves nothing behind. */
    dueAt: instant().notNull(),
    doneAt: instant(),
    errorCode: text(),
    errorLogId: text(),
  },
  (t) => [
    index('event_inbox_due').on(t.state, t.dueAt),
    index('event_inbox_received').on(t.receivedAt),
  ],
);
