import { Refusal } from '@/sandbox/platform/errors';
import type { Parameters } from '@/sandbox/platform/parameters';
import type { CustomValue, FormField, FormTemplate } from '@/sandbox/world/records/job-catalogue';
import { i18n } from './wire';

const customFields = (forms: readonly FormTemplate[]): FormField[] =>
  forms.flatMap(({ modules }) => modules.filter(({ custom }) => custom)).flatMap((m) => m.fields);

/** `customized_data_list` of a reply: each value stands under the name of its field's type. */
export function formValues(forms: readonly FormTemplate[], values: readonly CustomValue[]) {
  const fields = new Map(customFields(forms).map((field) => [field.id, field]));
  return values.flatMap(({ fieldId, value }) => {
    const field = fields.get(fieldId);
    if (!field) return [];
    const shape = { object_id: field.id, name: i18n(field.name), object_type: field.type };
    return [{ ...shape, value: valueShape(field, value) }];
  });
}

function valueShape(field: FormField, value: string) {
  const option = (key: string) => {
    const found = field.options.find((one) => one.key === key);
    return found ? { key, name: i18n(found.name) } : undefined;
  };
  switch (field.type) {
    case 3:
      return { option: option(value) };
    case 4:
      return { option_list: (listOf(value) ?? []).flatMap((key) => option(key) ?? []) };
    case 5:
      return { time: value };
    case 8: {
      const [start, end] = listOf(value) ?? [];
      return { time_range: { start_time: start, end_time: end } };
    }
    case 9:
      return { number: value };
    default:
      return { content: value };
  }
}

/** Reads `customized_data_list` of a body; a field of another form or a value of another type is bad. */
export function readFormValues(
  forms: readonly FormTemplate[],
  parts: readonly Parameters[] | undefined,
): CustomValue[] {
  const fields = new Map(customFields(forms).map((field) => [field.id, field]));
  return (parts ?? []).map((part) => {
    const field = fields.get(part.text('object_id') ?? '');
    const value = part.text('value') ?? '';
    if (!field || !fits(field, value)) throw new Refusal(1002002);
    return { fieldId: field.id, value };
  });
}

function fits(field: FormField, value: string): boolean {
  const isOption = (key: string) => field.options.some((option) => option.key === key);
  switch (field.type) {
    case 3:
      return isOption(value);
    case 4:
      return listOf(value)?.every(isOption) ?? false;
    case 5:
      return /^\d{1,15}$/.test(value);
    case 8:
      return listOf(value)?.length === 2;
    case 9:
      return value !== '' && Number.isFinite(Number(value));
    default:
      return true;
  }
}

/** A list of texts in JSON, as options and periods are sent. */
function listOf(value: string): string[] | null {
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : null;
  } catch {
    return null;
  }
}
