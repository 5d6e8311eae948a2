import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter, Refusal } from '@/sandbox/platform/errors';
import type { Parameters } from '@/sandbox/platform/parameters';
import {
  fieldsOf,
  newestSchemaOf,
  type OfferField,
  type OfferForm,
} from '@/sandbox/world/records/offer-forms';
import type { Text } from '@/sandbox/world/types';
import { i18n, idName, ms } from './wire';

/** The deprecated `object_type` beside `object_type_v2`. */
const OLD_TYPES: Record<OfferField['type'], number> = {
  text: 1,
  long_text: 2,
  select: 3,
  multi_select: 4,
  date_select: 5,
  number: 8,
  amount: 9,
  formula: 10,
  default: 11,
};

/** Options where the field has choices, the formula where it is one; else nothing. */
function configOf(form: OfferForm, field: OfferField) {
  const operands = fieldsOf(form).filter(({ id }) => field.formula?.includes(`[${id}]`));
  return {
    options:
      field.options.length > 0
        ? field.options.map(({ id, name }) => ({ ...idName(id, name), description: i18n(NOTHING) }))
        : undefined,
    formula:
      field.formula === null
        ? undefined
        : {
            value: field.formula,
            result: 1,
            extra_map: operands.map(({ id, name }) => ({ key: id, value: i18n(name) })),
          },
  };
}

const NOTHING: Text = { zh: '', en: '' };

function formShape(form: OfferForm) {
  return {
    ...idName(form.id, form.name),
    schema: {
      id: newestSchemaOf(form),
      module_list: form.modules.map((module) => ({
        ...idName(module.id, module.name),
        is_customized: module.customized,
        active_status: 1,
        hint: i18n(NOTHING),
        object_list: module.fields.map((field) => ({
          ...idName(field.id, field.name),
          description: i18n(NOTHING),
          module_id: module.id,
          is_customized: field.customized,
          is_required: field.required,
          active_status: field.active ? 1 : 2,
          need_approve: field.needsApproval,
          is_sensitive: field.sensitive,
          object_type: OLD_TYPES[field.type],
          object_type_v2: field.type,
          config: configOf(form, field),
        })),
      })),
    },
  };
}

/** 「zh_cn 和 en_us 必填其一」; the other keeps what it was. */
function nameIn(call: Call, part: Parameters | undefined, before: Text): Text {
  const zh = part?.text('zh_cn');
  const en = part?.text('en_us');
  if (zh === undefined && en === undefined) throw badParameter(call.endpoint);
  return { zh: zh ?? before.zh, en: en ?? before.en };
}

function customFieldOf(call: Call): { form: OfferForm; field: OfferField } {
  const id = call.param('offer_custom_field_id');
  for (const form of call.world.offerForms.values()) {
    const field = fieldsOf(form).find((one) => one.id === id && one.customized);
    if (field) return { form, field };
  }
  throw new Refusal(call.switches.absentRecordCode);
}

/** Options the field had under the same name keep their id. */
function optionsIn(call: Call, field: OfferField): OfferField['options'] | undefined {
  const asked = call.body.part('config')?.parts('options');
  if (asked === undefined) return undefined;
  if (field.type !== 'select' && field.type !== 'multi_select') throw new Refusal(1002065);
  return asked.map((option) => {
    const name = nameIn(call, option.part('name'), NOTHING);
    const known = field.options.find((one) => one.name.zh === name.zh || one.name.en === name.en);
    return { id: known?.id ?? call.app.store.nextId('offerForm'), name };
  });
}

export const offerSettingHandlers: Handlers = {
  /** 「page_size 无效」: there is always one page. */
  'hire.v1.offerApplicationForm.list': (call) => ({
    items: [...call.world.offerForms.values()].map((form) => ({
      ...idName(form.id, form.name),
      create_time: ms(form.createdAt),
    })),
    has_more: false,
  }),

  'hire.v1.offerApplicationForm.get': (call) => {
    const form = call.world.offerForms.get(call.param('offer_application_form_id'));
    return { offer_apply_form: formShape(call.found(form, call.switches.absentRecordCode)) };
  },

  /** Each change gives the whole form a new schema, and older ones may not be used any more. */
  'hire.v1.offerCustomField.update': (call) => {
    const { form, field } = customFieldOf(call);
    const name = nameIn(call, call.body.part('name'), field.name);
    const options = optionsIn(call, field);
    call.commit({
      kind: 'offer_form.field_changed',
      at: call.now,
      formId: form.id,
      fieldId: field.id,
      name,
      options,
      schemaId: call.app.store.nextId('offerForm'),
    });
    return {};
  },

  /** The historic read of a form: by the form's id or by a schema's. */
  'hire.v1.offerSchema.get': (call) => {
    const id = call.param('offer_schema_id');
    const form = call.found(
      [...call.world.offerForms.values()].find(
        (one) => one.id === id || one.schemaIds.includes(id),
      ),
      call.switches.absentRecordCode,
    );
    return {
      id: form.id,
      scenario: 1,
      version: form.schemaIds.length,
      object_list: fieldsOf(form).map((field) => ({
        id: field.id,
        name: i18n(field.name),
        type: field.type,
        is_customized: field.customized,
        option_list: field.options.map((option, at) => ({
          name: i18n(option.name),
          index: at + 1,
          active_status: 1,
        })),
      })),
    };
  },
};
