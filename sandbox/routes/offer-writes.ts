import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import type { OfferForm } from '@/sandbox/world/records/offer-forms';
import { fieldsOf } from '@/sandbox/world/records/offer-forms';
import type { Application, Job, Offer } from '@/sandbox/world/types';
import { type OfferContent, readOffer } from './offer-body';
import {
  customModulesOf,
  formOf,
  jobOf,
  offerById,
  offersOf,
  schemaOf,
  statusOf,
  workplaceOf,
} from './offer-records';
import { CLOSED_TO_EDITS, HAS_APPROVAL, OFFER } from './offer-rules';

const OFFER_STAGE = 5;
const TO_JOIN = 6;
const JOINED = 7;

/** The refusals of offer create, CONTRACT section 5, in the order they are looked at. */
function checkCreate(call: Call, application: Application): void {
  if (!application.active) throw new Refusal(1002055);
  if (offersOf(call, application).length > 0) throw new Refusal(1002053);
  const type = call.index.stages.get(application.stageId)?.stage.type;
  if (type === undefined || type === JOINED) throw new Refusal(1002056);
  const takesOffers = type === OFFER_STAGE || type === TO_JOIN;
  if (!takesOffers && call.switches.offerCreateStages === 'offer') throw new Refusal(1002062);
}

/** The same for update. A deleted application takes its offer along: 1002054 cannot happen. */
function checkUpdate(call: Call, offer: Offer): void {
  const application = call.found(call.world.applications.get(offer.applicationId), 1002054);
  if (!application.active) throw new Refusal(1002055);
  if (CLOSED_TO_EDITS.includes(statusOf(call, offer))) throw new Refusal(1002066);
  const type = call.index.stages.get(application.stageId)?.stage.type;
  if (type === undefined || type === JOINED) throw new Refusal(1002056);
}

/** Each field of the form as the offer holds it, under the field's id. */
function valuesOf(call: Call, form: OfferForm, offer: Offer): Map<string, string> {
  const { terms } = offer;
  const byWire: Record<string, unknown> = {
    department_id: offer.departmentId,
    leader_user_id: offer.leaderId,
    owner_user_id: offer.ownerId,
    job_family_id: terms?.jobFamilyId,
    job_level_id: terms?.jobLevelId,
    basic_salary: offer.basicSalary,
    award_salary_multiple: terms?.awardMultiple,
    option_shares: terms?.optionShares,
    work_address_id: workplaceOf(call, offer)?.id,
  };
  const custom = new Map(
    customModulesOf(call, offer).flatMap(({ object_list }) =>
      object_list.map((entry) => [entry.object_id, entry.customize_value] as const),
    ),
  );
  return new Map(
    fieldsOf(form).map((field) => [
      field.id,
      String((field.wire ? byWire[field.wire] : custom.get(field.id)) ?? ''),
    ]),
  );
}

/** 「若更新字段中含有修改需审批的字段，更新后原 Offer 的审批会自动撤回」. */
function withdrawsApproval(call: Call, before: Offer, after: Offer): boolean {
  const form = formOf(call, jobOf(call, before.applicationId));
  if (!form || !HAS_APPROVAL.includes(before.status)) return false;
  const was = valuesOf(call, form, before);
  const now = valuesOf(call, form, after);
  return fieldsOf(form).some(
    (field) =>
      field.needsApproval &&
      // A generated offer derives what its terms do not hold: not sent again is not a change.
      !(before.terms === undefined && was.get(field.id) === '') &&
      was.get(field.id) !== now.get(field.id),
  );
}

/** What create and update answer: the offer as it is now, in the names of their bodies. */
function writtenShape(call: Call, offer: Offer) {
  const { terms } = offer;
  return {
    offer_id: offer.id,
    schema_id: schemaOf(call, offer),
    basic_info: {
      department_id: call.ids.department(offer.departmentId),
      leader_user_id: call.ids.user(offer.leaderId),
      employment_job_id: terms?.employmentJobId,
      employee_type_id: terms?.employeeTypeId,
      job_family_id: terms?.jobFamilyId,
      job_level_id: terms?.jobLevelId,
      probation_month: offer.probationMonths,
      contract_year: terms?.contractYear,
      contract_period: terms?.contractPeriod && {
        period_type: terms.contractPeriod.type,
        period: terms.contractPeriod.period,
      },
      expected_onboard_date:
        offer.onboardDate === '' ? undefined : JSON.stringify({ date: offer.onboardDate }),
      onboard_address_id: terms?.onboardAddressId,
      work_address_id: terms?.workAddressId,
      owner_user_id: call.ids.user(offer.ownerId),
      recommended_words: terms?.recommendedWords,
      job_requirement_id: terms?.jobRequirementId,
      job_process_type_id: terms?.jobProcessType,
      attachment_id_list: terms?.attachmentIds,
      common_attachment_id_list: terms?.commonAttachmentIds,
      attachment_description: terms?.attachmentDescription,
      operator_user_id: call.ids.user(terms?.operatorId),
      position_id: terms?.positionId,
      job_offered: terms?.jobOffered,
      job_grade_id: terms?.jobGradeId,
      pathway_id: terms?.pathwayId,
    },
    salary_info:
      offer.basicSalary === ''
        ? undefined
        : {
            currency: offer.currency,
            basic_salary: offer.basicSalary,
            probation_salary_percentage: terms?.probationPercentage,
            award_salary_multiple: terms?.awardMultiple,
            option_shares: terms?.optionShares,
            quarterly_bonus: terms?.quarterlyBonus,
            half_year_bonus: terms?.halfYearBonus,
          },
    customized_info_list: terms?.custom,
  };
}

function newOffer(call: Call, application: Application, content: OfferContent): Offer {
  return {
    id: call.app.store.nextId('offer'),
    applicationId: application.id,
    status: OFFER.created,
    creatorId: content.terms.operatorId,
    ...content,
    expiresAt: null,
    createdAt: call.now,
    sentAt: null,
    decidedAt: null,
    offerType: call.body.int('offer_type') === 2 ? 2 : 1,
  };
}

const jobFor = (call: Call, applicationId: string): Job =>
  call.found(jobOf(call, applicationId), 1002056);

export const offerWriteHandlers: Handlers = {
  'hire.v1.offer.create': (call) => {
    const id = call.body.must('application_id');
    const application = call.found(call.world.applications.get(id), 1002054);
    checkCreate(call, application);
    const offer = newOffer(call, application, readOffer(call, jobFor(call, application.id)));
    call.commit({ kind: 'offer.created', at: call.now, offer });
    return {
      ...writtenShape(call, offer),
      application_id: application.id,
      offer_type: offer.offerType,
    };
  },

  'hire.v1.offer.update': (call) => {
    const before = offerById(call, 1002064);
    checkUpdate(call, before);
    const content = readOffer(call, jobFor(call, before.applicationId));
    const edited: Offer = { ...before, ...content };
    const status = withdrawsApproval(call, before, edited) ? OFFER.withdrawn : before.status;
    const offer = { ...edited, status };
    call.commit({ kind: 'offer.edited', at: call.now, offer });
    return writtenShape(call, offer);
  },
};
