import 'server-only';
import { z } from 'zod';
import { id, optionalId, optionalInt, optionalMs, text } from './common';

export const FeishuEmployee = z.object({
  id,
  application_id: id,
  /** 1 onboarded, 2 left: another meaning than the application's field of this name. */
  onboard_status: optionalInt,
  /** 1 not yet, 2 converted. */
  conversion_status: optionalInt,
  onboard_time: optionalMs,
  expected_conversion_time: optionalMs,
  actual_conversion_time: optionalMs,
  overboard_time: optionalMs,
  overboard_note: text,
  onboard_city_code: text,
  /** A plain `department_id`, not an open one. */
  department: optionalId,
  leader: optionalId,
});
export type FeishuEmployee = z.infer<typeof FeishuEmployee>;
