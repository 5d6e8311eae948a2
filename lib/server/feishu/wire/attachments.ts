import 'server-only';
import { z } from 'zod';
import { id, optionalMs, text } from './common';

/** `url` lives 30 minutes and never reaches a browser. */
export const FeishuAttachment = z.object({
  id,
  url: z.url(),
  name: text,
  mime: text,
  create_time: optionalMs,
});
export type FeishuAttachment = z.infer<typeof FeishuAttachment>;
