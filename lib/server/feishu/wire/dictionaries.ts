import 'server-only';
import { z } from 'zod';
import { CodeName, flag, I18n, id, int, optionalInt, text } from './common';

/** `stage_list` order: whether it is pipeline order is not stated (CONTRACT section 8). */
export const FeishuJobProcess = z.object({
  id,
  zh_name: text,
  en_name: text,
  /** 1 social, 2 campus. */
  type: optionalInt,
  stage_list: z.array(
    z.object({
      id,
      zh_name: text,
      en_name: text,
      /** `stage.type` of CONTRACT section 4; an open enum. */
      type: int,
    }),
  ),
});
export type FeishuJobProcess = z.infer<typeof FeishuJobProcess>;

export const FeishuLocation = z.object({
  id,
  name: I18n.optional(),
  district: CodeName.optional(),
  city: CodeName.optional(),
  state: CodeName.optional(),
  country: CodeName.optional(),
  /** 1 on, 2 off. */
  active_status: optionalInt,
});
export type FeishuLocation = z.infer<typeof FeishuLocation>;

export const FeishuResumeSource = z.object({
  id,
  zh_name: text,
  en_name: text,
  active_status: optionalInt,
  /** 10000…10009, CONTRACT section 4; a string on the wire here. */
  resume_source_type: optionalInt,
});
export type FeishuResumeSource = z.infer<typeof FeishuResumeSource>;

export const FeishuTerminationReason = z.object({
  id,
  name: I18n.optional(),
  referral_name: I18n.optional(),
  /** 1 we rejected, 22 the candidate declined, 27 other. */
  termination_type: optionalInt,
  is_used_as_evaluation: flag,
  active_status: optionalInt,
});
export type FeishuTerminationReason = z.infer<typeof FeishuTerminationReason>;
