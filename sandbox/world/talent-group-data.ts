import type { Country, FieldType, ModuleKey, TagRule } from './records/talents';
import type { Text } from './types';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Tags beyond those of `dictionary-data`, which the generator hands out. */
export const MORE_TAGS: readonly { name: Text; description: Text; rule: TagRule | null }[] = [
  {
    name: text('博士学历', 'Doctorate'),
    description: text('最高学历为博士', 'Highest degree is a doctorate'),
    rule: 'doctor',
  },
  {
    name: text('海外硕博', 'Postgraduate abroad'),
    description: text('硕士或博士就读于海外院校', 'Master or doctorate from a school abroad'),
    rule: 'overseas',
  },
  {
    name: text('资深人才', 'Senior'),
    description: text('工作年限不少于 10 年', 'At least ten years of work'),
    rule: 'senior',
  },
];
export const RETIRED_TAG = {
  name: text('2023 校招备选', 'Campus 2023 reserve'),
  description: text('2023 届校招结束后停用', 'Retired after the 2023 campus season'),
};
/** Why people set each tag of `dictionary-data`, in its order. */
export const TAG_NOTES: readonly Text[] = [
  text('潜力突出，值得长期培养', 'Worth developing over years'),
  text('本周内需要联系', 'To be contacted this week'),
  text('可用英语工作', 'Works in English'),
  text('带过三人以上团队', 'Has led three people or more'),
  text('曾就职于千人以上企业', 'Worked in a company of a thousand or more'),
  text('有持续维护的开源项目', 'Maintains an open-source project'),
  text('有海外学习经历', 'Has studied abroad'),
  text('一个月内可入职', 'Can start within a month'),
  text('终面惜败，后续优先考虑', 'Lost narrowly in the last round'),
  text('对薪资涨幅较敏感', 'Decides by pay'),
];

/** Names of folders; recruiters own them in turn. */
export const FOLDERS: readonly string[] = [
  '后端重点候选人',
  '2026 届校招备选',
  '产品经理储备',
  '待再次沟通',
  '英文岗位候选',
  '华东区销售',
  '面试表现优秀-暂无 HC',
];

export const POOLS: readonly {
  name: Text;
  description: Text;
  /** Position of the parent, which comes before. */
  parent: number | null;
  isPrivate: boolean;
}[] = [
  pool('公共人才库', 'Common pool', '全公司招聘可见的储备人才', 'Open to all recruiters', null),
  pool('技术人才库', 'Engineering', '研发序列储备人才', 'Reserve for engineering', null),
  pool('后端人才库', 'Backend', '后端与基础架构方向', 'Backend and infrastructure', 1),
  pool('前端与客户端人才库', 'Web and mobile', '前端、iOS、Android 方向', 'Web, iOS, Android', 1),
  pool('算法人才库', 'Machine learning', '推荐、视觉与大模型方向', 'Ranking, vision, language', 1),
  pool('职能人才库', 'Corporate functions', '财务、法务、人力等', 'Finance, law, people', null),
  pool('校招人才库', 'Campus', '历届校招储备', 'Of the campus seasons', null),
  pool('高端人才库', 'Executives', '总监及以上，仅授权可见', 'Directors and above', null, true),
  pool('离职员工人才库', 'Alumni', '前员工，可回流', 'Former staff who may return', null, true),
  pool('海外人才库', 'Abroad', '海外院校与企业', 'Schools and companies abroad', null),
  pool('实习转正储备', 'Intern conversion', '优秀实习生', 'Good interns', 6),
];

function pool(
  zh: string,
  en: string,
  noteZh: string,
  noteEn: string,
  parent: number | null,
  isPrivate = false,
) {
  return { name: text(zh, en), description: text(noteZh, noteEn), parent, isPrivate };
}

export const BLOCK_REASONS: readonly string[] = [
  '笔试代考，已核实',
  '简历学历信息造假',
  '背调发现工作经历不实',
  '多次爽约且无法联系',
  '接受 Offer 后恶意毁约',
  '面试中泄露前雇主保密信息',
];

/** The code of China is documented; the page of locations has the others, which are ours. */
export const COUNTRIES: readonly Country[] = [
  { code: 'CN_1', dialCode: '86', name: text('中国', 'China') },
  { code: 'CN_44', dialCode: '44', name: text('英国', 'United Kingdom') },
  { code: 'CN_66', dialCode: '1', name: text('美国', 'United States') },
  { code: 'CN_81', dialCode: '81', name: text('日本', 'Japan') },
  { code: 'CN_65', dialCode: '65', name: text('新加坡', 'Singapore') },
];

export const AWARDS: readonly { title: string; description: string }[] = [
  { title: '国家奖学金', description: '专业成绩前 2%' },
  { title: '校级优秀毕业生', description: '全院共 12 人' },
  { title: '年度优秀员工', description: '公司年度评优' },
  { title: 'ACM-ICPC 区域赛银奖', description: '三人团队，担任队长' },
  { title: '数学建模竞赛二等奖', description: '全国赛区' },
  { title: '最佳新人奖', description: '入职首年绩效优秀' },
];
export const SELF_EVALUATIONS: readonly string[] = [
  '做事踏实，能独立推动跨团队项目落地，善于复盘总结。',
  '学习能力强，对新技术保持好奇，乐于分享。',
  '有较强的抗压能力与责任心，期待在更大的平台成长。',
  'Curious and pragmatic; I like owning problems end to end.',
];

