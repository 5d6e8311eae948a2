import type { Handlers } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { offsetPage } from '@/sandbox/platform/paging';
import type { ModuleKey, TalentField, TalentModule } from '@/sandbox/world/records/talents';
import { i18n } from './wire';

const MODULE = 11;
/** 面试登记表 and 信息更新登记表; the page prints no scenario of career sites. */
const SCENARIOS = [5, 14];

/** What candidates fill in on a career site: parts of the company's talent form. */
export const FORMS: readonly { name: string; modules: readonly ModuleKey[] }[] = [
  { name: '社招官网申请表', modules: ['basic', 'education', 'career', 'project', 'custom'] },
  {
    name: '校招官网申请表',
    modules: ['basic', 'education', 'project', 'award', 'language', 'self'],
  },
  { name: '实习生官网申请表', modules: ['basic', 'education', 'self'] },
];

const status = (active: boolean) => (active ? 1 : 2);

function fieldShape(module: TalentModule, field: TalentField) {
  return {
    id: field.id,
    name: i18n(field.name),
    description: i18n(field.description),
    setting: {
      object_type: field.type,
      config: {
        options: field.options.map((option) => ({
          key: option.key,
          name: i18n(option.name),
          description: i18n(option.name),
          active_status: status(option.active),
        })),
      },
    },
    parent_id: module.id,
    is_customized: field.customized,
    is_required: field.required,
    is_visible: field.active,
    active_status: status(field.active),
  };
}

function moduleShape(module: TalentModule) {
  return {
    id: module.id,
    name: i18n(module.name),
    description: i18n(module.description),
    setting: { object_type: MODULE, config: { options: [] } },
    is_customized: module.key === 'custom',
    is_required: module.required,
    is_visible: module.active,
    active_status: status(module.active),
    children_list: module.fields.map((field) => fieldShape(module, field)),
  };
}

export const portalApplySchemaHandlers: Handlers = {
  'hire.v1.portalApplySchema.list': (call) =>
    offsetPage(call, FORMS, ({ name, modules }) => ({
      id: digitsOf(`apply-form:${name}`),
      name,
      scenarios: SCENARIOS,
      objects: call.world.talentModules.filter(({ key }) => modules.includes(key)).map(moduleShape),
    })),
};
