import { z } from 'zod';
import { Refusal } from '@/sandbox/platform/errors';
import type { Parameters } from '@/sandbox/platform/parameters';
import type { CustomValue, TalentField, TalentModule } from '@/sandbox/world/records/talents';
import type { World } from '@/sandbox/world/types';
import { i18n } from './wire';

/** v1 and v2 name the file of an attachment field differently. */
type FileNames = 'name' | 'file_name';

const Texts = z.array(z.string());
const Files = z.array(z.object({ file_id: z.string() }));
const MODULE = 11;

function json<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The values of one module's own fields, as reads carry them. */
export function customShape(
  world: World,
  module: TalentModule | undefined,
  values: readonly CustomValue[] | undefined,
  fileNames: FileNames,
) {
  return (values ?? []).flatMap(({ fieldId, value }) => {
    const field = module?.fields.find(({ id }) => id === fieldId);
    if (!field) return [];
    return [
      {
        object_id: field.id,
        name: i18n(field.name),
        object_type: field.type,
        value: valueShape(world, field, value, fileNames),
      },
    ];
  });
}

function valueShape(world: World, field: TalentField, value: string, fileNames: FileNames) {
  const optionOf = (key: string) => {
    const option = field.options.find((one) => one.key === key);
    return option ? [{ key, name: i18n(option.name) }] : [];
  };
  switch (field.type) {
    case 3:
      return { option: optionOf(value)[0] };
    case 4:
      return { option_list: (json(Texts, value) ?? []).flatMap(optionOf) };
    case 5:
    case 6:
    case 7:
      // Printed: seconds, though a write takes milliseconds.
      return { time: String(Math.floor(Number(value) / 1000)) };
    case 8: {
      const [start_time, end_time] = json(Texts, value) ?? [];
      return { time_range: { start_time, end_time } };
    }
    case 9:
      return { number: value };
    case 13:
      return {
        customized_attachment: (json(Files, value) ?? []).flatMap(({ file_id }) => {
          const upload = world.uploads.get(file_id);
          if (!upload) return [];
          const { name, mime, size } = upload;
          return [{ file_id, [fileNames]: name, content_type: mime, file_size: size }];
        }),
      };
    default:
      return { content: value };
  }
}

/** The modules the company added, which carry their values as a block of their own. */
export const ownModules = (world: World): TalentModule[] =>
  world.talentModules.filter(({ key }) => key === 'custom');

export const MODULE_TYPE = MODULE;

/** Values of a write: each for an own field in use of that module, in the printed format. */
export function readCustom(
  world: World,
  module: TalentModule | undefined,
  parts: readonly Parameters[],
): CustomValue[] {
  return parts.map((part) => {
    const fieldId = part.text('object_id');
    const value = part.text('value');
    const field = module?.fields.find(({ id }) => id === fieldId);
    if (!field?.customized || !field.active || value === undefined) throw new Refusal(1002002);
    if (!isWritten(world, field, value)) throw new Refusal(1002002);
    return { fieldId: field.id, value };
  });
}

function isWritten(world: World, field: TalentField, value: string): boolean {
  const isKey = (key: string) => field.options.some((one) => one.key === key && one.active);
  const isTime = (text: string) => /^\d{1,15}$/.test(text);
  switch (field.type) {
    case 3:
      return isKey(value);
    case 4:
      return json(Texts, value)?.every(isKey) ?? false;
    case 5:
    case 6:
    case 7:
      return isTime(value);
    case 8: {
      const range = json(Texts, value);
      return range?.length === 2 && range.every(isTime);
    }
    case 9:
      return /^-?\d{1,15}(\.\d+)?$/.test(value);
    case 13:
      return json(Files, value)?.every(({ file_id }) => world.uploads.has(file_id)) ?? false;
    default:
      return true;
  }
}
