import 'server-only';
import { z } from 'zod';
import {
  CodeName,
  flag,
  I18n,
  IdName,
  id,
  int,
  optionalId,
  optionalInt,
  optionalMs,
  optionalNumber,
  text,
} from './common';

/** A row of `GET /interviews`. */
export const FeishuInterview = z.object({
  id,
  application_id: id,
  begin_time: optionalMs,
  end_time: optionalMs,
  round: optionalInt,
  stage_id: optionalId,
  stage: IdName.optional(),
  creator: IdName.optional(),
  feedback_submit_time: optionalMs,
  biz_create_time: optionalMs,
  biz_modify_time: optionalMs,
  /** CONTRACT section 4, `interview_round_summary`. */
  interview_round_summary: optionalInt,
  interview_arrangement_id: optionalId,
  /** 1 on site, 2 phone, 3 video. */
  interview_type: optionalInt,
  video_type: optionalInt,
  /** 1 to come, 2 under way, 3 over; 4 cancelled appears in get_detail. */
  arrangement_status: optionalInt,
  arrangement_type: optionalInt,
  remark: text,
  address: z
    .object({ id: optionalId, name: I18n.optional(), city: CodeName.optional() })
    .optional(),
  meeting_room_list: z
    .array(z.object({ room_id: optionalId, room_name: text, building_name: text }))
    .optional(),
  interview_round_type: IdName.optional(),
  interview_record_list: z
    .array(
      z.object({
        id,
        user_id: optionalId,
        content: text,
        /** 1 submitted, 2 not. */
        commit_status: optionalInt,
        /** 1 pass, 2 fail, 3 not started, 4 not submitted, 5 no show, 6 undecided. */
        conclusion: optionalInt,
        interview_score: z.object({ level: optionalInt, zh_name: text, en_name: text }).optional(),
        interviewer: IdName.optional(),
      }),
    )
    .optional(),
});
export type FeishuInterview = z.infer<typeof FeishuInterview>;

const DimensionOption = z.object({
  id: optionalId,
  name: I18n.optional(),
  score_val: optionalNumber,
});

/** A row of `GET /v2/interview_records`: scores by module and dimension. */
export const FeishuInterviewRecord = z.object({
  id,
  feedback_form_id: optionalId,
  commit_status: optionalInt,
  submit_time: optionalMs,
  record_score: z.object({ score: optionalNumber, total_score: optionalNumber }).optional(),
  interviewer: IdName.optional(),
  module_assessments: z
    .array(
      z.object({
        interview_feedback_form_module_id: optionalId,
        module_name: I18n.optional(),
        /** 1 the preset conclusion, 2 custom. */
        module_type: optionalInt,
        module_weight: optionalNumber,
        module_score: optionalNumber,
        dimension_assessments: z
          .array(
            z.object({
              interview_feedback_form_dimension_id: optionalId,
              dimension_name: I18n.optional(),
              /** CONTRACT section 4, `dimension_type`. */
              dimension_type: optionalInt,
              weight: optionalNumber,
              dimension_content: text,
              dimension_option: DimensionOption.optional(),
              dimension_options: z.array(DimensionOption).optional(),
              dimension_score: optionalNumber,
            }),
          )
          .optional(),
      }),
    )
    .optional(),
});
export type FeishuInterviewRecord = z.infer<typeof FeishuInterviewRecord>;

/** Every edit in Feishu makes new ids for form, modules, dimensions and options. */
export const FeishuInterviewFeedbackForm = z.object({
  id,
  version: optionalInt,
  name: I18n.optional(),
  /** 1 plain, 2 scored, 3 weighted. */
  type: optionalInt,
  modules: z
    .array(
      z.object({
        id,
        name: I18n.optional(),
        type: optionalInt,
        sequence: optionalInt,
        weight: optionalNumber,
        dimensions: z
          .array(
            z.object({
              id,
              name: I18n.optional(),
              type: int,
              enabled: flag,
              sequence: optionalInt,
              weight: optionalNumber,
              score_dimension_config: z
                .object({
                  score_dimension_type: optionalInt,
                  lower_limit_score: optionalNumber,
                  upper_limit_score: optionalNumber,
                })
                .optional(),
              option_items: z.array(DimensionOption).optional(),
            }),
          )
          .optional(),
      }),
    )
    .optional(),
});
export type FeishuInterviewFeedbackForm = z.infer<typeof FeishuInterviewFeedbackForm>;
