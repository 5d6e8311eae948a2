import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import type { Parameters } from '@/sandbox/platform/parameters';
import { standardConfig } from '@/sandbox/world/job-configs';
import type { AppointmentConfig, JobConfig } from '@/sandbox/world/records/job-configs';
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
import { configShape } from './job-config-shape';
import { isInterviewType, mayWriteJobs, peopleOf } from './job-rules';
import { jobOf } from './jobs';

/** `update_option_list`. */
const PART = {
  feedbackForms: 1,
  offerForm: 2,
  offerApproval: 3,
  requirements: 4,
  interviewers: 5,
  evaluators: 6,
  relatedJobs: 8,
  appointments: 9,
  interviewRegistration: 10,
  onboardRegistration: 11,
  applyForm: 12,
} as const;

export const configOf = (call: Call, job: Job): JobConfig =>
  call.world.jobConfigs.get(job.id) ?? standardConfig(call.world, job.id, job.processType);

/** The settings after the parts that `update_option_list` names; the rest of the body is ignored. */
function changedConfig(call: Call, job: Job): JobConfig {
  const { body, world } = call;
  const parts = new Set(body.ints('update_option_list'));
  const config = structuredClone(configOf(call, job));
  if (parts.has(PART.feedbackForms)) config.roundTypes = readRoundTypes(call, job);
  if (parts.has(PART.offerForm)) {
    config.offerFormId = chosen(offerForms(world), body.text('offer_apply_schema_id'));
  }
  if (parts.has(PART.offerApproval)) config.offerApprovalId = readApproval(call, job);
  if (parts.has(PART.interviewers)) config.rounds = readRounds(call);
  if (parts.has(PART.evaluators)) {
    config.evaluatorIds = peopleOf(call, body.texts('recommended_evaluator_id_list'));
  }
  if (parts.has(PART.relatedJobs)) config.relatedJobIds = readRelatedJobs(call, job);
  if (parts.has(PART.appointments)) config.appointment = readAppointments(call);
  if (parts.has(PART.interviewRegistration)) {
    const id = body.text('interview_registration_schema_id');
    config.interviewRegistrationId = chosen(interviewRegistrations(), id);
  }
  if (parts.has(PART.onboardRegistration)) {
    const id = body.text('onboard_registration_schema_id');
    config.onboardRegistrationId = chosen(onboardRegistrations(world), id);
  }
  if (parts.has(PART.applyForm)) {
    const id = body.text('portal_website_apply_form_schema_id');
    config.applyFormId = chosen(applyForms(job), id);
  }
  return config;
}

/** A flow serves the departments it names and those below them. */
function readApproval(call: Call, job: Job): string {
  const flows = offerApprovals(call, job);
  const id = chosen(flows, call.body.text('offer_process_conf'));
  if (!flows.some((flow) => flow.id === id && flow.fits)) throw new Refusal(1002611);
  return id;
}

/** The page says that a part without the content it needs cannot be updated. */
function chosen(choices: readonly { id: string }[], id: string | undefined): string {
  if (!choices.some((choice) => choice.id === id) || id === undefined) throw new Refusal(1002002);
  return id;
}

/** Interview round types are on here: each round type has its form. */
function readRoundTypes(call: Call, job: Job): JobConfig['roundTypes'] {
  const rows = call.body.parts('interview_round_type_conf_list');
  if (!rows || rows.length === 0) throw new Refusal(1002002);
  const types = roundTypes(call.world, job);
  return rows.map((row) => {
    const form = feedbackForm(call.world, row.text('assessment_template_biz_id') ?? null);
    if (!form) throw new Refusal(1002002);
    return { roundTypeId: chosen(types, row.text('round_biz_id')), feedbackFormId: form.id };
  });
}

function readRounds(call: Call): JobConfig['rounds'] {
  const rows = call.body.parts('interview_round_conf_list');
  if (!rows) throw new Refusal(1002002);
  return rows.map((row, at) => ({
    round: row.int('round') ?? at + 1,
    interviewerIds: peopleOf(call, row.texts('interviewer_id_list')),
  }));
}

/** Real jobs relate to virtual ones, and each to one at most. */
function readRelatedJobs(call: Call, job: Job): string[] {
  const ids = [...new Set(call.body.texts('related_job_id_list') ?? [])];
  const related = ids.map((id) => call.found(call.world.jobs.get(id), 1002002));
  if (related.some(({ attribute }) => attribute === job.attribute)) throw new Refusal(1002620);
  const isTaken = ({ id }: Job) =>
    configOf(call, call.found(call.world.jobs.get(id), 1002002)).relatedJobIds.some(
      (other) => other !== job.id,
    );
  const tooMany = job.attribute === 1 ? ids.length > 1 : related.some(isTaken);
  if (tooMany) throw new Refusal(1002621);
  return ids;
}

function readAppointments(call: Call): AppointmentConfig {
  const setting = call.body.part('interview_appointment_config');
  if (!setting) throw new Refusal(1002002);
  const content: Parameters | undefined = setting.part('config');
  const type = content?.int('interview_type');
  const locationId = content?.text('address_id') ?? null;
  const isPlace = call.world.locations.some(({ id }) => id === locationId);
  if (locationId !== null && !isPlace) throw new Refusal(1002002);
  const contact = content?.text('contact_user_id');
  return {
    byInterviewer: setting.flag('enable_interview_appointment_by_interviewer') ?? false,
    interviewType: isInterviewType(type) ? type : null,
    timezone: content?.text('talent_timezone_code') ?? '',
    contactId: contact === undefined ? null : call.ids.person(contact).openId,
    contactMobile: content?.text('contact_mobile') ?? '',
    contactEmail: content?.text('contact_email') ?? '',
    locationId,
    videoType: content?.int('video_type') ?? null,
    ccIds: peopleOf(call, content?.texts('cc')),
    remark: content?.text('remark') ?? '',
    notificationTemplateId: content?.text('interview_notification_template_id') ?? '',
    appointmentTemplateId: content?.text('appointment_notification_template_id') ?? '',
    cancelTemplateId: content?.text('cancel_interview_notification_template_id') ?? '',
  };
}

function requirementsToLink(call: Call): string[] | undefined {
  if (!call.body.ints('update_option_list')?.includes(PART.requirements)) return undefined;
  const ids = call.body.texts('jr_id_list') ?? [];
  for (const id of ids) call.found(call.world.requirements.get(id), 1002703);
  return ids;
}

export const jobConfigHandlers: Handlers = {
  'hire.v1.job.config': (call) => {
    const job = jobOf(call);
    return { job_config: configShape(call, job, configOf(call, job)) };
  },

  'hire.v1.job.updateConfig': (call) => {
    mayWriteJobs(call);
    const job = jobOf(call);
    if (!job.open) throw new Refusal(1002609);
    const requirementIds = requirementsToLink(call);
    const config = changedConfig(call, job);
    call.commit({
      kind: 'job.configured',
      at: call.now,
      config,
      ...(requirementIds ? { requirementIds } : {}),
    });
    return { job_config: configShape(call, job, configOf(call, job)) };
  },
};
