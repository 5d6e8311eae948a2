import 'server-only';
import { z } from 'zod';
import { id, optionalId, optionalInt, optionalMs, text } from './common';

export const FeishuEvaluation = z.object({
  id,
  application_id: id,
  stage_id: optionalId,
  creator_id: optionalId,
  evaluator_id: optionalId,
  /** 1 submitted, 2 not. */
  commit_status: optionalInt,
  /** 1 pass, 2 fail. */
  conclusion: optionalInt,
  content: text,
  create_time: optionalMs,
  update_time: optionalMs,
});
export type FeishuEvaluation = z.infer<typeof FeishuEvaluation>;
