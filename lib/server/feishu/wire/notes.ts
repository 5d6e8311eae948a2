import 'server-only';
import { z } from 'zod';
import { flag, id, optionalId, optionalMs } from './common';

export const FeishuNote = z.object({
  id,
  talent_id: id,
  application_id: optionalId,
  is_private: flag,
  create_time: optionalMs,
  modify_time: optionalMs,
  creator_id: optionalId,
  content: z.string(),
});
export type FeishuNote = z.infer<typeof FeishuNote>;
