import 'server-only';
import { z } from 'zod';
import {
  CodeName,
  I18n,
  IdName,
  id,
  int,
  optionalId,
  optionalInt,
  optionalMs,
  text,
} from './common';
import { FeishuEvaluation } from './evaluations';
import { FeishuInterviewRecord } from './interviews';

/** `type` is CONTRACT section 4's `stage.type`; an open enum. */
const Stage = z.object({ id, zh_name: text, en_name: text, type: optionalInt });

/** One stay in a stage, in the order Feishu gives them. The present stage has no exit. */
const StageTime = z.object({ stage_id: id, enter_time: optionalMs, exit_time: optionalMs });

const ResumeSource = z.object({
  id: optionalId,
  name: I18n.optional(),
  resume_source_type: optionalInt,
});

const shared = {
  id,
  job_id: id,
  talent_id: id,
  stage: Stage,
  /** 1 active, 2 ended. */
  active_status: int,
  /** 1 sourced by HR, 2 the talent applied. */
  delivery_type: optionalInt,
  resume_source_info: ResumeSource.optional(),
  talent_attachment_resume_id: optionalId,
  stage_time_list: z.array(StageTime).optional(),
  application_preferred_city_list: z.array(CodeName).optional(),
  creator_id: optionalId,
  create_time: optionalMs,
  modify_time: optionalMs,
};

/** `GET /applications/:id`. */
export const FeishuApplication = z.object({
  ...shared,
  resume_source_id: optionalId,
  /** 1 we rejected, 22 the candidate declined, 27 other; 0 or absent while active. */
  termination_type: optionalInt,
  /** Ids of termination reasons. */
  termination_reason_list: z.array(z.string()).optional(),
  termination_reason_note: text,
});
export type FeishuApplication = z.infer<typeof FeishuApplication>;

const DetailOffer = z.object({
  offer_basic: z
    .object({
      id: optionalId,
      offer_status: optionalInt,
      leader: IdName.optional(),
      department: IdName.optional(),
      owner: IdName.optional(),
      onboard_date: text,
      create_time: optionalMs,
    })
    .optional(),
});

/** `GET /applications/:id/get_detail`; each block is there when asked for and permitted. */
export const FeishuApplicationDetail = z.object({
  basic_info: z.object({
    ...shared,
    /** 1 not onboarded, 2 onboarded. */
    onboard_status: optionalInt,
    termination_reason: z
      .object({ id: optionalId, name: I18n.optional(), children: z.array(IdName).optional() })
      .optional(),
    /** In the SDK's types only. */
    termination_reason_note: text,
    lock_status: optionalInt,
    owner_id: optionalId,
    terminator_id: optionalId,
  }),
  job: z.object({ id, name: text, code: text }).optional(),
  talent: z
    .object({ id, name: text, mobile_code: text, mobile_number: text, email: text })
    .optional(),
  evaluations: z.array(FeishuEvaluation).optional(),
  interview_aggregation: z
    .object({
      interviews: z
        .array(
          z.object({
            id,
            begin_time: optionalMs,
            end_time: optionalMs,
            round: optionalInt,
            stage_id: optionalId,
            interview_record_list: z.array(FeishuInterviewRecord).optional(),
            interview_round_summary: optionalInt,
            interview_type: optionalInt,
            arrangement_status: optionalInt,
            create_time: optionalMs,
            update_time: optionalMs,
          }),
        )
        .optional(),
    })
    .optional(),
  offer: DetailOffer.optional(),
});
export type FeishuApplicationDetail = z.infer<typeof FeishuApplicationDetail>;
