import 'server-only';
import { bigserial, boolean, index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/**
 * Append-only: where each application was from when on, as far as it was seen. With it the board as
 * of a past moment is the last row of each application up to then.
 */
export const applicationHistory = pgTable(
  'application_history',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    applicationId: text().notNull(),
    /** When it happened, as well as Feishu's times tell; never after `seenAt`. */
    at: instant().notNull(),
    seenAt: instant().notNull(),
    jobId: text().notNull(),
    stageId: text(),
    outcome: text({ enum: ['active', 'hired', 'ended', 'deleted'] }).notNull(),
    /** Feishu's own time; else `at` is the latest it can have been. */
    exact: boolean().notNull(),
  },
  (t) => [
    index('application_history_application').on(t.applicationId, t.at),
    index('application_history_job').on(t.jobId, t.at),
  ],
);
