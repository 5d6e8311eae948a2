import 'server-only';
import { z } from 'zod';
import { I18n, id, optionalId, optionalInt, optionalMs, text } from './common';

/** A row of `POST /tests/search`. The id field is `test_id`. */
export const FeishuTest = z.object({
  test_id: id,
  application_id: id,
  talent_id: optionalId,
  job_id: optionalId,
  test_paper_id: optionalId,
  test_paper_name: text,
  test_paper_source_name: I18n.optional(),
  /** 1 accepted, 2 declined, 3 no answer. */
  reply_status: optionalInt,
  /** CONTRACT section 4, `test_status`. */
  test_status: optionalInt,
  test_schedule: z.object({ start_time: optionalMs, end_time: optionalMs }).optional(),
  test_complete_time: optionalMs,
  result_detail_list: z.array(z.object({ subject: text, result: text })).optional(),
  result_upload_time: optionalMs,
  /** As the paper's maker wrote it: a number, a grade, a word. */
  score: text,
  score_submit_time: optionalMs,
  reviewer: optionalId,
  created_at: optionalMs,
});
export type FeishuTest = z.infer<typeof FeishuTest>;
