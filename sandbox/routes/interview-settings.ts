import type { Handlers } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { offsetPage } from '@/sandbox/platform/paging';
import { roundTypesOf } from './interview-round-types';
import { type Entry, type Form, type Module, REGISTRATION_FORMS } from './registration-form-data';
import { i18n } from './wire';

const EMPTY = { zh_cn: '', en_us: '' };
/** `object_type` of a module; those of fields are in the data. */
const MODULE = 11;

function fieldShape(form: Form, module: Module, entry: Entry) {
  const id = digitsOf(`registration:${form.key}:${module.key}:${entry.key}`);
  return {
    id,
    name: i18n(entry.name),
    description: EMPTY,
    setting: {
      object_type: entry.type,
      config: {
        options: (entry.options ?? []).map((name, at) => ({
          key: digitsOf(`${id}:${at}`),
          name: i18n(name),
          description: EMPTY,
          active_status: 1,
        })),
      },
    },
    parent_id: digitsOf(`registration:${form.key}:${module.key}`),
    is_customized: entry.custom ?? false,
    is_required: entry.required ?? false,
    is_visible: true,
    active_status: entry.retired ? 2 : 1,
  };
}

const formShape = (form: Form) => ({
  id: digitsOf(`registration:${form.key}`),
  name: form.name,
  is_used_as_interview: form.everywhere,
  object_list: form.modules.map((module) => ({
    id: digitsOf(`registration:${form.key}:${module.key}`),
    name: i18n(module.name),
    description: EMPTY,
    setting: { object_type: MODULE, config: { options: [] } },
    is_customized: module.custom ?? false,
    is_required: module.required ?? false,
    is_visible: true,
    active_status: 1,
    children_list: module.entries.map((entry) => fieldShape(form, module, entry)),
  })),
});

export const interviewSettingHandlers: Handlers = {
  'hire.v1.interviewRoundType.list': (call) => {
    const { form } = call.world;
    const processType = call.query.int('process_type');
    const rows = roundTypesOf(call.world).filter(
      (type) => processType === undefined || type.processType === processType,
    );
    return {
      active_status: 1,
      items: rows.map((type) => ({
        id: type.id,
        biz_id: type.bizId,
        name: i18n(type.name),
        process_type: type.processType,
        active_status: type.active ? 1 : 2,
        interview_assessment_template_info: {
          id: form.id,
          biz_id: digitsOf(`form-biz:${form.name.zh}`),
          name: i18n(form.name),
        },
      })),
    };
  },

  'hire.v1.interviewRegistrationSchema.list': (call) =>
    offsetPage(call, REGISTRATION_FORMS, formShape),
};
