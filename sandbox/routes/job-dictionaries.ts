import type { Handlers } from '@/sandbox/platform/call';
import { offsetPage } from '@/sandbox/platform/paging';
import type { FormField, FormModule, FormTemplate } from '@/sandbox/world/records/job-catalogue';
import { i18n, ms } from './wire';

const EMPTY = { zh_cn: '', en_us: '' };
/** `object_type` of a module. */
const MODULE = 11;
const status = (active: boolean) => (active ? 1 : 2);

function fieldShape(module: FormModule, field: FormField) {
  return {
    id: field.id,
    name: i18n(field.name),
    description: EMPTY,
    setting: {
      object_type: field.type,
      config: {
        options: field.options.map((option) => ({
          key: option.key,
          name: i18n(option.name),
          description: EMPTY,
          active_status: status(option.active),
        })),
      },
    },
    parent_id: module.id,
    is_customized: module.custom,
    is_required: field.required,
    active_status: status(field.active),
  };
}

const formShape = (form: FormTemplate) => ({
  id: form.id,
  name: i18n(form.name),
  scenario_type: form.processType ?? undefined,
  object_list: form.modules.map((module) => ({
    id: module.id,
    name: i18n(module.name),
    description: EMPTY,
    setting: { object_type: MODULE, config: { options: [] } },
    is_customized: module.custom,
    is_required: module.fields.some(({ required }) => required),
    active_status: 1,
    children_list: module.fields.map((field) => fieldShape(module, field)),
  })),
});

export const jobDictionaryHandlers: Handlers = {
  'hire.v1.jobType.list': (call) =>
    offsetPage(call, call.world.jobCatalogue.types, (type) => ({
      id: type.id,
      name: i18n(type.name),
      parent_id: type.parentId ?? undefined,
    })),

  'hire.v1.jobFunction.list': (call) =>
    offsetPage(call, call.world.jobCatalogue.functions, (one) => ({
      id: one.id,
      name: i18n(one.name),
      active_status: status(one.active),
      parent_id: one.parentId ?? undefined,
    })),

  'hire.v1.jobSchema.list': (call) => {
    const scenario = call.query.int('scenario');
    const forms = call.world.jobCatalogue.jobForms.filter(
      ({ processType }) => scenario === undefined || processType === scenario,
    );
    return offsetPage(call, forms, formShape);
  },

  'hire.v1.jobRequirementSchema.list': (call) =>
    offsetPage(call, call.world.jobCatalogue.requirementForms, formShape),

  'hire.v1.subject.list': (call) =>
    offsetPage(
      call,
      call.world.jobCatalogue.subjects,
      (subject) => ({
        id: subject.id,
        name: i18n(subject.name),
        create_time: ms(subject.createdAt),
        active_status: status(subject.active),
        application_limit: subject.applicationLimit,
        creator: call.ids.userWithName(subject.creatorId),
      }),
      'number',
    ),
};
