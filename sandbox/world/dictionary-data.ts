import type { City, Location, ResumeSource, StageType, TerminationReason, Text } from './types';

export const CITIES: readonly City[] = [
  city('CT_11', '北京', 'Beijing', 'CN_11', '北京', 'Beijing'),
  city('CT_125', '上海', 'Shanghai', 'CN_31', '上海', 'Shanghai'),
  city('CT_128', '深圳', 'Shenzhen', 'CN_44', '广东', 'Guangdong'),
  city('CT_52', '杭州', 'Hangzhou', 'CN_33', '浙江', 'Zhejiang'),
  city('CT_22', '成都', 'Chengdu', 'CN_51', '四川', 'Sichuan'),
  city('CT_45', '广州', 'Guangzhou', 'CN_44', '广东', 'Guangdong'),
  city('CT_154', '武汉', 'Wuhan', 'CN_42', '湖北', 'Hubei'),
];

function city(
  code: string,
  zh: string,
  en: string,
  stateCode: string,
  stateZh: string,
  stateEn: string,
): City {
  return { code, name: { zh, en }, stateCode, stateName: { zh: stateZh, en: stateEn } };
}

export const LOCATIONS: readonly Omit<Location, 'id'>[] = [
  location('北京·云汐大厦', 'Beijing, Yunxi Tower', 'CT_11', 'DS_9', '朝阳区', 'Chaoyang'),
  location('北京·西二旗园区', 'Beijing, Xi’erqi Campus', 'CT_11', 'DS_12', '海淀区', 'Haidian'),
  location(
    '上海·滨江中心',
    'Shanghai, Riverside Centre',
    'CT_125',
    'DS_1130',
    '浦东新区',
    'Pudong',
  ),
  location('深圳·湾区广场', 'Shenzhen, Bay Plaza', 'CT_128', 'DS_2231', '南山区', 'Nanshan'),
  location('杭州·梦溪园区', 'Hangzhou, Mengxi Campus', 'CT_52', 'DS_1261', '余杭区', 'Yuhang'),
  location('成都·天府软件园', 'Chengdu, Tianfu Park', 'CT_22', 'DS_2570', '武侯区', 'Wuhou'),
  location('广州·琶洲中心', 'Guangzhou, Pazhou Centre', 'CT_45', 'DS_2204', '海珠区', 'Haizhu'),
  location('武汉·光谷园区', 'Wuhan, Optics Valley', 'CT_154', 'DS_1905', '洪山区', 'Hongshan'),
];

function location(
  zh: string,
  en: string,
  cityCode: string,
  code: string,
  districtZh: string,
  districtEn: string,
): Omit<Location, 'id'> {
  return {
    name: { zh, en },
    cityCode,
    district: { code, name: { zh: districtZh, en: districtEn } },
  };
}

export type SourceSpec = Pick<ResumeSource, 'name' | 'type' | 'active'> & {
  social: number;
  campus: number;
  /** Above 1: its people get further than the average. */
  quality: number;
  /** Share of the source's applications that a recruiter entered. */
  sourced: number;
};

/** Types are `resume_source_type` of CONTRACT section 4; all names are of kinds, not of firms. */
export const SOURCES: readonly SourceSpec[] = [
  source('员工内推', 'Employee referral', 10000, 16, 9, 1.5, 0.1),
  source('猎头A类供应商', 'Agencies, tier A', 10001, 7, 0, 1.38, 1),
  source('猎头B类供应商', 'Agencies, tier B', 10001, 5, 0, 1.1, 1),
  source('人才库激活', 'Talent pool', 10002, 5, 1, 1.2, 1),
  source('综合招聘网站', 'General job board', 10003, 26, 6, 0.72, 0.25),
  source('直聊招聘平台', 'Chat-first job board', 10003, 21, 5, 0.86, 0.55),
  source('技术社区招聘', 'Developer community', 10003, 6, 2, 1.12, 0.3),
  source('职场社交平台', 'Professional network', 10004, 6, 1, 1.04, 0.85),
  source('公众号与社群', 'Social media', 10004, 3, 7, 0.8, 0.05),
  source('招聘官网', 'Career site', 10006, 9, 26, 0.9, 0),
  source('校园宣讲会', 'Campus talks', 10005, 0, 22, 1.05, 0.05),
  source('高校就业网', 'University job centres', 10005, 0, 19, 0.82, 0),
  source('线下招聘会', 'Job fairs', 10005, 2, 6, 0.64, 0.3),
  source('实习生转正', 'Intern conversion', 10009, 0, 3, 1.9, 1),
  source('报纸广告(停用)', 'Print adverts (retired)', 10006, 0, 0, 1, 0, false),
];

