import type { Call, Handlers } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { offsetPage } from '@/sandbox/platform/paging';
import type { Text } from '@/sandbox/world/types';
import { idName, ms } from './wire';

const DAY_MS = 86_400_000;

type Template = { key: string; name: Text; remark: string; age: number; departments: string[] };

/** The tenant's approval flows. Nothing in Hire changes them. */
export function templatesOf(call: Call): Template[] {
  const [root, ...others] = call.world.departments;
  const below = others.filter(({ parentId }) => parentId === root?.id).map(({ id }) => id);
  const half = Math.ceil(below.length / 2);
  return [
    {
      key: 'general',
      name: { zh: '通用 Offer 审批', en: 'General offer approval' },
      remark: '直属上级、部门负责人、HRBP 依次审批',
      age: 500,
      departments: root ? [root.id] : [],
    },
    {
      key: 'technology',
      name: { zh: '技术类 Offer 审批', en: 'Offer approval: technology' },
      remark: '总包超出带宽时加签薪酬负责人',
      age: 430,
      departments: below.slice(0, half),
    },
    {
      key: 'business',
      name: { zh: '业务与职能 Offer 审批', en: 'Offer approval: business and support' },
      remark: '',
      age: 430,
      departments: below.slice(half),
    },
    {
      key: 'campus',
      name: { zh: '校招 Offer 审批', en: 'Offer approval: graduates' },
      remark: '批量审批',
      age: 260,
      departments: root ? [root.id] : [],
    },
  ];
}

export const offerApprovalTemplateHandlers: Handlers = {
  'hire.v1.offerApprovalTemplate.list': (call) =>
    offsetPage(call, templatesOf(call), (template) => ({
      ...idName(digitsOf(`offer-approval:${template.key}`), template.name),
      create_time: ms(call.world.epoch - template.age * DAY_MS),
      remark: template.remark,
      department_list: template.departments.map((id) => {
        const name = call.index.departments.get(id)?.name ?? { zh: '', en: '' };
        return { id: call.ids.department(id), name: name.zh, en_name: name.en };
      }),
    })),
};
