import 'server-only';
import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, real, smallint, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

export const evaluations = pgTable(
  'evaluations',
  {
    id: text().primaryKey(),
    applicationId: text().notNull(),
    stageId: text(),
    evaluatorId: text().notNull(),
    submitted: boolean().notNull(),
    /** 1 pass, 2 fail; null until submitted. */
    conclusion: smallint(),
    content: text().notNull().default(''),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('evaluations_application').on(t.applicationId),
    index('evaluations_evaluator').on(t.evaluatorId, t.applicationId),
  ],
);

export const interviews = pgTable(
  'interviews',
  {
    id: text().primaryKey(),
    applicationId: text().notNull(),
    stageId: text(),
    round: smallint().notNull(),
    beginAt: instant().notNull(),
    endAt: instant().notNull(),
    /** 1 on site, 2 phone, 3 video. */
    kind: smallint(),
    cancelled: boolean().notNull(),
    creatorId: text(),
    /** When it was arranged: since then it is the interviewer's turn. */
    createdAt: instant(),
    modifiedAt: instant(),
    hash: text().notNull(),
  },
  (t) => [
    index('interviews_application').on(t.applicationId),
    index('interviews_begin').on(t.beginAt),
  ],
);

export type DimensionRow = {
  id: string;
  zh: string;
  en: string;
  score: number | null;
  comment: string;
};

export const interviewRecords = pgTable(
  'interview_records',
  {
    id: text().primaryKey(),
    interviewId: text().notNull(),
    applicationId: text().notNull(),
    interviewerId: text().notNull(),
    submitted: boolean().notNull(),
    submittedAt: instant(),
    /** CONTRACT section 4, interview record conclusion. */
    conclusion: smallint(),
    content: text().notNull().default(''),
    score: real(),
    scoreOf: real(),
    dimensions: jsonb().$type<DimensionRow[]>().notNull().default([]),
    /** When the v2 record with its dimensions was read. */
    detailAt: instant(),
  },
  (t) => [
    index('interview_records_interview').on(t.interviewId),
    index('interview_records_application').on(t.applicationId),
    index('interview_records_interviewer').on(t.interviewerId, t.applicationId),
    index('interview_records_unread').on(t.id).where(sql`submitted and detail_at is null`),
  ],
);

export const tests = pgTable(
  'tests',
  {
    id: text().primaryKey(),
    applicationId: text().notNull(),
    paper: text().notNull(),
    replyStatus: smallint(),
    testStatus: smallint(),
    startAt: instant(),
    endAt: instant(),
    completedAt: instant(),
    score: text(),
    createdAt: instant(),
  },
  (t) => [index('tests_application').on(t.applicationId)],
);

export const offers = pgTable(
  'offers',
  {
    id: text().primaryKey(),
    applicationId: text().notNull(),
    /** CONTRACT section 4, offer_status. */
    status: smallint().notNull(),
    ownerId: text(),
    createdAt: instant(),
    sentAt: instant(),
    decidedAt: instant(),
    expiresAt: instant(),
    /** A date, as Feishu holds it. */
    onboardDate: text(),
    currency: text(),
    /** Sealed like contact fields: pay is for recruiters of the job and admins. */
    salarySealed: text(),
    readAt: instant().notNull(),
    /** Of what Feishu sent: sealed values differ each time. */
    hash: text(),
  },
  (t) => [
    index('offers_application').on(t.applicationId),
    index('offers_status').on(t.status, t.expiresAt),
  ],
);

export const employees = pgTable(
  'employees',
  {
    id: text().primaryKey(),
    applicationId: text().notNull(),
    /** 1 joined, 2 left. */
    onboardStatus: smallint().notNull(),
    onboardAt: instant(),
    expectedConversionAt: instant(),
  },
  (t) => [index('employees_application').on(t.applicationId)],
);