export type FieldSpec = {
  name: Text;
  type?: FieldType;
  options?: readonly Text[];
  customized?: boolean;
  required?: boolean;
  active?: boolean;
};
const system = (zh: string, en: string, required = false): FieldSpec => ({
  name: text(zh, en),
  required,
});
const custom = (
  zh: string,
  en: string,
  type: FieldType,
  options?: readonly Text[],
  active = true,
): FieldSpec => ({ name: text(zh, en), type, options, customized: true, active });
const period = [system('开始时间', 'Start'), system('结束时间', 'End')];

/** The résumé form of the company: the system's modules with some fields of its own, and one more. */
export const MODULES: readonly {
  key: ModuleKey;
  name: Text;
  description: Text;
  required?: boolean;
  fields: readonly FieldSpec[];
}[] = [
  {
    key: 'basic',
    name: text('基本信息', 'Basic information'),
    description: text('姓名与联系方式等', 'Name, contact and the like'),
    required: true,
    fields: [
      system('姓名', 'Name', true),
      system('手机', 'Mobile'),
      system('邮箱', 'E-mail'),
      system('性别', 'Gender'),
      system('出生日期', 'Birthday'),
      system('所在地点', 'Current city'),
      system('意向地点', 'Preferred cities'),
      custom('是否接受出差', 'Willing to travel', 3, [
        text('不接受', 'No'),
        text('每月一次以内', 'Once a month at most'),
        text('可长期', 'For longer'),
      ]),
      custom('推荐语', 'Recommendation', 2),
      custom('旧系统编号', 'Number in the former system', 1, undefined, false),
    ],
  },
  {
    key: 'education',
    name: text('教育经历', 'Education'),
    description: text('人才的教育经历', 'Where the talent studied'),
    fields: [
      system('学历', 'Degree'),
      system('学校', 'School'),
      system('专业', 'Major'),
      ...period,
      custom('导师', 'Supervisor', 1),
    ],
  },
  {
    key: 'career',
    name: text('工作经历', 'Career'),
    description: text('工作与实习经历', 'Work and internships'),
    fields: [
      system('公司', 'Company'),
      system('职位', 'Title'),
      system('描述', 'Description'),
      ...period,
      custom('汇报对象', 'Reported to', 1),
    ],
  },
  {
    key: 'project',
    name: text('项目经历', 'Projects'),
    description: text('参与的项目', 'Projects taken part in'),
    fields: [system('项目名称', 'Name'), system('项目角色', 'Role'), ...period],
  },
  {
    key: 'works',
    name: text('作品', 'Works'),
    description: text('作品链接与附件', 'Links and files'),
    fields: [system('作品链接', 'Link'), system('作品描述', 'Description')],
  },
  {
    key: 'award',
    name: text('获奖', 'Awards'),
    description: text('获奖经历', 'Awards won'),
    fields: [system('获奖名称', 'Title'), system('获奖时间', 'Time')],
  },
  {
    key: 'language',
    name: text('语言能力', 'Languages'),
    description: text('语言与精通程度', 'Languages and how well'),
    fields: [
      system('语言', 'Language'),
      system('精通程度', 'Proficiency'),
      custom('考试成绩', 'Test score', 9),
    ],
  },
  {
    key: 'sns',
    name: text('社交账号', 'Social accounts'),
    description: text('社交平台账号', 'Accounts elsewhere'),
    fields: [system('社交平台', 'Platform'), system('链接', 'Link')],
  },
  {
    key: 'self',
    name: text('自我评价', 'About oneself'),
    description: text('人才的自我评价', 'In the talent’s own words'),
    fields: [system('自我评价', 'Text')],
  },
  {
    key: 'custom',
    name: text('求职意向', 'Wishes'),
    description: text('期望与到岗安排', 'What is expected, and when'),
    fields: [
      custom('期望年薪（万元）', 'Expected pay a year (10,000 CNY)', 9),
      custom('最早到岗日期', 'Can start on', 5),
      custom('意向方向', 'Fields of interest', 4, [
        text('平台架构', 'Platforms'),
        text('业务研发', 'Products'),
        text('数据与算法', 'Data'),
        text('管理', 'Leading people'),
      ]),
      custom('可面试时段', 'Free for interviews', 8),
      custom('证书附件', 'Certificates', 13),
    ],
  },
];

export const FORMS: readonly {
  name: string;
  scenarios: (5 | 6 | 14)[];
  modules: readonly ModuleKey[];
}[] = [
  { name: '社招面试登记表', scenarios: [5], modules: ['basic', 'education', 'career', 'custom'] },
  { name: '校招面试登记表', scenarios: [5], modules: ['basic', 'education', 'award', 'language'] },
  { name: '入职登记表', scenarios: [6], modules: ['basic', 'education', 'career'] },
  { name: '候选人信息更新表', scenarios: [14, 5], modules: ['basic', 'custom'] },
];
