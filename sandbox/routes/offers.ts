import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { digitsOf } from '@/sandbox/platform/id-forms';
import type { Application, Offer } from '@/sandbox/world/types';
import { applicationOf } from './applications';
import { idZhEn, levelId, levelName, ms, recruitmentTypeName } from './wire';

const REGULAR = { zh: '正式', en: 'Regular' };
/** The deprecated `basic_info.offer_type`: 1 social, 2 campus. */
const offerType = (processType: number | undefined) => (processType === 2 ? 2 : 1);

/** The letters that went out: none before the offer is sent. */
function sendRecords(call: Call, offer: Offer) {
  if (offer.sentAt === null) return [];
  const letter: Record<number, number> = { 7: 2, 8: 3, 9: 5 };
  const decided = offer.decidedAt !== null && (offer.status === 7 || offer.status === 8);
  return [
    {
      offer_send_record_id: digitsOf(`send:${offer.id}`),
      operator_user_id: call.ids.user(offer.ownerId),
      send_time: ms(offer.sentAt),
      offer_letter_status: letter[offer.status] ?? 1,
      acceptance_list: decided
        ? [
            {
              operator_type: 2,
              conclusion: offer.status === 7 ? 1 : 2,
              memo: '',
              operate_time: ms(offer.decidedAt ?? 0),
            },
          ]
        : [],
      offer_file_list: [],
    },
  ];
}

function offerShape(call: Call, application: Application, offer: Offer) {
  const job = call.world.jobs.get(application.jobId);
  return {
    id: offer.id,
    application_id: offer.applicationId,
    basic_info: {
      offer_type: offerType(job?.processType),
      remark: '',
      expire_time: offer.expiresAt === null ? undefined : Math.floor(offer.expiresAt),
      owner_user_id: call.ids.user(offer.ownerId),
      creator_user_id: call.ids.user(offer.creatorId),
      employee_type: idZhEn(digitsOf('employee-type:regular'), REGULAR),
      create_time: ms(offer.createdAt),
      leader_user_id: call.ids.user(offer.leaderId),
      onboard_date: offer.onboardDate,
      department_id: call.ids.department(offer.departmentId),
      probation_month: offer.probationMonths,
      contract_year: 3,
      contract_period: { period_type: 2, period: 3 },
      recruitment_type: job
        ? idZhEn(job.recruitmentTypeId, recruitmentTypeName(job.recruitmentTypeId))
        : undefined,
      level: job ? idZhEn(levelId(job.maxLevel), levelName(job.maxLevel)) : undefined,
      customize_info_list: [],
      common_attachment_id_list: [],
    },
    salary_plan: {
      currency: offer.currency,
      // JSON in a string, as the page's sample has it; period 2 is per month.
      basic_salary: JSON.stringify({ amount: offer.basicSalary, period: 2 }),
      probation_salary_percentage: '100%',
      award_salary_multiple: '3',
      customize_info_list: [],
    },
    schema_id: digitsOf('offer-schema'),
    offer_status: offer.status,
    job_info: job ? { job_id: job.id, job_name: job.title } : undefined,
    customized_module_list: [],
    offer_send_record_list: sendRecords(call, offer),
  };
}

export const offerHandlers: Handlers = {
  /** Formal offers only; interns' offers are kept elsewhere in the real API. */
  'hire.v1.application.offer': (call) => {
    const application = applicationOf(call);
    const offer = call.index.offerByApplication.get(application.id);
    if (offer) return { offer: offerShape(call, application, offer) };
    if (call.switches.absentOffer === 'error') throw new Refusal(1002002);
    return {};
  },
};
