import type { Call } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import type { Location, Offer, Text } from '@/sandbox/world/types';
import {
  customModulesOf,
  employeeTypeOf,
  isInternOffer,
  jobOf,
  schemaOf,
  statusOf,
  workplaceOf,
} from './offer-records';
import { familyById, levelById } from './positions';
import { CHINA, cityOf, idZhEn, levelId, levelName, ms, recruitmentTypeName } from './wire';

/** The deprecated `basic_info.offer_type`: 1 social, 2 campus, 3 internship. */
function oldOfferType(call: Call, offer: Offer): number {
  if (isInternOffer(offer)) return 3;
  return jobOf(call, offer.applicationId)?.processType === 2 ? 2 : 1;
}

const place = (code: string, name: Text, location_type: number) => ({
  zh_name: name.zh,
  en_name: name.en,
  code,
  location_type,
});

function addressShape(call: Call, location: Location | undefined) {
  if (!location) return undefined;
  const city = cityOf(call.world, location.cityCode);
  return {
    ...idZhEn(location.id, location.name),
    city: city ? place(city.code, city.name, 3) : undefined,
    state: city ? place(city.stateCode, city.stateName, 2) : undefined,
    country: place(CHINA.code, CHINA.name, 1),
  };
}

/** 「如果是拒绝，则展示拒绝原因」. */
function refusalWords(call: Call, { refusal }: Offer): string {
  if (!refusal) return '';
  const names = call.world.reasons.filter(({ id }) => refusal.reasonIds.includes(id));
  return [...names.map(({ name }) => name.zh), refusal.note].filter(Boolean).join('；');
}

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
              operator_type: offer.sentIn === 'api' ? 1 : 2,
              conclusion: offer.status === 7 ? 1 : 2,
              memo: refusalWords(call, offer),
              operate_time: ms(offer.decidedAt ?? 0),
            },
          ]
        : [],
      offer_file_list: [],
    },
  ];
}

function basicInfo(call: Call, offer: Offer) {
  const job = jobOf(call, offer.applicationId);
  const { terms } = offer;
  const type = employeeTypeOf(call, offer);
  const level = terms
    ? levelById(terms.jobLevelId)
    : job && { id: levelId(job.maxLevel), name: levelName(job.maxLevel) };
  const family = familyById(terms?.jobFamilyId);
  const onboardAt = terms
    ? call.world.locations.find(({ id }) => id === terms.onboardAddressId)
    : workplaceOf(call, offer);
  return {
    offer_type: oldOfferType(call, offer),
    remark: terms?.recommendedWords ?? '',
    expire_time: offer.expiresAt === null ? undefined : Math.floor(offer.expiresAt),
    owner_user_id: call.ids.user(offer.ownerId),
    creator_user_id: call.ids.user(offer.creatorId),
    employee_type: idZhEn(terms?.employeeTypeId ?? digitsOf(type.key), type.name),
    create_time: ms(offer.createdAt),
    leader_user_id: call.ids.user(offer.leaderId),
    onboard_date: offer.onboardDate === '' ? undefined : offer.onboardDate,
    department_id: call.ids.department(offer.departmentId),
    probation_month: offer.probationMonths,
    contract_year: terms ? terms.contractYear : 3,
    contract_period: terms
      ? terms.contractPeriod && {
          period_type: terms.contractPeriod.type,
          period: terms.contractPeriod.period,
        }
      : { period_type: 2, period: 3 },
    recruitment_type: job
      ? idZhEn(job.recruitmentTypeId, recruitmentTypeName(job.recruitmentTypeId))
      : undefined,
    sequence: family ? idZhEn(family.id, family.name) : undefined,
    level: level ? idZhEn(level.id, level.name) : undefined,
    onboard_address: addressShape(call, onboardAt),
    work_address: addressShape(call, workplaceOf(call, offer)),
    customize_info_list: [],
    position_id: terms?.positionId,
    job_offered: terms?.jobOffered,
    job_grade_id: terms?.jobGradeId,
    common_attachment_id_list: terms?.commonAttachmentIds ?? [],
    pathway_id: terms?.pathwayId,
  };
}

function salaryPlan(offer: Offer) {
  const { terms } = offer;
  return {
    currency: offer.currency,
    // JSON in a string, as the page's sample has it; period 2 is per month.
    basic_salary: JSON.stringify({ amount: offer.basicSalary, period: 2 }),
    probation_salary_percentage: terms ? terms.probationPercentage : '100%',
    award_salary_multiple: terms ? terms.awardMultiple : '3',
    option_shares: terms?.optionShares,
    quarterly_bonus: terms?.quarterlyBonus,
    half_year_bonus: terms?.halfYearBonus,
    customize_info_list: [],
  };
}

/** What both reads of one offer tell. */
export function offerShape(call: Call, offer: Offer) {
  const job = jobOf(call, offer.applicationId);
  return {
    id: offer.id,
    application_id: offer.applicationId,
    basic_info: basicInfo(call, offer),
    salary_plan: offer.basicSalary === '' ? undefined : salaryPlan(offer),
    schema_id: schemaOf(call, offer),
    offer_status: statusOf(call, offer),
    job_info: job ? { job_id: job.id, job_name: job.title } : undefined,
    customized_module_list: customModulesOf(call, offer),
    job_requirement_id: offer.terms?.jobRequirementId,
    offer_send_record_list: sendRecords(call, offer),
  };
}
