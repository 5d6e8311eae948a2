import type { Endpoint, Field } from './contract';

/** What a client sent to an endpoint. `body` is absent where none is read: GET, DELETE, files. */
export type SentRequest = {
  path: Record<string, string>;
  query: URLSearchParams;
  body?: unknown;
};

/**
 * Holds a request against the contract: required, type, enum and limits of every field, and no
 * field that is neither documented nor known to the SDK. Gives one line for each thing wrong. It is
 * written apart from the gateway's own check (`parameters.ts`), so that each shows the other's holes.
 */
export function checkRequest(endpoint: Endpoint, sent: SentRequest): string[] {
  const wrong: string[] = [];
  const report = (path: string, problem: string) =>
    wrong.push(`${endpoint.id}: ${path} ${problem}`);
  for (const [name, value] of Object.entries(sent.path)) {
    if (value === '') report(`:${name}`, 'is empty');
  }
  checkQuery(endpoint, sent.query, report);
  if ('body' in sent) checkBody(endpoint, sent.body, report);
  return wrong;
}

type Report = (path: string, problem: string) => void;

function checkQuery(endpoint: Endpoint, query: URLSearchParams, report: Report): void {
  for (const field of endpoint.query) {
    const given = query.getAll(field.path).filter((text) => text !== '');
    if (given.length === 0) {
      if (field.required) report(field.path, 'is missing');
      continue;
    }
    const isList = field.type.endsWith('[]');
    // Some pages print page_size as a string.
    const type = field.path === 'page_size' ? 'int' : itemType(field);
    const values = given.map((text) => fromText(type, text));
    for (const value of isList ? values : values.slice(-1)) checkValue(field, type, value, report);
    if (isList) checkLength(field, values, report);
  }
  for (const name of new Set(query.keys())) {
    const isKnown =
      endpoint.query.some((field) => field.path === name) || endpoint.sdkOnly.query.includes(name);
    if (!isKnown) report(name, 'is not documented');
  }
}

function fromText(type: string, text: string): unknown {
  if (type === 'int') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function checkBody(endpoint: Endpoint, body: unknown, report: Report): void {
  if (body !== undefined && !isRecord(body)) {
    report('body', 'is not an object');
    return;
  }
  checkObject(endpoint, '', body ?? {}, report);
}

function checkObject(
  endpoint: Endpoint,
  parent: string,
  object: Record<string, unknown>,
  report: Report,
): void {
  const fields = fieldsUnder(endpoint, parent);
  for (const field of fields) {
    const value = object[lastName(field.path)];
    // A required text that is empty says as little as none.
    const isEmpty = value === undefined || value === null || (field.required && value === '');
    if (!isEmpty) checkField(endpoint, field, value, report);
    else if (field.required) report(field.path, 'is missing');
  }
  for (const name of Object.keys(object)) {
    const path = parent === '' ? name : `${parent}.${name}`;
    if (!fields.some((field) => field.path === path) && !isSdkOnly(endpoint, path)) {
      report(path, 'is not documented');
    }
  }
}

function checkField(endpoint: Endpoint, field: Field, value: unknown, report: Report): void {
  const type = itemType(field);
  const one = (item: unknown) => {
    checkValue(field, type, item, report);
    if (isRecord(item) && !(type in primitives)) checkObject(endpoint, field.path, item, report);
  };
  if (!field.type.endsWith('[]')) one(value);
  else if (!Array.isArray(value)) report(field.path, 'is not a list');
  else {
    for (const item of value) one(item);
    checkLength(field, value, report);
  }
}

function checkValue(field: Field, type: string, value: unknown, report: Report): void {
  const isRight = primitives[type] ?? isRecord;
  if (!isRight(value)) {
    report(field.path, `is ${JSON.stringify(value)}, not ${type}`);
    return;
  }
  if (field.enum && value !== field.default && !field.enum.map(String).includes(String(value))) {
    report(field.path, `is ${JSON.stringify(value)}, outside its enum`);
  }
  if (typeof value === 'number' && !within(value, lowest(field), field.max)) {
    report(field.path, `is ${value}, outside its limits`);
  }
  if (
    typeof value === 'string' &&
    !within(value.length, field.min_length ?? 0, field.max_length || undefined)
  ) {
    report(field.path, `has ${value.length} characters, outside its limits`);
  }
}

function checkLength(field: Field, list: unknown[], report: Report): void {
  if (!within(list.length, field.min_items ?? 0, field.max_items || undefined)) {
    report(field.path, `has ${list.length} items, outside its limits`);
  }
}

const lowest = (field: Field) => field.min ?? (field.path === 'page_size' ? 1 : undefined);
const within = (value: number, low?: number, high?: number) =>
  value >= (low ?? Number.NEGATIVE_INFINITY) && value <= (high ?? Number.POSITIVE_INFINITY);

const primitives: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  int: (value) => Number.isSafeInteger(value),
  boolean: (value) => typeof value === 'boolean',
  'number(float)': (value) => typeof value === 'number' && Number.isFinite(value),
};

const itemType = (field: Field) => field.type.replace(/\[\]$/, '');
const lastName = (path: string) => path.slice(path.lastIndexOf('.') + 1);
const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.')));

/** The fields of the object at a path; '' is the body itself. */
export const fieldsUnder = (endpoint: Endpoint, parent: string): Field[] =>
  endpoint.body.filter((field) => parentOf(field.path) === parent);

const isSdkOnly = (endpoint: Endpoint, path: string) =>
  endpoint.sdkOnly.body.some((known) => path === known || path.startsWith(`${known}.`));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
