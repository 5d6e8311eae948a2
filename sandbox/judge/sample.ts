import type { Endpoint, Field } from '@/sandbox/platform/contract';
import { fieldsUnder } from '@/sandbox/platform/request-check';

export type Sample = { query: Record<string, unknown>; body: Record<string, unknown> };

/** An id of no record. */
export const NOBODY = '7999999999999999999';

export const hasBody = ({ method }: Endpoint): boolean => method !== 'GET' && method !== 'DELETE';
/** Its body is a form with a file, not JSON. */
export const isUpload = ({ body }: Endpoint): boolean =>
  body.some((field) => field.type === 'file');

/** The path of an endpoint, its parameters filled in. */
export const pathOf = (endpoint: Endpoint, fill: (name: string) => string = () => NOBODY) =>
  endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(fill(name)));

export function urlOf(path: string, query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return `${path}?${search}`;
}

/** A request with every printed field that the contract allows in form, about nobody. */
export function sampleOf(endpoint: Endpoint): Sample {
  const query: Record<string, unknown> = {};
  for (const field of endpoint.query) {
    if (field.path !== 'page_token') query[field.path] = sampleValue(endpoint, asInQuery(field));
  }
  return { query, body: hasBody(endpoint) ? objectOf(endpoint, '') : {} };
}

/** The query of a request with what it must have, and no more. */
export const requiredQuery = (endpoint: Endpoint): Record<string, unknown> =>
  Object.fromEntries(
    endpoint.query
      .filter((field) => field.required)
      .map((field) => [field.path, sampleValue(endpoint, asInQuery(field))]),
  );

/** Some pages print page_size as a string. */
export const asInQuery = (field: Field): Field =>
  field.path === 'page_size' ? { ...field, type: 'int', min: field.min ?? 1 } : field;

function objectOf(endpoint: Endpoint, parent: string): Record<string, unknown> {
  return Object.fromEntries(
    fieldsUnder(endpoint, parent).map((field) => [
      field.path.slice(field.path.lastIndexOf('.') + 1),
      sampleValue(endpoint, field),
    ]),
  );
}

function sampleValue(endpoint: Endpoint, field: Field): unknown {
  if (!field.type.endsWith('[]')) return itemOf(endpoint, field, field.type);
  const item = itemOf(endpoint, field, field.type.slice(0, -2));
  return Array.from({ length: Math.max(1, field.min_items ?? 1) }, () => item);
}

function itemOf(endpoint: Endpoint, field: Field, type: string): unknown {
  const [first] = field.enum ?? [];
  if (first !== undefined) {
    if (type === 'boolean') return String(first) === 'true';
    return type === 'string' ? String(first) : Number(first);
  }
  switch (type) {
    case 'string':
      return NOBODY.padEnd(field.min_length ?? 0, '0').slice(0, field.max_length || undefined);
    case 'int':
      return field.min ?? 1;
    case 'number(float)':
      return 1.5;
    case 'boolean':
      return true;
    default:
      return objectOf(endpoint, field.path);
  }
}
