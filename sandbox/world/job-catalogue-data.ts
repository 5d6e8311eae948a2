import type { CategoryKey, JobSpec } from './job-data';
import type { FormFieldType } from './records/job-catalogue';
import type { ProcessType, Text } from './types';

const text = (zh: string, en: string): Text => ({ zh, en });

/** 职位类别: families with what they hold. */
export const JOB_TYPES = [
  {
    name: text('技术', 'Technology'),
    children: {
      backend: text('后端', 'Back end'),
      frontend: text('前端', 'Front end'),
      mobile: text('移动端', 'Mobile'),
      algorithm: text('算法', 'Algorithms'),
      data: text('数据', 'Data'),
      test: text('测试', 'Testing'),
      operations: text('运维', 'Operations engineering'),
      security: text('安全', 'Security'),
    },
  },
  {
    name: text('产品与设计', 'Product and design'),
    children: {
      product: text('产品经理', 'Product management'),
      design: text('设计', 'Design'),
      research: text('用户研究', 'User research'),
    },
  },
  {
    name: text('运营与市场', 'Operations and marketing'),
    children: {
      content: text('运营', 'Operations'),
      marketing: text('市场', 'Marketing'),
    },
  },
  {
    name: text('销售', 'Sales'),
    children: {
      sales: text('销售', 'Sales'),
      solutions: text('解决方案与客户成功', 'Solutions and customer success'),
    },
  },
  {
    name: text('职能', 'Corporate'),
    children: {
      people: text('人力资源', 'Human resources'),
      finance: text('财务', 'Finance'),
      legal: text('法务', 'Legal'),
    },
  },
] as const satisfies readonly { name: Text; children: Record<string, Text> }[];

type KeysOf<T> = T extends T ? keyof T : never;
export type JobTypeKey = KeysOf<(typeof JOB_TYPES)[number]['children']>;

/** What a title says comes before what its category says. */
const BY_TITLE: readonly [RegExp, JobTypeKey][] = [
  [/iOS|Android|客户端/, 'mobile'],
  [/前端/, 'frontend'],
  [/测试/, 'test'],
  [/安全/, 'security'],
  [/SRE|DBA/, 'operations'],
  [/数据/, 'data'],
  [/用户研究/, 'research'],
  [/法务/, 'legal'],
  [/解决方案|客户成功/, 'solutions'],
];
const BY_CATEGORY: Record<CategoryKey, JobTypeKey> = {
  engineering: 'backend',
  data: 'algorithm',
  quality: 'operations',
  product: 'product',
  design: 'design',
  operations: 'content',
  marketing: 'marketing',
  sales: 'sales',
  people: 'people',
  finance: 'finance',
};
export const jobTypeOf = ({ title, category }: JobSpec): JobTypeKey =>
  BY_TITLE.find(([words]) => words.test(title))?.[1] ?? BY_CATEGORY[category];

/** 职能分类: groups of the categories jobs have. */
export const JOB_FUNCTIONS: readonly { name: Text; categories: CategoryKey[] }[] = [
  { name: text('研发序列', 'Research and development'), categories: ['engineering', 'data'] },
  { name: text('质量与基础设施', 'Quality and infrastructure'), categories: ['quality'] },
  { name: text('产品设计序列', 'Product and design'), categories: ['product', 'design'] },
  { name: text('市场运营序列', 'Go to market'), categories: ['operations', 'marketing', 'sales'] },
  { name: text('职能支持序列', 'Corporate functions'), categories: ['people', 'finance'] },
];
export const RETIRED_FUNCTION = text('硬件研发(停用)', 'Hardware (retired)');

export type SubjectKey = 'graduates' | 'lastGraduates' | 'interns' | 'spring';
/** 项目. `{class}` and `{lastClass}` as in job titles; ages in months. */
export const SUBJECTS: readonly {
  key: SubjectKey;
  name: Text;
  age: number;
  limit: number;
  active: boolean;
}[] = [
  {
    key: 'lastGraduates',
    name: text('{lastClass}届秋季校园招聘', 'Graduates of {lastClass}'),
    age: 17.5,
    limit: 2,
    active: true,
  },
  {
    key: 'interns',
    name: text('日常实习生招聘', 'Internships all year'),
    age: 12,
    limit: 3,
    active: true,
  },
  {
    key: 'spring',
    name: text('{lastClass}届春季补录', 'Graduates of {lastClass}, spring'),
    age: 9,
    limit: 1,
    active: false,
  },
  {
    key: 'graduates',
    name: text('{class}届秋季校园招聘', 'Graduates of {class}'),
    age: 5.5,
    limit: 2,
    active: true,
  },
];

/** 职位亮点, preset by Feishu; ids are of its enum page. */
export const HIGHLIGHTS: readonly { id: string; name: Text }[] = [
  { id: '6732430418202593547', name: text('下午茶', 'Afternoon tea') },
  { id: '6732430418202593550', name: text('瑜伽健身', 'Yoga and gym') },
  { id: '6732430418206787844', name: text('六险一金', 'Full insurance and housing fund') },
  { id: '6732430418206787848', name: text('五险一金', 'Insurance and housing fund') },
  { id: '6732430418206804232', name: text('股票期权', 'Stock options') },
  { id: '6732430418210982148', name: text('团队氛围好', 'Good team atmosphere') },
  { id: '6732430418210982151', name: text('晋升空间大', 'Room to grow') },
  { id: '6732430418210982157', name: text('带薪休假', 'Paid leave') },
  { id: '6732430418210998532', name: text('扁平管理', 'Flat management') },
  { id: '6732430418215176451', name: text('用户过亿', 'Over 100 million users') },
  { id: '6732430418215176452', name: text('大牛带队', 'Strong leaders') },
  { id: '6732430418215176459', name: text('餐补', 'Meal allowance') },
  { id: '6732430418215176460', name: text('免费三餐', 'Free meals') },
  { id: '6732430418215192835', name: text('薪资优厚', 'Good pay') },
  { id: '6732430418215192836', name: text('弹性工作', 'Flexible hours') },
  { id: '6732430418257119500', name: text('租房补贴', 'Rent allowance') },
];

