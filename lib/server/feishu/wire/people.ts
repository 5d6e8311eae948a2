import 'server-only';
import { z } from 'zod';
import { flag, I18n, id, optionalId, optionalInt, optionalMs, text } from './common';

/** A row of `GET /contact/v3/users/batch`. */
export const FeishuUser = z.object({
  open_id: id,
  union_id: optionalId,
  user_id: optionalId,
  name: z.string(),
  en_name: text,
  avatar: z.object({ avatar_72: text, avatar_240: text }).optional(),
  /** Open department ids. */
  department_ids: z.array(z.string()).optional(),
  status: z.object({ is_resigned: flag, is_frozen: flag, is_activated: flag }).optional(),
});
export type FeishuUser = z.infer<typeof FeishuUser>;

/** A row of `GET /contact/v3/departments/batch`. The root's parent is `0`. */
export const FeishuDepartment = z.object({
  open_department_id: id,
  department_id: optionalId,
  name: z.string(),
  i18n_name: I18n.optional(),
  parent_department_id: optionalId,
  leader_user_id: optionalId,
  status: z.object({ is_deleted: flag }).optional(),
});
export type FeishuDepartment = z.infer<typeof FeishuDepartment>;

export const FeishuRole = z.object({
  id,
  name: I18n.optional(),
  description: I18n.optional(),
  /** 1 social, 2 campus, 3 both. */
  scope_of_application: optionalInt,
  modify_time: optionalMs,
  /** 1 on, 2 off. */
  role_status: optionalInt,
  /** 1 built in, 2 ordinary user, 5 custom. */
  role_type: optionalInt,
});
export type FeishuRole = z.infer<typeof FeishuRole>;

export const FeishuUserRole = z.object({
  user_id: id,
  role_id: id,
  modify_time: optionalMs,
  role_name: I18n.optional(),
});
export type FeishuUserRole = z.infer<typeof FeishuUserRole>;
