import 'server-only';
import { doublePrecision, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Processes that call Feishu with this app, each as long as it says so. */
export const instances = pgTable('instances', {
  /** `host/pid/uuid`. */
  id: text().primaryKey(),
  /** `alone`: it uses the limits whole, until it sees another; `shared`: by what `call_limits` gives. */
  mode: text({ enum: ['joining', 'alone', 'shared'] }).notNull(),
  expiresAt: instant().notNull(),
});

/** Per API, what several instances must agree on: plain data, advanced under its version. */
export const callLimits = pgTable('call_limits', {
  api: text().primaryKey(),
  state: jsonb().$type<unknown>().notNull(),
  /** Until when nobody calls, epoch milliseconds of the database; also in `state`. */
  pausedUntil: doublePrecision().notNull().default(0),
  version: integer().notNull().default(0),
});
