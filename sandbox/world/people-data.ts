import type { Text } from './types';

export type DepartmentKey =
  | 'company'
  | 'tech'
  | 'backend'
  | 'frontend'
  | 'algorithm'
  | 'infra'
  | 'product'
  | 'marketing'
  | 'sales'
  | 'corporate'
  | 'people'
  | 'finance';

/** Twelve departments, parents before children. */
export const DEPARTMENTS: readonly {
  key: DepartmentKey;
  parent: DepartmentKey | null;
  name: Text;
}[] = [
  { key: 'company', parent: null, name: { zh: '云汐科技', en: 'Yunxi Technology' } },
  { key: 'tech', parent: 'company', name: { zh: '技术中心', en: 'Engineering' } },
  { key: 'backend', parent: 'tech', name: { zh: '后端平台部', en: 'Backend Platform' } },
  { key: 'frontend', parent: 'tech', name: { zh: '前端与客户端部', en: 'Web and Mobile' } },
  { key: 'algorithm', parent: 'tech', name: { zh: '算法部', en: 'Machine Learning' } },
  {
    key: 'infra',
    parent: 'tech',
    name: { zh: '基础架构与质量部', en: 'Infrastructure and Quality' },
  },
  { key: 'product', parent: 'company', name: { zh: '产品设计部', en: 'Product and Design' } },
  {
    key: 'marketing',
    parent: 'company',
    name: { zh: '市场运营部', en: 'Marketing and Operations' },
  },
  { key: 'sales', parent: 'company', name: { zh: '商业化销售部', en: 'Sales' } },
  { key: 'corporate', parent: 'company', name: { zh: '职能中心', en: 'Corporate Functions' } },
  { key: 'people', parent: 'corporate', name: { zh: '人力资源部', en: 'People' } },
  { key: 'finance', parent: 'corporate', name: { zh: '财务法务部', en: 'Finance and Legal' } },
];

type Kind = 'admin' | 'recruiter' | 'manager' | 'interviewer' | 'none';

/** Sixty people in a fixed order: personas are positions in it. */
export const CAST: readonly { kind: Kind; department: DepartmentKey; count: number }[] = [
  { kind: 'admin', department: 'people', count: 1 },
  { kind: 'recruiter', department: 'people', count: 7 },
  { kind: 'manager', department: 'backend', count: 4 },
  { kind: 'manager', department: 'frontend', count: 3 },
  { kind: 'manager', department: 'algorithm', count: 2 },
  { kind: 'manager', department: 'infra', count: 2 },
  { kind: 'manager', department: 'product', count: 2 },
  { kind: 'manager', department: 'marketing', count: 2 },
  { kind: 'manager', department: 'sales', count: 2 },
  { kind: 'manager', department: 'finance', count: 1 },
  { kind: 'interviewer', department: 'backend', count: 8 },
  { kind: 'interviewer', department: 'frontend', count: 5 },
  { kind: 'interviewer', department: 'algorithm', count: 4 },
  { kind: 'interviewer', department: 'infra', count: 3 },
  { kind: 'interviewer', department: 'product', count: 3 },
  { kind: 'interviewer', department: 'marketing', count: 2 },
  { kind: 'interviewer', department: 'sales', count: 2 },
  { kind: 'interviewer', department: 'finance', count: 1 },
  { kind: 'none', department: 'corporate', count: 3 },
  { kind: 'none', department: 'company', count: 1 },
  { kind: 'none', department: 'tech', count: 2 },
];

/** Positions in the cast that tests rely on. The board job is of the backend department. */
export const SEAT = {
  admin: 0,
  leadRecruiter: 1,
  /** Second manager of the frontend department: hiring manager of exactly two open jobs. */
  manager: 13,
  /** First and second interviewer of the backend department. */
  interviewer: 26,
  evaluator: 27,
  stranger: 59,
} as const;
