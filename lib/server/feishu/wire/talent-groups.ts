import 'server-only';
import { z } from 'zod';
import { I18n, id, optionalInt, text } from './common';

export const FeishuTalentTag = z.object({
  id,
  name: I18n.optional(),
  /** 1 set by hand, 2 by a rule. */
  type: optionalInt,
  active_status: optionalInt,
});
export type FeishuTalentTag = z.infer<typeof FeishuTalentTag>;

export const FeishuTalentPool = z.object({ id, i18n_name: I18n.optional() });
export type FeishuTalentPool = z.infer<typeof FeishuTalentPool>;

export const FeishuTalentFolder = z.object({ folder_id: id, folder_name: text });
export type FeishuTalentFolder = z.infer<typeof FeishuTalentFolder>;
