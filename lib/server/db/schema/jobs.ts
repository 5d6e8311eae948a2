import 'server-only';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { instant } from './columns';

export const jobs = pgTable(
  'jobs',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    title: text().notNull(),
    description: text().notNull().default(''),
    requirement: text().notNull().default(''),
    departmentId: text(),
    cities: jsonb().$type<{ code: string; zh: string; en: string }[]>().notNull().default([]),
    processId: text(),
    /** 1 social, 2 campus. */
    processType: smallint().notNull().default(1),
    recruitmentTypeZh: text(),
    recruitmentTypeEn: text(),
    categoryZh: text(),
    categoryEn: text(),
    minLevel: text(),
    maxLevel: text(),
    /** Thousands of CNY a month. */
    minSalary: integer(),
    maxSalary: integer(),
    headCount: integer(),
    open: boolean().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    expiresAt: instant(),
    recruiterId: text(),
    /** Hash of what Feishu sent, so that a second read can say "unchanged". */
    hash: text().notNull(),
  },
  (t) => [index('jobs_department').on(t.departmentId)],
);

/** The people of a job (`/jobs/:id/recruiter`): who sees it. */
export const jobMembers = pgTable(
  'job_members',
  {
    jobId: text().notNull(),
    openId: text().notNull(),
    role: text({ enum: ['recruiter', 'assistant', 'manager'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.openId, t.role] }),
    index('job_members_person').on(t.openId, t.role),
  ],
);
