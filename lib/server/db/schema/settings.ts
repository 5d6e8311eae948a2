import 'server-only';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Feishu Hire roles whose holders administer here. Ours: no read of Feishu touches it. */
export const adminRoles = pgTable('admin_roles', {
  roleId: text().primaryKey(),
  /** As Feishu last told them, for when it no longer does. */
  nameZh: text().notNull(),
  nameEn: text().notNull(),
  mappedAt: instant().notNull(),
  mappedBy: text().notNull(),
});
