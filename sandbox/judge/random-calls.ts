import type { Endpoint, Field } from '@/sandbox/platform/contract';
import { fieldsUnder } from '@/sandbox/platform/request-check';
import { type Focus, idFor, snake } from './pools';
import { asInQuery, hasBody, NOBODY, pathOf, urlOf } from './sample';

const DAY = 86_400_000;
/** Forms of ids in which the world has them. */
const OWN_FORMS = ['open_id', 'open_department_id'];

export type RandomCall = { endpoint: Endpoint; path: string; body: unknown };

/** A call that the contract allows in form, about records that the world mostly has. */
export function randomCall(endpoint: Endpoint, focus: Focus): RandomCall {
  const path = pathOf(endpoint, (name) => idFor(snake(name), focus) ?? NOBODY);
  const query: Record<string, unknown> = {};
  for (const field of endpoint.query.map(asInQuery)) {
    const value = field.path === 'page_token' ? undefined : optional(endpoint, field, focus);
    if (value !== undefined) query[field.path] = value;
  }
  const body = hasBody(endpoint) ? randomObject(endpoint, '', focus) : undefined;
  return { endpoint, path: urlOf(path, query), body };
}

function randomObject(endpoint: Endpoint, parent: string, focus: Focus): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const field of fieldsUnder(endpoint, parent)) {
    const value = optional(endpoint, field, focus);
    if (value !== undefined) object[lastName(field)] = value;
  }
  return object;
}

/** Most of what may be left out is. */
function optional(endpoint: Endpoint, field: Field, focus: Focus): unknown {
  const isIdType = field.enum?.some((value) => OWN_FORMS.includes(String(value))) ?? false;
  if (!field.required && !isIdType && !focus.random.chance(0.3)) return undefined;
  if (!field.type.endsWith('[]')) return item(endpoint, field, field.type, focus);
  const most = Math.max(field.min_items ?? 1, Math.min(3, field.max_items ?? 3));
  const count = focus.random.int(field.min_items ?? 1, most);
  return Array.from({ length: count }, () => item(endpoint, field, field.type.slice(0, -2), focus));
}

function item(endpoint: Endpoint, field: Field, type: string, focus: Focus): unknown {
  const { random } = focus;
  if (field.enum && field.enum.length > 0) {
    const own = field.enum.find((value) => OWN_FORMS.includes(String(value)));
    const value = own ?? random.pick(field.enum);
    if (type === 'boolean') return String(value) === 'true';
    return type === 'int' ? Number(value) : String(value);
  }
  switch (type) {
    case 'string':
      return text(field, focus);
    case 'int':
      return int(field, focus);
    case 'boolean':
      return random.chance(0.5);
    case 'number(float)':
      return random.int(0, 100) / 4;
    default:
      return randomObject(endpoint, field.path, focus);
  }
}

const lastName = ({ path }: Field) => path.slice(path.lastIndexOf('.') + 1);
/** Some days before or after the world's present. */
const moment = ({ store, random }: Focus) => Math.floor(store.now()) + random.int(-5, 5) * DAY;

function int(field: Field, focus: Focus): number {
  if (/_time$|timestamp/.test(field.path)) return moment(focus);
  const low = field.min ?? 1;
  return focus.random.int(low, Math.max(low, Math.min(field.max ?? 20, low + 20)));
}

function text(field: Field, focus: Focus): string {
  const name = lastName(field);
  if (/onboard_date$/.test(name)) return JSON.stringify({ date: date(focus) });
  if (/date$/.test(name)) return date(focus);
  if (/time$|_begin$|_end$/.test(name)) return String(moment(focus));
  if (/salary|bonus|amount|percentage|multiple|shares/.test(name)) return '12000';
  const id = /(_id|_ids|_id_list|code|_code_list|_list)$/.test(name)
    ? idFor(snake(name.replace(/_id_list$|_list$/, '_id')), focus)
    : undefined;
  const words = id ?? focus.random.pick(['周三前约二面', 'ok', '很好 & <b>', NOBODY, 'e\u0301 😀']);
  return words.padEnd(field.min_length ?? 0, '.').slice(0, field.max_length || undefined);
}

const date = (focus: Focus) => new Date(moment(focus)).toISOString().slice(0, 10);
