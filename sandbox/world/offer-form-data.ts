import type { OfferFieldType } from './records/offer-forms';
import type { Text } from './types';

/** One field; `wire` is the name a preset one has in an offer's body. */
export type OfferFieldSpec = {
  name: Text;
  type: OfferFieldType;
  wire?: string;
  required?: boolean;
  needsApproval?: boolean;
  sensitive?: boolean;
  retired?: boolean;
  options?: readonly Text[];
  /** Names of pay fields in brackets, replaced by their ids. */
  formula?: string;
};

const text = (zh: string, en: string): Text => ({ zh, en });
const preset = (
  wire: string,
  zh: string,
  en: string,
  more: Partial<OfferFieldSpec> = {},
): OfferFieldSpec => ({ name: text(zh, en), type: 'default', wire, ...more });

const BASICS: readonly OfferFieldSpec[] = [
  preset('department_id', '部门', 'Department', { required: true, needsApproval: true }),
  preset('leader_user_id', '直属上级', 'Direct manager', { required: true }),
  preset('job_family_id', '序列', 'Job family'),
  preset('job_level_id', '职级', 'Level', { needsApproval: true }),
  preset('probation_month', '试用期(月)', 'Probation (months)'),
  preset('contract_period', '合同期', 'Contract period'),
  preset('expected_onboard_date', '预计入职日期', 'Expected start date'),
  preset('onboard_address_id', '入职地点', 'Place of joining'),
  preset('work_address_id', '办公地点', 'Workplace'),
  preset('owner_user_id', 'Offer 负责人', 'Offer owner', { required: true }),
  preset('recommended_words', '推荐语', 'Recommendation'),
];

const PAY: readonly OfferFieldSpec[] = [
  preset('basic_salary', '基本工资', 'Basic salary', {
    required: true,
    needsApproval: true,
    sensitive: true,
  }),
  preset('award_salary_multiple', '年终奖月数', 'Annual bonus (months)', { needsApproval: true }),
  preset('option_shares', '期权股数', 'Options', { needsApproval: true, sensitive: true }),
  preset('probation_salary_percentage', '试用期薪资百分比', 'Pay during probation'),
  preset('quarterly_bonus', '季度奖金额', 'Quarterly bonus'),
  preset('half_year_bonus', '半年奖金额', 'Half-year bonus'),
];

export const OFFER_FORMS: readonly {
  name: Text;
  processType: 1 | 2;
  /** Age in days at the world's epoch. */
  age: number;
  modules: readonly { name: Text; customized: boolean; fields: readonly OfferFieldSpec[] }[];
}[] = [
  {
    name: text('社招 Offer 申请表', 'Offer form: experienced hires'),
    processType: 1,
    age: 520,
    modules: [
      { name: text('基本信息', 'Basics'), customized: false, fields: BASICS },
      { name: text('薪资信息', 'Pay'), customized: false, fields: PAY },
      {
        name: text('补充信息', 'Further details'),
        customized: true,
        fields: [
          {
            name: text('薪资带宽', 'Pay band'),
            type: 'select',
            needsApproval: true,
            options: [
              text('带宽内', 'Within'),
              text('超出带宽', 'Above'),
              text('低于带宽', 'Below'),
            ],
          },
          {
            name: text('入职礼遇', 'Welcome package'),
            type: 'multi_select',
            options: [text('搬家补贴', 'Relocation'), text('签证协助', 'Visa support')],
          },
          { name: text('签约奖金', 'Signing bonus'), type: 'amount', needsApproval: true },
          {
            name: text('年度总包', 'Total annual package'),
            type: 'formula',
            formula: '[basic_salary] * 12 + [basic_salary] * [award_salary_multiple]',
          },
          { name: text('谈薪备注', 'Notes on the negotiation'), type: 'long_text' },
          { name: text('竞业限制月数(停用)', 'Non-compete months'), type: 'number', retired: true },
        ],
      },
    ],
  },
  {
    name: text('校招与实习 Offer 申请表', 'Offer form: graduates and interns'),
    processType: 2,
    age: 400,
    modules: [
      { name: text('基本信息', 'Basics'), customized: false, fields: BASICS },
      { name: text('薪资信息', 'Pay'), customized: false, fields: PAY },
      {
        name: text('校招信息', 'Campus details'),
        customized: true,
        fields: [
          {
            name: text('薪资档位', 'Pay grade'),
            type: 'select',
            needsApproval: true,
            options: [text('普通', 'Regular'), text('SP', 'SP'), text('SSP', 'SSP')],
          },
          { name: text('毕业日期', 'Graduation date'), type: 'date_select' },
          { name: text('导师', 'Mentor'), type: 'text' },
        ],
      },
    ],
  },
];
