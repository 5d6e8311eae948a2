import 'server-only';

/** Sent always: the defaults differ between endpoints (CONTRACT section 2.1). */
export const USER_IDS = { user_id_type: 'open_id' } as const;
export const DEPARTMENT_IDS = { department_id_type: 'open_department_id' } as const;
/** Neither has an open form that every tenant can read; names come along, so the form is moot. */
export const LEVEL_IDS = {
  job_level_id_type: 'people_admin_job_level_id',
  job_family_id_type: 'people_admin_job_category_id',
} as const;
export const EMPLOYEE_TYPE_IDS = {
  employee_type_id_type: 'people_admin_employee_type_id',
} as const;

/** Changed within, epoch milliseconds; whether the ends are inclusive is not documented. */
export type UpdateWindow = { updatedFrom?: number; updatedTo?: number };

export const updateWindow = ({ updatedFrom, updatedTo }: UpdateWindow) => ({
  update_start_time: updatedFrom,
  update_end_time: updatedTo,
});
