import type { Handlers } from '@/sandbox/platform/call';
import { offsetPage } from '@/sandbox/platform/paging';
import type { RegistrationForm, TalentField, TalentModule } from '@/sandbox/world/records/talents';
import type { World } from '@/sandbox/world/types';
import { i18n } from './wire';

const MODULE = 11;
const status = (active: boolean) => (active ? 1 : 2);

const optionShape = ({ key, name, active }: TalentField['options'][number]) => ({
  key,
  name: i18n(name),
  description: i18n(name),
  active_status: status(active),
});

const fieldShape = (module: TalentModule, field: TalentField) => ({
  id: field.id,
  name: i18n(field.name),
  description: i18n(field.description),
  setting: {
    object_type: field.type,
    config: field.options.length > 0 ? { options: field.options.map(optionShape) } : {},
  },
  parent_id: module.id,
  is_customized: field.customized,
  is_required: field.required,
  active_status: status(field.active),
});

const moduleShape = (module: TalentModule) => ({
  id: module.id,
  name: i18n(module.name),
  description: i18n(module.description),
  setting: { object_type: MODULE, config: {} },
  is_customized: module.key === 'custom',
  is_required: module.required,
  active_status: status(module.active),
});

const formShape = (world: World, form: RegistrationForm) => ({
  id: form.id,
  name: form.name,
  scenarios: form.scenarios,
  objects: world.talentModules
    .filter(({ id }) => form.moduleIds.includes(id))
    .map((module) => ({
      ...moduleShape(module),
      is_visible: true,
      children_list: module.fields.map((field) => ({
        ...fieldShape(module, field),
        is_visible: !form.hiddenFieldIds.includes(field.id),
      })),
    })),
});

/** What the company set up for talents: tags, the fields of a résumé, and forms they fill in. */
export const talentSettingHandlers: Handlers = {
  'hire.v1.talentTag.list': (call) => {
    const keyword = call.query.text('keyword')?.toLowerCase();
    const ids = call.query.texts('id_list');
    const type = call.query.int('type');
    const withInactive = call.query.flag('include_inactive') ?? false;
    const tags = call.world.tags.filter(
      (tag) =>
        (withInactive || tag.active) &&
        (ids === undefined || ids.includes(tag.id)) &&
        (type === undefined || type === (tag.rule ? 2 : 1)) &&
        (keyword === undefined || `${tag.name.zh}\n${tag.name.en}`.toLowerCase().includes(keyword)),
    );
    // Printed: by time of creation, newest first.
    return offsetPage(call, tags.reverse(), (tag) => ({
      id: tag.id,
      name: i18n(tag.name),
      description: i18n(tag.description),
      type: tag.rule ? 2 : 1,
      active_status: status(tag.active),
    }));
  },

  'hire.v1.talentObject.query': (call) => ({
    items: call.world.talentModules.map((module) => ({
      ...moduleShape(module),
      children_list: module.fields.map((field) => fieldShape(module, field)),
    })),
  }),

  'hire.v1.registrationSchema.list': (call) => {
    const scenario = call.query.int('scenario');
    const forms = call.world.registrationForms.filter(
      ({ scenarios }) => scenario === undefined || scenarios.some((one) => one === scenario),
    );
    return offsetPage(call, forms, (form) => formShape(call.world, form), 'number');
  },
};
