/** Events as their pages print them; user ids and department ids in the forms named there. */
export type HireEvent =
  | {
      type: 'hire.application.stage_changed_v1';
      event: {
        application_id: string;
        origin_stage_id: string;
        target_stage_id: string;
        /** Epoch ms. */
        update_time: number;
      };
    }
  | { type: 'hire.application.deleted_v1'; event: { application_ids: string[] } }
  | { type: 'hire.talent.deleted_v1'; event: { talent_id: string } }
  | { type: 'hire.offer.status_changed_v1'; event: { offer_id: string } }
  | {
      type: 'hire.ehr_import_task.imported_v1';
      event: EhrImport & { ehr_requirement_id: string };
    }
  | {
      type: 'hire.ehr_import_task_for_internship_offer.imported_v1';
      event: EhrImport & { offer_id: string; pre_onboard_id: string };
    }
  | {
      type: 'hire.talent.tag_subscription_v1';
      event: {
        talent_id: string;
        application_id: string;
        /** 1 stage changed, 2 locked, 3 unlocked. */
        type: 1 | 2 | 3;
        tag: { id: string; name: Words; description: Words };
        lock_status: 1 | 2 | 3;
        application_stage: { id: string; zh_name: string; en_name: string; type: number };
      };
    };

type EhrImport = {
  task_id: string;
  application_id: string;
  /** The `people_admin_department_id`. */
  ehr_department_id: string;
  /** The `people_admin_id`. */
  operator_id: string;
  /** `user_id` is taken out where the app lacks its field scope. */
  operator_user_id: { union_id: string; user_id: string; open_id: string };
  ehr_department: { department_id: string; open_department_id: string };
};
type Words = { zh_cn: string; en_us: string };

/** The events that changes of a world can cause; README says why the others are not among them. */
export const causedEventTypes = [
  'hire.application.deleted_v1',
  'hire.application.stage_changed_v1',
  'hire.ehr_import_task.imported_v1',
  'hire.ehr_import_task_for_internship_offer.imported_v1',
  'hire.offer.status_changed_v1',
  'hire.talent.deleted_v1',
  'hire.talent.tag_subscription_v1',
] as const satisfies HireEvent['type'][];
