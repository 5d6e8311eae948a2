import type { Call } from '@/sandbox/platform/call';
import { badParameter, Refusal } from '@/sandbox/platform/errors';
import type { Parameters } from '@/sandbox/platform/parameters';
import { fieldsOf, newestSchemaOf, type OfferForm } from '@/sandbox/world/records/offer-forms';
import type { OfferTerms } from '@/sandbox/world/records/offer-terms';
import type { Job, Offer } from '@/sandbox/world/types';
import { formOf } from './offer-records';
import { valueProblem } from './offer-values';
import { positionProblem } from './positions';

const MOST_ATTACHMENTS = 20;

/** The part of an offer's record that the body of a create or an update decides. */
export type OfferContent = Pick<
  Offer,
  | 'ownerId'
  | 'leaderId'
  | 'departmentId'
  | 'currency'
  | 'basicSalary'
  | 'probationMonths'
  | 'onboardDate'
> & { terms: OfferTerms };

/** Reads and checks the body of create and update: schema, attachments, position, form, money. */
export function readOffer(call: Call, job: Job): OfferContent {
  const form = formOf(call, job);
  const basic = call.body.part('basic_info');
  if (!basic || !form) throw badParameter(call.endpoint);
  const schemaId = schemaIn(call, form);
  checkAttachments(call, basic);
  checkPosition(call, basic);
  const pay = call.body.part('salary_info');
  // 「当启用薪资信息模块时，基本工资为必传项」, and both forms have the module.
  const basicSalary = moneyIn(call, pay, 'basic_salary');
  if (pay && basicSalary === undefined) throw badParameter(call.endpoint);
  const requirementId = basic.text('job_requirement_id');
  if (requirementId !== undefined && !call.world.requirements.has(requirementId)) {
    throw badParameter(call.endpoint);
  }
  const period = basic.part('contract_period');
  return {
    departmentId: departmentIn(call, basic.must('department_id')),
    leaderId: call.ids.person(basic.must('leader_user_id')).openId,
    ownerId: call.ids.person(basic.must('owner_user_id')).openId,
    currency: pay?.must('currency') ?? 'CNY',
    basicSalary: basicSalary ?? '',
    probationMonths: basic.int('probation_month') ?? 0,
    onboardDate: dateIn(call, basic.text('expected_onboard_date')),
    terms: {
      schemaId,
      employmentJobId: basic.text('employment_job_id'),
      employeeTypeId: basic.text('employee_type_id'),
      jobFamilyId: basic.text('job_family_id'),
      jobLevelId: basic.text('job_level_id'),
      jobGradeId: basic.text('job_grade_id'),
      positionId: basic.text('position_id'),
      pathwayId: basic.text('pathway_id'),
      jobOffered: basic.text('job_offered'),
      contractYear: basic.int('contract_year'),
      contractPeriod: period && {
        type: period.int('period_type') ?? 2,
        period: period.int('period') ?? 0,
      },
      onboardAddressId: addressIn(call, basic, 'onboard_address_id'),
      workAddressId: addressIn(call, basic, 'work_address_id'),
      recommendedWords: basic.text('recommended_words'),
      jobRequirementId: requirementId,
      jobProcessType: basic.int('job_process_type_id'),
      attachmentIds: basic.texts('attachment_id_list'),
      commonAttachmentIds: basic.texts('common_attachment_id_list'),
      attachmentDescription: basic.text('attachment_description'),
      operatorId: call.ids.person(basic.must('operator_user_id')).openId,
      probationPercentage: pay?.text('probation_salary_percentage'),
      awardMultiple: pay?.text('award_salary_multiple'),
      optionShares: pay?.text('option_shares'),
      quarterlyBonus: moneyIn(call, pay, 'quarterly_bonus'),
      halfYearBonus: moneyIn(call, pay, 'half_year_bonus'),
      custom: customIn(call, form),
    },
  };
}

/** Without one the newest is meant; one that was once right is not the newest. */
function schemaIn(call: Call, form: OfferForm): string {
  const newest = newestSchemaOf(form);
  const asked = call.body.text('schema_id') ?? newest;
  if (asked === newest) return newest;
  const isKnown = [...call.world.offerForms.values()].some(({ schemaIds }) =>
    schemaIds.includes(asked),
  );
  throw new Refusal(isKnown ? 1002057 : 1002059);
}

function checkAttachments(call: Call, basic: Parameters): void {
  const own = basic.texts('attachment_id_list') ?? [];
  const common = basic.texts('common_attachment_id_list') ?? [];
  if (own.length + common.length > MOST_ATTACHMENTS) throw new Refusal(1002082);
  const { attachments, uploads } = call.world;
  // No API gives ids of the first kind (「暂无获取附件 ID 的方式，请勿使用」).
  if (own.some((id) => !attachments.has(id))) throw new Refusal(1002058);
  if (common.some((id) => !attachments.has(id) && !uploads.has(id))) throw new Refusal(1002083);
}

function checkPosition(call: Call, basic: Parameters): void {
  const problem = positionProblem({
    titleId: basic.text('employment_job_id'),
    familyId: basic.text('job_family_id'),
    levelId: basic.text('job_level_id'),
    gradeId: basic.text('job_grade_id'),
  });
  if (problem === null) return;
  // The page of update prints no codes for grades.
  throw call.endpoint.errors.has(problem) ? new Refusal(problem) : badParameter(call.endpoint);
}

/** A department in the caller's form, as the world's id. */
export function departmentIn(call: Call, id: string): string {
  for (const known of call.index.departments.keys()) {
    if (call.ids.department(known) === id) return known;
  }
  throw badParameter(call.endpoint);
}

function addressIn(call: Call, basic: Parameters, name: string): string | undefined {
  const id = basic.text(name);
  if (id !== undefined && !call.world.locations.some((location) => location.id === id)) {
    throw badParameter(call.endpoint);
  }
  return id;
}

/** At most two decimal places, as the page has it. */
function moneyIn(call: Call, pay: Parameters | undefined, name: string): string | undefined {
  const text = pay?.text(name);
  if (text !== undefined && !/^\d{1,12}(\.\d{1,2})?$/.test(text)) throw badParameter(call.endpoint);
  return text;
}

/** `{"date":"2022-04-07"}` in a string. */
function dateIn(call: Call, text: string | undefined): string {
  if (text === undefined) return '';
  const date = /^\{\s*"date"\s*:\s*"(\d{4}-\d{2}-\d{2})"\s*\}$/.exec(text)?.[1];
  if (date === undefined || Number.isNaN(Date.parse(date))) throw badParameter(call.endpoint);
  return date;
}

function customIn(call: Call, form: OfferForm): OfferTerms['custom'] {
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
  return (call.body.parts('customized_info_list') ?? []).map((entry) => {
    const field = fields.get(entry.text('id') ?? '');
    const value = entry.text('value');
    if (!field?.customized || !field.active || value === undefined) {
      throw badParameter(call.endpoint);
    }
    const problem = valueProblem(form, field, value);
    if (problem === 'formula') throw new Refusal(1002061);
    if (problem === 'value') throw badParameter(call.endpoint);
    return { id: field.id, value };
  });
}
