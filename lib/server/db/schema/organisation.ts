import 'server-only';
import { index, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

export const departments = pgTable('departments', {
  id: text().primaryKey(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
});

/** Contact users named by jobs, evaluations, interviews, offers or notes. */
export const people = pgTable('people', {
  openId: text().primaryKey(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
  avatarUrl: text(),
  departmentIds: jsonb().$type<string[]>().notNull().default([]),
  /** False once they left the tenant. */
  active: integer().notNull().default(1),
});

export const processes = pgTable('processes', {
  id: text().primaryKey(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
  /** 1 social, 2 campus. */
  type: smallint().notNull(),
});

/** Stages in the order of their process (array order of `stage_list`; CONTRACT section 8). */
export const stages = pgTable(
  'stages',
  {
    processId: text().notNull(),
    id: text().notNull(),
    ordinal: smallint().notNull(),
    nameZh: text().notNull(),
    nameEn: text().notNull(),
    /** Feishu's stage.type. */
    type: smallint().notNull(),
    /** 1 screen … 7 joined (lib/domain/steps). */
    step: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.processId, t.id] }), index('stages_id').on(t.id)],
);

export const resumeSources = pgTable('resume_sources', {
  id: text().primaryKey(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
  type: integer().notNull(),
  active: integer().notNull(),
});

export const terminationReasons = pgTable('termination_reasons', {
  id: text().primaryKey(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
  /** 1 we rejected, 22 the candidate declined, 27 other. */
  type: smallint().notNull(),
  active: integer().notNull(),
});

export const userRoles = pgTable(
  'user_roles',
  {
    openId: text().notNull(),
    roleId: text().notNull(),
    nameZh: text().notNull(),
    nameEn: text().notNull(),
    modifiedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.openId, t.roleId] })],
);
