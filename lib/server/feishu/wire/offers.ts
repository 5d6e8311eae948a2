import 'server-only';
import { z } from 'zod';
import { IdZhEn, id, int, optionalDate, optionalId, optionalInt, optionalMs, text } from './common';

/** `GET /applications/:id/offer`. The salary plan is gone without `hire:offer_salary:readonly`. */
export const FeishuOffer = z.object({
  id,
  application_id: id,
  /** CONTRACT section 4, `offer_status`. */
  offer_status: int,
  basic_info: z
    .object({
      remark: text,
      expire_time: optionalMs,
      owner_user_id: optionalId,
      creator_user_id: optionalId,
      leader_user_id: optionalId,
      employee_type: IdZhEn.optional(),
      create_time: optionalMs,
      onboard_date: optionalDate,
      department_id: optionalId,
      probation_month: optionalInt,
      recruitment_type: IdZhEn.optional(),
      sequence: IdZhEn.optional(),
      level: IdZhEn.optional(),
    })
    .optional(),
  salary_plan: z
    .object({
      currency: text,
      basic_salary: text,
      probation_salary_percentage: text,
      award_salary_multiple: text,
      option_shares: text,
      total_annual_cash: text,
    })
    .optional(),
  job_info: z.object({ job_id: id, job_name: text }).optional(),
  job_requirement_id: optionalId,
  offer_send_record_list: z
    .array(
      z.object({
        offer_send_record_id: optionalId,
        operator_user_id: optionalId,
        send_time: optionalMs,
        /** 1 created, 2 accepted, 3 declined, 4 expired, 5 void. */
        offer_letter_status: optionalInt,
        acceptance_list: z
          .array(
            z.object({
              operator_type: optionalInt,
              /** 1 accepted, 2 declined. */
              conclusion: optionalInt,
              memo: text,
              operate_time: optionalMs,
            }),
          )
          .optional(),
      }),
    )
    .optional(),
});
export type FeishuOffer = z.infer<typeof FeishuOffer>;
