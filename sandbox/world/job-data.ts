import type { DepartmentKey } from './people-data';
import type { ProcessKey } from './process-data';
import type { Text } from './types';

export type CategoryKey =
  | 'engineering'
  | 'data'
  | 'quality'
  | 'product'
  | 'design'
  | 'operations'
  | 'marketing'
  | 'sales'
  | 'people'
  | 'finance';

export const CATEGORIES: Record<CategoryKey, Text> = {
  engineering: { zh: '研发', en: 'Engineering' },
  data: { zh: '算法与数据', en: 'Machine learning and data' },
  quality: { zh: '测试与运维', en: 'Quality and operations engineering' },
  product: { zh: '产品', en: 'Product' },
  design: { zh: '设计', en: 'Design' },
  operations: { zh: '运营', en: 'Operations' },
  marketing: { zh: '市场', en: 'Marketing' },
  sales: { zh: '销售', en: 'Sales' },
  people: { zh: '人力资源', en: 'People' },
  finance: { zh: '财务与法务', en: 'Finance and legal' },
};

export type JobSpec = {
  /** `{class}` and `{lastClass}` stand for graduation years. */
  title: string;
  department: DepartmentKey;
  process: ProcessKey;
  category: CategoryKey;
  cities: readonly string[];
  /** Seats in the cast. */
  recruiter: number;
  managers: readonly number[];
  /** Share of all applications, relative to the others. */
  draw: number;
  /** Months from opening to the world's now. */
  age: number;
  /** Months it stayed open, for the closed ones. */
  closedAfter?: number;
  /** Thousands of CNY a month. */
  salary: readonly [number, number];
  /** `experience` of CONTRACT section 4. */
  experience: number;
};

const BJ = 'CT_11';
const SH = 'CT_125';
const SZ = 'CT_128';
const HZ = 'CT_52';
const CD = 'CT_22';
const GZ = 'CT_45';
const WH = 'CT_154';

const job = (
  title: string,
  department: DepartmentKey,
  process: ProcessKey,
  category: CategoryKey,
  cities: string[],
  [recruiter, ...managers]: [recruiter: number, ...managers: number[]],
  draw: number,
  age: number,
  salary: [number, number],
  experience: number,
  closedAfter?: number,
): JobSpec => ({
  title,
  department,
  process,
  category,
  cities,
  recruiter,
  managers,
  draw,
  age,
  closedAfter,
  salary,
  experience,
});

/** The job of 300: seat 1 recruits for it. */
export const BOARD_JOB = 0;

