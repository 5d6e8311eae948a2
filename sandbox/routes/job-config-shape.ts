import type { Call } from '@/sandbox/platform/call';
import type { JobConfig } from '@/sandbox/world/records/job-configs';
import { requirementsOfJob } from '@/sandbox/world/records/job-requirements';
import type { Job } from '@/sandbox/world/types';
import {
  applyForms,
  feedbackForm,
  interviewRegistrations,
  offerApprovals,
  offerForms,
  onboardRegistrations,
  roundTypes,
} from './job-config-choices';
import { named } from './job-shapes';
import { idName } from './wire';

/** `job_config_result`. */
export function configShape(call: Call, job: Job, config: JobConfig) {
  const { world } = call;
  const people = (ids: readonly string[]) => ids.flatMap((id) => call.ids.userWithName(id) ?? []);
  const form = feedbackForm(world, config.feedbackFormId);
  const interview = interviewRegistrations().find(({ id, everywhere }) =>
    config.interviewRegistrationId === null ? everywhere : id === config.interviewRegistrationId,
  );
  const onboard = onboardRegistrations(world).find(({ id }) => id === config.onboardRegistrationId);
  const approval = offerApprovals(call, job).find(({ id, isStandard }) =>
    config.offerApprovalId === null ? isStandard : id === config.offerApprovalId,
  );
  const apply = applyForms(job).find(({ id, isStandard }) =>
    config.applyFormId === null ? isStandard : id === config.applyFormId,
  );
  return {
    id: job.id,
    offer_process_conf: approval ? idName(approval.id, approval.name) : undefined,
    portal_website_apply_form_schema_info: apply
      ? { schema_id: apply.id, name: apply.name }
      : undefined,
    offer_apply_schema: named(offerForms(world), config.offerFormId),
    recommended_evaluator_list: people(config.evaluatorIds),
    assessment_template: form ? idName(form.id, form.name) : undefined,
    interview_round_list: config.rounds.map(({ round, interviewerIds }) => ({
      round,
      interviewer_list: people(interviewerIds),
    })),
    interview_round_type_list: roundTypeList(call, job, config),
    // A requirement has one name, whatever the language.
    job_requirement_list: requirementsOfJob(world, job.id).map(({ id, name }) =>
      idName(id, { zh: name, en: name }),
    ),
    interview_registration: interview
      ? { schema_id: interview.id, name: interview.name }
      : undefined,
    onboard_registration: onboard ? { schema_id: onboard.id, name: onboard.name } : undefined,
    related_job_list: config.relatedJobIds.flatMap((id) => {
      const related = world.jobs.get(id);
      return related ? [idName(id, { zh: related.title, en: related.title })] : [];
    }),
    job_attribute: job.attribute,
    interview_appointment_config: appointmentShape(call, config),
  };
}

function roundTypeList(call: Call, job: Job, config: JobConfig) {
  const { world } = call;
  const types = roundTypes(world, job);
  const chosen =
    config.roundTypes ??
    types
      .filter(({ isDefault }) => isDefault)
      .map(({ id }) => ({ roundTypeId: id, feedbackFormId: world.form.id }));
  return chosen.map(({ roundTypeId, feedbackFormId }) => {
    const form = feedbackForm(world, feedbackFormId);
    return {
      assessment_round: named(types, roundTypeId),
      assessment_template: form ? idName(form.id, form.name) : undefined,
    };
  });
}

function appointmentShape(call: Call, { appointment }: JobConfig) {
  const text = (value: string) => (value === '' ? undefined : value);
  return {
    enable_interview_appointment_by_interviewer: appointment.byInterviewer,
    config: {
      interview_type: appointment.interviewType ?? undefined,
      talent_timezone_code: text(appointment.timezone),
      contact_user_id: call.ids.user(appointment.contactId),
      contact_mobile: text(appointment.contactMobile),
      contact_email: text(appointment.contactEmail),
      address_id: appointment.locationId ?? undefined,
      video_type: appointment.videoType ?? undefined,
      cc: appointment.ccIds.flatMap((id) => call.ids.user(id) ?? []),
      remark: text(appointment.remark),
      interview_notification_template_id: text(appointment.notificationTemplateId),
      appointment_notification_template_id: text(appointment.appointmentTemplateId),
      cancel_interview_notification_template_id: text(appointment.cancelTemplateId),
    },
  };
}
