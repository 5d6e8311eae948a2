import type { Agency } from './records/agencies';
import type { Text } from './types';

export const AGENCY_LABELS: readonly Text[] = [
  { zh: '技术方向', en: 'Engineering' },
  { zh: '高端寻访', en: 'Executive search' },
  { zh: '海外人才', en: 'Overseas' },
  { zh: '响应及时', en: 'Quick to answer' },
];

export type AgencySpec = Pick<Agency, 'name' | 'status' | 'area' | 'protectionType'> & {
  domain: string;
  /** Which of the agency sources, best tier first. */
  tier: 0 | 1;
  people: number;
  /** Days before the world's now. */
  since: number;
  ended?: number;
  /** Own protection period in days; else the company's 180. */
  protectDays?: number;
  /** Positions in `AGENCY_LABELS`. */
  labels: readonly number[];
};

/** Invented firms. One has ended and one has not answered its invitation. */
export const AGENCIES: readonly AgencySpec[] = [
  agency('云岫人才顾问', 'Yunxiu Talent Partners', 'yunxiu', 0, 6, 900, { labels: [0, 3] }),
  agency('鹿鸣高管寻访', 'Luming Executive Search', 'luming', 0, 4, 760, {
    labels: [1],
    protectDays: 365,
  }),
  agency('苇航国际猎头', 'Weihang International', 'weihang', 0, 3, 700, {
    labels: [1, 2],
    area: 2,
  }),
  agency('拾贝人力', 'Shibei Recruiting', 'shibei', 1, 7, 820, { protectionType: 2 }),
  agency('山月咨询', 'Shanyue Consulting', 'shanyue', 1, 5, 690, {
    protectionType: 2,
    labels: [0],
  }),
  agency('麦穗招聘服务', 'Maisui Staffing', 'maisui', 1, 3, 800, {
    status: 3,
    ended: 150,
    protectDays: 90,
  }),
  agency('星槎人才', 'Xingcha Talent', 'xingcha', 1, 2, 45, { status: 2, labels: [0] }),
  agency('新芽猎头工作室', 'Xinya Search Studio', 'xinya', 1, 1, 4, { status: 4 }),
];

function agency(
  zh: string,
  en: string,
  domain: string,
  tier: 0 | 1,
  people: number,
  since: number,
  special: Partial<AgencySpec>,
): AgencySpec {
  return {
    name: { zh, en },
    domain,
    tier,
    people,
    since,
    status: 1,
    area: 1,
    protectionType: 1,
    labels: [],
    ...special,
  };
}
