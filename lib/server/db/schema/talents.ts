import 'server-only';
import { boolean, index, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

export type EducationRow = {
  school: string;
  major: string;
  degree: number | null;
  start: string | null;
  end: string | null;
};
export type CareerRow = {
  company: string;
  title: string;
  description: string;
  start: string | null;
  end: string | null;
};
export type ProjectRow = {
  name: string;
  role: string;
  description: string;
  start: string | null;
  end: string | null;
};

export const talents = pgTable(
  'talents',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Lower-case pinyin without spaces, and initials: `wanglihua wlh`. */
    namePinyin: text().notNull().default(''),
    /** AES-256-GCM (base/crypto); null where Feishu holds none or the scope is missing. */
    phoneSealed: text(),
    emailSealed: text(),
    /** What may be shown unasked: `138****8000`, `a***@example.com`. */
    phoneMasked: text(),
    emailMasked: text(),
    /** HMACs for search and change detection without plain text. */
    phoneHash: text(),
    phoneTailHash: text(),
    emailHash: text(),
    gender: smallint(),
    age: smallint(),
    experienceYears: smallint(),
    topDegree: smallint(),
    cityZh: text(),
    cityEn: text(),
    company: text(),
    title: text(),
    school: text(),
    educations: jsonb().$type<EducationRow[]>().notNull().default([]),
    careers: jsonb().$type<CareerRow[]>().notNull().default([]),
    projects: jsonb().$type<ProjectRow[]>().notNull().default([]),
    attachmentIds: jsonb().$type<string[]>().notNull().default([]),
    /** Lower-case text searched by substring: name, pinyin, companies, schools. */
    searchText: text().notNull().default(''),
    inAgencyPeriod: boolean().notNull().default(false),
    onboarded: boolean().notNull().default(false),
    updatedAt: instant(),
    hash: text().notNull(),
    /** When notes were last read. */
    notesAt: instant(),
    /** Only the full record tells these; null `fullAt` means they are not known yet. */
    tagIds: jsonb().$type<string[]>().notNull().default([]),
    poolIds: jsonb().$type<string[]>().notNull().default([]),
    folderIds: jsonb().$type<string[]>().notNull().default([]),
    blocked: boolean().notNull().default(false),
    fullAt: instant(),
  },
  (t) => [
    index('talents_updated').on(t.updatedAt, t.id),
    index('talents_phone').on(t.phoneHash),
    index('talents_phone_tail').on(t.phoneTailHash),
    index('talents_email').on(t.emailHash),
    index('talents_attachments').using('gin', t.attachmentIds.op('jsonb_path_ops')),
    index('talents_search').using('gin', t.searchText.op('gin_trgm_ops')),
  ],
);

export const notes = pgTable(
  'notes',
  {
    id: text().primaryKey(),
    talentId: text().notNull(),
    applicationId: text(),
    creatorId: text(),
    content: text().notNull(),
    isPrivate: boolean().notNull(),
    createdAt: instant().notNull(),
    modifiedAt: instant().notNull(),
  },
  (t) => [index('notes_talent').on(t.talentId, t.createdAt)],
);

/** What talents are filed under; `kind` tells a tag from a pool from a folder. */
export const talentGroups = pgTable('talent_groups', {
  id: text().primaryKey(),
  kind: text({ enum: ['tag', 'pool', 'folder'] }).notNull(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
});
