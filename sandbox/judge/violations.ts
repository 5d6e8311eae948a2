import type { Endpoint, Field } from '@/sandbox/platform/contract';
import { asInQuery, hasBody, isUpload, type Sample, sampleOf } from './sample';

/** A request that is right but for one field. */
export type Violation = { name: string; field: string; code: number; sample: Sample };

const BAD_FIELD = 99992402;
/** Query parameters that have a code of their own where the page prints it. */
const OWN_CODES: Record<string, number> = { page_size: 1002004, id_list: 1002005 };
const OUTSIDE = 987_654;

/** Each way in which a request to the endpoint can break one printed rule of one field. */
export function violationsOf(endpoint: Endpoint): Violation[] {
  const found: Violation[] = [];
  const add = (where: 'query' | 'body', field: Field, what: string, change: Change) => {
    const sample = structuredClone(sampleOf(endpoint));
    if (!changed(sample[where], field.path.split('.'), change)) return;
    const own = where === 'query' ? OWN_CODES[field.path] : undefined;
    const code = own && endpoint.errors.has(own) ? own : BAD_FIELD;
    found.push({ name: `${where} ${field.path} ${what}`, field: field.path, code, sample });
  };
  for (const field of endpoint.query.map(asInQuery)) {
    for (const [what, change] of changesOf(field, true)) add('query', field, what, change);
  }
  if (!hasBody(endpoint) || isUpload(endpoint)) return found;
  for (const field of endpoint.body) {
    for (const [what, change] of changesOf(field, false)) add('body', field, what, change);
  }
  return found;
}

/** Takes what is there and gives what takes its place; `undefined` takes it away. */
type Change = (value: unknown) => unknown;

function changesOf(field: Field, inQuery: boolean): [string, Change][] {
  const isList = field.type.endsWith('[]');
  const type = field.type.replace(/\[\]$/, '');
  const each = (value: unknown): Change => (isList ? () => [value] : () => value);
  const times = (count: number): Change => {
    return (value) => Array.from({ length: count }, () => (Array.isArray(value) ? value[0] : null));
  };
  const changes: [string, Change | null][] = [
    ['missing', field.required ? () => undefined : null],
    ['of another type', otherType(type, inQuery) === null ? null : each(otherType(type, inQuery))],
    ['not a list', isList && !inQuery ? () => 'x' : null],
    ['outside its enum', field.enum ? each(type === 'string' ? 'no-such-value' : OUTSIDE) : null],
    ['over its maximum', field.max === undefined ? null : each(field.max + 1)],
    ['under its minimum', field.min === undefined ? null : each(field.min - 1)],
    ['too long', field.max_length ? each('x'.repeat(field.max_length + 1)) : null],
    ['too short', field.min_length ? each('x'.repeat(field.min_length - 1)) : null],
    ['too many', field.max_items ? times(field.max_items + 1) : null],
    ['too few', field.min_items ? times(field.min_items - 1) : null],
  ];
  return changes.flatMap(([what, change]) => (change ? [[what, change] as [string, Change]] : []));
}

/** Everything in a query is text, so that a text there cannot be of another type. */
function otherType(type: string, inQuery: boolean): unknown {
  if (type === 'string') return inQuery ? null : 12;
  return type === 'int' && !inQuery ? '1' : 'x';
}

function changed(target: unknown, [head, ...rest]: string[], change: Change): boolean {
  if (Array.isArray(target)) return changed(target[0], [head ?? '', ...rest], change);
  if (typeof target !== 'object' || target === null || head === undefined) return false;
  const value: unknown = Reflect.get(target, head);
  if (rest.length > 0) return changed(value, rest, change);
  const next = change(value);
  return next === undefined
    ? Reflect.deleteProperty(target, head)
    : Reflect.set(target, head, next);
}