/** Forty-five jobs; positions are stable, so that personas keep theirs. */
export const JOBS: readonly JobSpec[] = [
  job('高级后端开发工程师', 'backend', 'tech', 'engineering', [BJ, SH], [1, 8], 0, 11, [35, 60], 5),
  // The two open jobs of the manager persona.
  job('资深前端开发工程师', 'frontend', 'tech', 'engineering', [BJ], [1, 13], 4.2, 8, [32, 55], 5),
  job('iOS 开发工程师', 'frontend', 'tech', 'engineering', [SH, HZ], [2, 13], 2.6, 5, [28, 50], 4),
  job(
    '后端开发工程师(Go)',
    'backend',
    'tech',
    'engineering',
    [BJ, CD],
    [1, 9],
    4.6,
    14,
    [25, 45],
    4,
  ),
  job(
    '后端开发工程师(Java)',
    'backend',
    'tech',
    'engineering',
    [SH],
    [1, 10],
    4.2,
    10,
    [25, 45],
    4,
  ),
  job(
    '支付清结算研发专家',
    'backend',
    'tech',
    'engineering',
    [BJ],
    [1, 11, 8],
    1.2,
    9,
    [50, 85],
    6,
  ),
  job(
    '前端开发工程师',
    'frontend',
    'tech',
    'engineering',
    [BJ, HZ],
    [1, 12],
    4.4,
    17.8,
    [22, 40],
    3,
  ),
  job('Android 开发工程师', 'frontend', 'tech', 'engineering', [SH], [2, 14], 2.4, 7, [26, 48], 4),
  job(
    '客户端性能优化专家',
    'frontend',
    'tech',
    'engineering',
    [BJ],
    [2, 12, 14],
    0.8,
    6,
    [48, 80],
    6,
  ),
  job('推荐算法工程师', 'algorithm', 'tech', 'data', [BJ, SH], [1, 15], 3.4, 16.5, [40, 70], 4),
  job('大模型应用算法工程师', 'algorithm', 'tech', 'data', [BJ, HZ], [1, 16], 4.8, 6, [45, 80], 4),
  job('数据开发工程师', 'algorithm', 'tech', 'data', [CD], [2, 15], 2.2, 9, [25, 42], 4),
  job('数据分析师', 'algorithm', 'tech', 'data', [SH, GZ], [2, 16], 2.8, 4, [22, 38], 3),
  job('测试开发工程师', 'infra', 'tech', 'quality', [CD, WH], [1, 17], 2.6, 8, [22, 38], 3),
  job('SRE 工程师', 'infra', 'tech', 'quality', [BJ], [2, 18], 1.6, 12, [32, 55], 5),
  job('安全工程师', 'infra', 'tech', 'quality', [BJ, SZ], [2, 17], 1.1, 5, [30, 55], 4),
  job(
    '高级产品经理（企业协同方向，负责审批、日程与组织架构等核心模块的规划与落地，支持北京、上海、深圳三地混合办公，汇报给部门负责人）',
    'product',
    'function',
    'product',
    [BJ, SH, SZ],
    [3, 19],
    2.4,
    9,
    [35, 60],
    5,
  ),
  job('产品经理(商业化)', 'product', 'function', 'product', [BJ], [3, 20], 2.2, 6, [28, 48], 4),
  job('用户研究员', 'product', 'function', 'design', [SH], [3, 20], 0.7, 3, [22, 38], 3),
  job('UI/UX 设计师', 'product', 'function', 'design', [BJ, HZ], [3, 19], 1.9, 7, [20, 38], 3),
  job('内容运营', 'marketing', 'function', 'operations', [BJ], [4, 21], 2.3, 5, [14, 24], 2),
  job(
    '用户增长运营',
    'marketing',
    'function',
    'operations',
    [SH, GZ],
    [4, 22],
    1.9,
    8,
    [18, 32],
    3,
  ),
  job('品牌市场经理', 'marketing', 'function', 'marketing', [BJ], [4, 21], 0.9, 4, [28, 48], 5),
  job('大客户销售经理', 'sales', 'function', 'sales', [SH, SZ], [5, 23], 2.5, 17.9, [20, 40], 4),
  job('解决方案架构师', 'sales', 'function', 'sales', [GZ, SZ], [5, 24], 1.3, 10, [35, 60], 5),
  job('客户成功经理', 'sales', 'function', 'sales', [CD, WH], [5, 24, 23], 1.6, 6, [16, 28], 3),
  job('招聘专员', 'people', 'function', 'people', [BJ], [6, 0], 1.1, 3, [12, 20], 2),
  job('财务分析经理', 'finance', 'function', 'finance', [BJ], [6, 25], 0.8, 7, [26, 42], 5),
  job(
    '{class}届校招-研发工程师',
    'tech',
    'campus',
    'engineering',
    [BJ, SH, HZ],
    [7, 9, 12],
    6.4,
    5,
    [20, 32],
    1,
  ),
  job(
    '{class}届校招-产品经理',
    'product',
    'campus',
    'product',
    [BJ, SH],
    [7, 19],
    2.6,
    5,
    [18, 28],
    1,
  ),
  job(
    '{class}届校招-销售管培生',
    'sales',
    'campus',
    'sales',
    [SH, GZ, CD],
    [7, 23],
    1.9,
    4,
    [12, 18],
    1,
  ),
  job('后端开发实习生', 'backend', 'intern', 'engineering', [BJ], [7, 10], 1.9, 6, [5, 8], 1),
  job('产品运营实习生', 'marketing', 'intern', 'operations', [BJ, SH], [7, 22], 1.4, 3, [4, 6], 1),
  job('合规法务专家', 'finance', 'function', 'finance', [BJ, SH], [6, 25], 0.6, 1.5, [30, 52], 5),

  job(
    '高级前端开发工程师',
    'frontend',
    'tech',
    'engineering',
    [SH],
    [2, 14],
    2.8,
    17,
    [30, 52],
    4,
    8,
  ),
  job('后端架构师', 'backend', 'tech', 'engineering', [BJ], [1, 11], 1.0, 18, [60, 95], 7, 9),
  job('搜索算法工程师', 'algorithm', 'tech', 'data', [BJ], [2, 15], 1.9, 16, [38, 68], 4, 7),
  job('DBA 数据库工程师', 'infra', 'tech', 'quality', [BJ], [2, 18], 0.8, 15, [30, 50], 5, 6),
  job('产品运营专家', 'product', 'function', 'product', [SH], [3, 20], 1.3, 14, [28, 46], 5, 6),
  job('新媒体运营', 'marketing', 'function', 'operations', [GZ], [4, 22], 1.7, 18, [13, 22], 2, 6),
  job('渠道销售经理', 'sales', 'function', 'sales', [WH], [5, 23], 1.2, 13, [16, 30], 3, 7),
  job('薪酬福利经理', 'people', 'function', 'people', [BJ], [6, 0], 0.6, 12, [28, 45], 5, 5),
  job(
    '{lastClass}届校招-研发工程师',
    'tech',
    'campus',
    'engineering',
    [BJ, SH, CD],
    [7, 8, 12],
    5.2,
    17,
    [18, 30],
    1,
    9,
  ),
  job(
    '{lastClass}届校招-算法工程师',
    'algorithm',
    'campus',
    'data',
    [BJ],
    [7, 16],
    2.3,
    17,
    [24, 38],
    1,
    8,
  ),
  job('测试开发实习生', 'infra', 'intern', 'quality', [CD], [7, 17], 0.9, 11, [4, 7], 1, 5),
];