function source(
  zh: string,
  en: string,
  type: number,
  social: number,
  campus: number,
  quality: number,
  sourced: number,
  active = true,
): SourceSpec {
  return { name: { zh, en }, type, active, social, campus, quality, sourced };
}

export type ReasonSpec = Omit<TerminationReason, 'id'> & {
  /** Weight of the reason among those who end at a stage of the type. */
  at: Partial<Record<StageType, number>>;
};

export const REASONS: readonly ReasonSpec[] = [
  reason('学历不符合要求', 'Degree below requirement', 1, { 1: 14 }, true),
  reason('工作经验不匹配', 'Experience does not match', 1, { 1: 34, 2: 30 }, true),
  reason('专业能力不足', 'Skills not sufficient', 1, { 1: 16, 2: 34, 3: 58, 4: 46 }, true),
  reason('沟通表达不佳', 'Communication', 1, { 4: 12 }, true),
  reason('稳定性存疑', 'Stability in doubt', 1, { 1: 12, 2: 14, 4: 5 }, true),
  reason('薪资期望过高', 'Salary expectation too high', 1, { 1: 6, 2: 6, 4: 7, 5: 16 }),
  reason('背景调查未通过', 'Background check failed', 1, { 8: 80, 6: 4 }),
  reason('接受其他公司Offer', 'Took another offer', 22, { 3: 5, 4: 12, 5: 36, 6: 44 }),
  reason('薪资福利未达预期', 'Pay below expectation', 22, { 5: 26, 6: 10 }),
  reason('工作地点不合适', 'Location does not suit', 22, { 1: 5, 4: 5, 5: 8, 6: 6 }),
  reason('个人原因放弃', 'Personal reasons', 22, { 3: 16, 4: 8, 5: 8, 6: 28, 8: 10 }),
  reason('爽约或失联', 'No show or out of contact', 22, { 1: 5, 3: 16, 4: 6, 6: 6 }),
  reason('岗位已关闭或招满', 'Job closed or filled', 27, { 1: 12, 2: 12, 4: 4, 5: 4, 8: 4 }),
  reason('转其他职位', 'Moved to another job', 27, { 1: 6, 2: 6, 3: 4, 4: 4 }),
  reason('重复投递', 'Duplicate application', 27, { 1: 5, 2: 2 }),
  reason('编制冻结(停用)', 'Hiring freeze (retired)', 27, {}, false, false),
];

function reason(
  zh: string,
  en: string,
  type: TerminationReason['type'],
  at: ReasonSpec['at'],
  usedAsEvaluation = false,
  active = true,
): ReasonSpec {
  return { name: { zh, en }, type, active, usedAsEvaluation, at };
}

export const ROLES: readonly { key: string; name: Text; description: Text }[] = [
  {
    key: 'admin',
    name: { zh: '招聘管理员', en: 'Recruiting administrator' },
    description: { zh: '管理招聘的全部数据与设置', en: 'All recruiting data and settings' },
  },
  {
    key: 'recruiter',
    name: { zh: '招聘官', en: 'Recruiter' },
    description: { zh: '负责所辖职位的招聘全流程', en: 'Runs the process of their own jobs' },
  },
  {
    key: 'manager',
    name: { zh: '用人经理', en: 'Hiring manager' },
    description: { zh: '查看并参与所在职位的招聘', en: 'Sees and takes part in their own jobs' },
  },
  {
    key: 'interviewer',
    name: { zh: '面试官', en: 'Interviewer' },
    description: { zh: '评估与面试被安排的候选人', en: 'Evaluates and interviews those assigned' },
  },
];

export const DIMENSIONS: readonly Text[] = [
  { zh: '专业能力', en: 'Professional skill' },
  { zh: '问题分析与解决', en: 'Problem solving' },
  { zh: '沟通协作', en: 'Communication' },
  { zh: '学习与成长', en: 'Learning' },
  { zh: '文化匹配', en: 'Values' },
];

export const TAGS: readonly Text[] = [
  { zh: '高潜', en: 'High potential' },
  { zh: '重点跟进', en: 'Follow closely' },
  { zh: '英语流利', en: 'Fluent English' },
  { zh: '管理经验', en: 'Has managed people' },
  { zh: '大厂背景', en: 'Large-company background' },
  { zh: '开源贡献者', en: 'Open-source contributor' },
  { zh: '海外留学', en: 'Studied abroad' },
  { zh: '可立即到岗', en: 'Available now' },
  { zh: '银牌候选人', en: 'Silver medallist' },
  { zh: '薪资敏感', en: 'Salary sensitive' },
];
