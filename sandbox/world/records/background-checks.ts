import type { Text } from '@/sandbox/world/types';

export type CheckSupplier = {
  id: string;
  name: Text;
  /** `account_third_type`: 1 to 3 are firms the page names, 127 is anybody else. */
  type: 1 | 2 | 3 | 127;
  packages: string[];
};

/** Lights as Feishu presets them. */
export type CheckResult = '绿灯' | '蓝灯' | '黄灯' | '红灯';

export type CheckReport = {
  id: string;
  name: string;
  result: CheckResult;
  /** 1 interim, 2 final. */
  type: 1 | 2;
  createdAt: number;
};

export type BackgroundCheck = {
  id: string;
  applicationId: string;
  /** CONTRACT section 4: 2 arranged, 3 done, 4 stopped, 5 in approval, 6, 8 approved, 9 refused. */
  status: 2 | 3 | 4 | 5 | 6 | 8 | 9;
  supplierId: string;
  packageName: string;
  extraItems: { id: string; name: string }[];
  creatorId: string;
  contactId: string;
  /** Oldest first. */
  steps: { name: Text; at: number }[];
  reports: CheckReport[];
  beginAt: number;
  endAt: number | null;
  updatedAt: number;
  cityCode: string;
  remark: string;
};

/** The two suppliers the company has bound; the second is made up. */
export const CHECK_SUPPLIERS: readonly CheckSupplier[] = [
  {
    id: '7640000000000000101',
    name: { zh: '八方锦程', en: 'Bafang Jincheng' },
    type: 1,
    packages: ['基础版', '标准版'],
  },
  {
    id: '7640000000000000202',
    name: { zh: '云溪诚信背调', en: 'Yunxi Screening' },
    type: 127,
    packages: ['工作履历核实', '管理岗深度背调'],
  },
];
