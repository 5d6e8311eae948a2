import type { Endpoint, Field } from './contract';
import { badParameter, type FieldViolation, Refusal } from './errors';
import { FilePart, readMultipart } from './multipart';
import type { Switches } from './unknowns';

/**
 * The values of a query or a body after the contract's check. Reading one by the wrong kind gives
 * `undefined`, never a throw: the check has already refused what is badly typed.
 */
export class Parameters {
  constructor(private readonly values: ReadonlyMap<string, unknown>) {}

  has(name: string): boolean {
    return this.values.has(name);
  }

  text(name: string): string | undefined {
    const value = this.values.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  /** A parameter the contract marks as required, so that the check has proved it is there. */
  must(name: string): string {
    return this.text(name) ?? violate([violation(name, '', 'is required')]);
  }

  int(name: string): number | undefined {
    const value = this.values.get(name);
    return typeof value === 'number' ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.values.get(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  texts(name: string): string[] | undefined {
    const value = this.values.get(name);
    return Array.isArray(value) ? value.map(String) : undefined;
  }

  ints(name: string): number[] | undefined {
    return this.texts(name)?.map(Number);
  }

  file(name: string): FilePart | undefined {
    const value = this.values.get(name);
    return value instanceof FilePart ? value : undefined;
  }

  /** An object inside the body. */
  part(name: string): Parameters | undefined {
    const value = this.values.get(name);
    return value instanceof Parameters ? value : undefined;
  }

  /** The objects of a list inside the body. */
  parts(name: string): Parameters[] | undefined {
    const value = this.values.get(name);
    return Array.isArray(value) ? value.filter((one) => one instanceof Parameters) : undefined;
  }
}

/** Checks a query against the contract: types, required, enums, ranges; repeated names are arrays. */
export function readQuery(
  endpoint: Endpoint,
  raw: URLSearchParams,
  switches: Switches,
): Parameters {
  const values = new Map<string, unknown>();
  const wrong: FieldViolation[] = [];
  for (const printed of endpoint.query) {
    // Some pages print page_size as a string: in a query everything is text, its rules are a number's.
    const field = printed.path === 'page_size' ? { ...printed, type: 'int' } : printed;
    const given = raw.getAll(field.path);
    const value = field.type.endsWith('[]')
      ? queryList(field, given)
      : queryScalar(field, given.at(-1));
    keep(field, field.path, value, values, wrong, switches);
  }
  for (const { field } of wrong) {
    const code = OWN_CODES[field];
    if (code && endpoint.errors.has(code)) throw new Refusal(code);
  }
  if (wrong.length > 0) violate(wrong);
  return new Parameters(values);
}

/** Query parameters that have a code of their own where the page prints it. */
const OWN_CODES: Record<string, number> = { page_size: 1002004, id_list: 1002005 };

/** The parts of a `multipart/form-data` body; one that is none, or lacks a part, is a bad parameter. */
export function readUpload(endpoint: Endpoint, raw: Buffer, contentType: string): Parameters {
  const parts = readMultipart(raw, contentType);
  if (!parts) throw badParameter(endpoint);
  const values = new Map(parts.map((part) => [part.field, part] as const));
  if (endpoint.body.some((field) => field.required && !values.has(field.path))) {
    throw badParameter(endpoint);
  }
  return new Parameters(values);
}

/** Checks a JSON body, and the objects inside it, against the fields the contract lists. */
export function readBody(endpoint: Endpoint, raw: unknown, switches: Switches): Parameters {
  const wrong: FieldViolation[] = [];
  if (raw !== undefined && !isRecord(raw))
    violate([violation('body', String(raw), 'must be an object')]);
  const body = readObject(fieldsByParent(endpoint), '', isRecord(raw) ? raw : {}, wrong, switches);
  if (wrong.length > 0) violate(wrong);
  return body;
}

function readObject(
  fields: ReadonlyMap<string, Field[]>,
  parent: string,
  raw: Record<string, unknown>,
  wrong: FieldViolation[],
  switches: Switches,
): Parameters {
  const values = new Map<string, unknown>();
  for (const field of fields.get(parent) ?? []) {
    const name = field.path.slice(parent === '' ? 0 : parent.length + 1);
    keep(field, name, raw[name], values, wrong, switches);
    const kept = values.get(name);
    const read = (one: unknown) =>
      isRecord(one) ? readObject(fields, field.path, one, wrong, switches) : one;
    if (isRecord(kept)) values.set(name, read(kept));
    else if (Array.isArray(kept)) values.set(name, kept.map(read));
  }
  return new Parameters(values);
}

const parents = new WeakMap<Endpoint, Map<string, Field[]>>();

/** The fields of a body under the path of the object they are in; '' is the body itself. */
function fieldsByParent(endpoint: Endpoint): ReadonlyMap<string, Field[]> {
  const known = parents.get(endpoint);
  if (known) return known;
  const fields = new Map<string, Field[]>();
  const unprinted = endpoint.sdkOnly.body
    .filter((path) => !endpoint.body.some((field) => field.path === path))
    .map((path) => ({ path, type: 'any', required: false }));
  for (const field of [...endpoint.body, ...unprinted]) {
    const parent = field.path.slice(0, Math.max(0, field.path.lastIndexOf('.')));
    fields.set(parent, [...(fields.get(parent) ?? []), field]);
  }
  parents.set(endpoint, fields);
  return fields;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const violation = (field: string, value: unknown, description: string): FieldViolation => ({
  field,
  value: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  description,
});

function violate(violations: FieldViolation[]): never {
  throw new Refusal(99992402, { details: { field_violations: violations } });
}

/** Query values are text: `"10"` is an int, anything else stays text and fails the type check. */
function queryScalar(field: Field, text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  if (field.type === 'int') return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  if (field.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function queryList(field: Field, given: string[]): unknown[] | undefined {
  const item = { ...field, type: field.type.slice(0, -2) };
  return given.length > 0 ? given.map((text) => queryScalar(item, text) ?? text) : undefined;
}

function keep(
  field: Field,
  name: string,
  value: unknown,
  into: Map<string, unknown>,
  wrong: FieldViolation[],
  switches: Switches,
): void {
  const missing = value === undefined || value === null || (field.required && value === '');
  if (missing) {
    if (field.required) wrong.push(violation(field.path, '', 'is required'));
    return;
  }
  if (field.path === 'page_size' && typeof value === 'number' && field.max && value > field.max) {
    into.set(name, overMax(field, value, field.max, wrong, switches));
    return;
  }
  const problem = problemOf(field, value, switches);
  if (problem) wrong.push(violation(field.path, value, problem));
  else into.set(name, value);
}

function overMax(
  field: Field,
  value: number,
  max: number,
  wrong: FieldViolation[],
  switches: Switches,
): number {
  if (switches.pageSizeOverMax === '1002002') throw new Refusal(1002002);
  if (switches.pageSizeOverMax === '99992402') {
    wrong.push(violation(field.path, value, `the maximum is ${max}`));
  }
  return max;
}

const typeChecks: Record<string, (value: unknown) => boolean> = {
  /** Of fields that only the SDK knows. */
  any: () => true,
  string: (v) => typeof v === 'string',
  int: (v) => Number.isSafeInteger(v),
  boolean: (v) => typeof v === 'boolean',
  'number(float)': (v) => typeof v === 'number' && Number.isFinite(v),
};

function problemOf(field: Field, value: unknown, switches: Switches): string | null {
  if (field.type.endsWith('[]')) return listProblem(field, value, switches);
  const isRight = typeChecks[field.type] ?? isRecord;
  if (!isRight(value)) return `must be of type ${field.type}`;
  if (!enumAllows(field, value, switches)) return 'is not one of the allowed values';
  if (typeof value === 'number') {
    if (field.max !== undefined && value > field.max) return `the maximum is ${field.max}`;
    const floor = field.min ?? (field.path === 'page_size' ? 1 : undefined);
    if (floor !== undefined && value < floor) return `the minimum is ${floor}`;
  }
  if (typeof value === 'string') {
    if (field.max_length && value.length > field.max_length)
      return `at most ${field.max_length} characters`;
    if (field.min_length && value.length < field.min_length)
      return `at least ${field.min_length} characters`;
  }
  return null;
}

function listProblem(field: Field, value: unknown, switches: Switches): string | null {
  if (!Array.isArray(value)) return `must be of type ${field.type}`;
  if (field.max_items && value.length > field.max_items) return `at most ${field.max_items} items`;
  if (field.min_items && value.length < field.min_items) return `at least ${field.min_items} items`;
  const item = field.type.slice(0, -2);
  for (const one of value) {
    if (!(typeChecks[item] ?? isRecord)(one)) return `must be of type ${field.type}`;
    if (!enumAllows(field, one, switches)) return 'is not one of the allowed values';
  }
  return null;
}

function enumAllows(field: Field, value: unknown, switches: Switches): boolean {
  if (!field.enum || switches.unknownEnumValue === 'ignore') return true;
  // Some pages' lists of values leave out the one that is printed as the default.
  if (value === field.default) return true;
  return field.enum.some((allowed) => String(allowed) === String(value));
}
