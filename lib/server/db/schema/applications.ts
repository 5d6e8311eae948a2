import 'server-only';
import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/**
 * One row an application. The first block is known from id lists alone; the second comes with the
 * body; the third is derived by `mirror/application-facts.ts` and never read from Feishu.
 */
export const applications = pgTable(
  'applications',
  {
    id: text().primaryKey(),
    jobId: text().notNull(),
    stageId: text(),
    /** Feishu's active_status 1. Joined ones stay active there. */
    active: boolean().notNull(),
    lockStatus: smallint(),

    /** When the body was last read; null: only the first block is known. */
    bodyAt: instant(),
    talentId: text(),
    sourceId: text(),
    deliveryType: smallint(),
    createdAt: instant(),
    modifiedAt: instant(),
    terminationType: smallint(),
    terminationReasonIds: jsonb().$type<string[]>().notNull().default([]),
    terminationNote: text().notNull().default(''),
    attachmentId: text(),
    creatorId: text(),
    hash: text(),

    /** 1 screen … 7 joined: of the present stage. */
    step: smallint().notNull().default(1),
    /** Furthest step of any visit that counts; never below `step` of the present stage. */
    furthestStep: smallint().notNull().default(1),
    outcome: text({ enum: ['active', 'hired', 'ended'] }).notNull(),
    stageEnteredAt: instant(),
    endedAt: instant(),
    /** `exact`: made or observed by us; `latest`: at first sight, Feishu tells no time. */
    endedPrecision: text({ enum: ['exact', 'latest'] }),
    hiredAt: instant(),
    turnParty: text({ enum: ['recruiter', 'evaluator', 'interviewer', 'candidate', 'approver'] }),
    turnOpenId: text(),
    turnSince: instant(),
    nextEventKind: text({ enum: ['interview', 'offer_expiry', 'onboarding'] }),
    nextEventAt: instant(),
    nextEventPeople: jsonb().$type<string[]>().notNull().default([]),
    /** When notes and offer were last read for this application. */
    detailAt: instant(),
  },
  (t) => [
    index('applications_board').on(t.jobId, t.outcome, t.stageId, t.stageEnteredAt, t.id),
    index('applications_step').on(t.outcome, t.step, t.stageEnteredAt, t.id),
    index('applications_created').on(t.outcome, t.createdAt, t.id),
    index('applications_all_created').on(t.createdAt, t.id),
    index('applications_talent').on(t.talentId),
    index('applications_turn').on(t.turnOpenId, t.turnParty).where(sql`outcome = 'active'`),
    index('applications_due').on(t.nextEventAt).where(sql`outcome = 'active'`),
    index('applications_unread').on(t.active, t.id).where(sql`body_at is null`),
  ],
);

/** One row a visit, kept when Feishu's list changes (CONTRACT: re-entry is undocumented). */
export const stageVisits = pgTable(
  'stage_visits',
  {
    applicationId: text().notNull(),
    seq: smallint().notNull(),
    stageId: text().notNull(),
    step: smallint().notNull(),
    enteredAt: instant(),
    exitedAt: instant(),
    /** Under five minutes, then back to the stage before: out of every figure (PRODUCT section 4). */
    accidental: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.seq] }), index('stage_visits_step').on(t.step)],
);
