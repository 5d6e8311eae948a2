import { digitsOf } from '@/sandbox/platform/id-forms';
import type { Role, Text } from '@/sandbox/world/types';
import { i18n, idName } from './wire';

/** `persona` rank from which on a role has it: 0 interviewer, 1 hiring manager, 2 recruiter, 3 admin. */
type Permission = { name: Text; from: 0 | 1 | 2 | 3 };
const permission = (zh: string, en: string, from: Permission['from']): Permission => ({
  name: { zh, en },
  from,
});

const FEATURES = [
  permission('评估简历', 'Evaluate résumés', 0),
  permission('填写面试评价', 'Write interview feedback', 0),
  permission('查看职位', 'See jobs', 1),
  permission('新建投递', 'Add applications', 2),
  permission('安排面试', 'Arrange interviews', 2),
  permission('创建 Offer', 'Create offers', 2),
  permission('终止投递', 'End applications', 2),
];
const MANAGEMENT = [
  permission('职位设置', 'Job settings', 2),
  permission('招聘流程设置', 'Process settings', 3),
  permission('角色权限管理', 'Roles and permissions', 3),
];
const DATA = [
  permission('联系方式', 'Contact data', 1),
  permission('薪酬信息', 'Pay', 2),
  permission('面试评价', 'Interview feedback', 0),
];

const RANKS: readonly RegExp[] = [/面试官/, /经理/, /招聘官/, /管理员/];
const rankOf = (role: Role) => RANKS.findIndex((words) => words.test(role.name.zh));

const idOf = ({ name }: Permission) => digitsOf(`permission:${name.en}`);
const shape = (one: Permission) => idName(idOf(one), one.name);

/** What a role may manage. Rule details are never returned by the real API either (CONTRACT 2.2). */
export const ENTITY = { code: 'application', name: i18n({ zh: '投递', en: 'Application' }) };

/** 1 all data for administrators, 2 by rule for everyone else. */
export const ruleType = (role: Role) => (rankOf(role) === 3 ? 1 : 2);

export function permissionCollection(role: Role) {
  const rank = rankOf(role);
  const has = ({ from }: Permission) => rank >= from;
  return {
    feature_permissions: FEATURES.filter(has).map(shape),
    management_permissions: MANAGEMENT.filter(has).map(shape),
    // 0 hidden, 1 seen, 2 edited by whoever runs the process.
    data_permissions: DATA.map((one) => ({
      ...shape(one),
      select_status: has(one) ? (rank >= 2 ? 2 : 1) : 0,
    })),
    business_management_scopes: [
      {
        entity: ENTITY,
        permission_groups: [
          {
            permission_ids: FEATURES.filter(has).map(idOf),
            scope_rule: { rule_type: ruleType(role) },
          },
        ],
      },
    ],
  };
}