/** `0` is 不限专业: it stands alone. */
export const ANY_MAJOR = '0';
export const MAJORS: readonly { id: string; name: Text }[] = [
  { id: ANY_MAJOR, name: text('不限专业', 'Any major') },
  { id: 'MDMJ00000512', name: text('计算机科学与技术', 'Computer science') },
  { id: 'MDMJ00000513', name: text('软件工程', 'Software engineering') },
  { id: 'MDMJ00000409', name: text('电子信息工程', 'Electronic information engineering') },
  { id: 'MDMJ00000231', name: text('数学与应用数学', 'Mathematics') },
  { id: 'MDMJ00000260', name: text('统计学', 'Statistics') },
  { id: 'MDMJ00000803', name: text('市场营销', 'Marketing') },
  { id: 'MDMJ00000801', name: text('工商管理', 'Business administration') },
];

/** 职级. Who asks for the one that is out of use is refused. */
export const LEVELS: readonly { name: string; active: boolean }[] = [
  { name: 'P2', active: false },
  ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((rank) => ({ name: `P${rank}`, active: true })),
];

/** 人员类型, with the `recruitment_type` ids that mean the same. */
export const EMPLOYEE_TYPES: readonly { key: string; name: Text; recruitmentTypeIds: string[] }[] =
  [
    { key: 'regular', name: text('正式', 'Regular'), recruitmentTypeIds: ['101', '201'] },
    { key: 'intern', name: text('实习', 'Intern'), recruitmentTypeIds: ['202', '301'] },
    { key: 'outsourced', name: text('外包', 'Outsourced'), recruitmentTypeIds: ['102'] },
    { key: 'labour', name: text('劳务', 'Labour service'), recruitmentTypeIds: ['103'] },
    { key: 'consultant', name: text('顾问', 'Consultant'), recruitmentTypeIds: ['105'] },
  ];

type FieldSpec = {
  name: Text;
  type: FormFieldType;
  required?: boolean;
  options?: readonly Text[];
};
export type ModuleSpec = { name: Text; custom: boolean; fields: readonly FieldSpec[] };

const preset = (zh: string, en: string, required = true): FieldSpec => ({
  name: text(zh, en),
  type: 10,
  required,
});

const jobBasics: ModuleSpec = {
  name: text('基本信息', 'Basics'),
  custom: false,
  fields: [
    preset('职位名称', 'Title'),
    preset('所属部门', 'Department'),
    preset('职位类别', 'Job type'),
    preset('雇佣类型', 'Recruitment type'),
    preset('工作地址', 'Addresses', false),
    preset('招聘人数', 'Head count', false),
  ],
};

export const JOB_FORMS: readonly { name: Text; processType: ProcessType; modules: ModuleSpec[] }[] =
  [
    {
      name: text('社招职位模板', 'Job form, experienced hires'),
      processType: 1,
      modules: [
        jobBasics,
        {
          name: text('补充信息', 'More'),
          custom: true,
          fields: [
            {
              name: text('紧急程度', 'Urgency'),
              type: 3,
              options: [text('常规', 'Ordinary'), text('紧急', 'Urgent')],
            },
            {
              name: text('语言要求', 'Languages'),
              type: 4,
              options: [text('英语', 'English'), text('日语', 'Japanese')],
            },
            { name: text('团队规模', 'Team size'), type: 9 },
            { name: text('团队介绍', 'About the team'), type: 2 },
            { name: text('期望到岗日期', 'Wanted from'), type: 5 },
            { name: text('预算有效期', 'Budget period'), type: 8 },
          ],
        },
      ],
    },
    {
      name: text('校招职位模板', 'Job form, graduates'),
      processType: 2,
      modules: [
        jobBasics,
        {
          name: text('校招信息', 'Campus'),
          custom: true,
          fields: [
            { name: text('培养计划', 'Training programme'), type: 1 },
            {
              name: text('轮岗安排', 'Rotation'),
              type: 3,
              options: [text('有', 'Yes'), text('无', 'No')],
            },
          ],
        },
      ],
    },
  ];

export const REQUIREMENT_FORMS: readonly { name: Text; modules: ModuleSpec[] }[] = [
  {
    name: text('招聘需求模板', 'Requirement form'),
    modules: [
      {
        name: text('需求信息', 'Requirement'),
        custom: false,
        fields: [
          preset('需求编号', 'Code'),
          preset('需求名称', 'Name'),
          preset('需求人数', 'Head count'),
          preset('需求部门', 'Department'),
          preset('期望到岗日期', 'Deadline', false),
        ],
      },
      {
        name: text('申请理由', 'Reasons'),
        custom: true,
        fields: [
          {
            name: text('需求来源', 'Where it comes from'),
            type: 3,
            required: true,
            options: [text('年度预算', 'Annual budget'), text('临时增补', 'Added later')],
          },
          { name: text('成本中心', 'Cost centre'), type: 1 },
        ],
      },
    ],
  },
];
