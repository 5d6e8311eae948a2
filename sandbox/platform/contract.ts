import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * The contract as data: `sandbox/contract/endpoints.json`, read once. Rate limits, scopes, parameter
 * rules, HTTP statuses of refusals and response shapes all come from here, never from code.
 */

const EnumValue = z.union([z.number(), z.string(), z.boolean()]);
const FieldSchema = z.object({
  path: z.string(),
  type: z.string(),
  required: z.boolean().default(false),
  enum: z.array(z.union([EnumValue, z.array(EnumValue)])).optional(),
  default: z.unknown().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  min_items: z.number().optional(),
  max_items: z.number().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  field_scopes: z.array(z.string()).optional(),
});
const EndpointSchema = z.object({
  id: z.string(),
  kind: z.enum(['endpoint', 'event']),
  method: z.string().nullish(),
  path: z.string().nullish(),
  title_zh: z.string().nullish(),
  scopes: z.array(z.string()).default([]),
  field_scopes: z.array(z.string()).nullish(),
  tokens: z.array(z.string()).default([]),
  rate_limit: z.string().nullish(),
  page_size_max: z.union([z.number(), z.string()]).nullish(),
  query: z.array(FieldSchema).default([]),
  body: z.array(FieldSchema).default([]),
  response_fields: z.array(FieldSchema).default([]),
  error_codes: z
    .array(
      z.object({ http: z.union([z.number(), z.string()]), code: z.number(), meaning: z.string() }),
    )
    .default([]),
  sdk: z.string().nullish(),
  sdk_only: z
    .object({
      query: z.array(z.string()).optional(),
      body: z.array(z.string()).optional(),
      resp: z.array(z.string()).optional(),
    })
    .nullish(),
});

export type EnumLiteral = z.infer<typeof EnumValue>;
export type Field = Omit<z.infer<typeof FieldSchema>, 'enum'> & { enum?: EnumLiteral[] };

/** Calls a second and a minute that one app may make to one API; an absent window does not bind. */
export type RateLimit = { perSecond?: number; perMinute?: number };

export type Endpoint = {
  id: string;
  method: string;
  /** As the contract prints it, without the host: `/open-apis/hire/v1/jobs/:job_id/recruiter`. */
  path: string;
  scopes: string[];
  tokens: ('tenant' | 'user')[];
  /** `null`: the contract does not say. */
  limit: RateLimit | null;
  /** A Hire page that prints its limit as special, without a figure. */
  hasSpecialLimit?: boolean;
  query: Field[];
  body: Field[];
  response: Field[];
  /** HTTP status and meaning of each refusal the page prints. */
  errors: Map<number, { http: number | null; meaning: string }>;
  sdk: string | null;
  sdkOnly: { query: string[]; body: string[]; response: string[] };
  /** Not in the contract file: the reason it is served all the same. */
  inferred?: string;
};

/** Reads `1000/min and 50/s`; `null` for `UNKNOWN` and `special`. */
export function parseRateLimit(text: string | null | undefined): RateLimit | null {
  const perMinute = /(\d+)\/min/.exec(text ?? '')?.[1];
  const perSecond = /(\d+)\/s/.exec(text ?? '')?.[1];
  if (!perMinute && !perSecond) return null;
  return {
    ...(perSecond ? { perSecond: Number(perSecond) } : {}),
    ...(perMinute ? { perMinute: Number(perMinute) } : {}),
  };
}

function toField(raw: z.infer<typeof FieldSchema>): Field {
  const { enum: values, ...rest } = raw;
  if (!values) return rest;
  // Two printed forms: `["a","b"]` and `[[1,"meaning"],[2,"meaning"]]`.
  const literals = values.flatMap((v) => (Array.isArray(v) ? v.slice(0, 1) : [v]));
  // Every page that has the parameter names this form; nine rows of the copy have lost it.
  const lost = raw.path === 'department_id_type' && !literals.includes('open_department_id');
  return { ...rest, enum: lost ? ['open_department_id', ...literals] : literals };
}

function toEndpoint(raw: z.infer<typeof EndpointSchema>): Endpoint {
  return {
    id: raw.id,
    method: raw.method ?? 'GET',
    path: (raw.path ?? '').replace(/^https?:\/\/[^/]+/, ''),
    scopes: raw.scopes,
    tokens: raw.tokens.filter((t) => t === 'tenant' || t === 'user'),
    limit: parseRateLimit(raw.rate_limit),
    hasSpecialLimit: raw.id.startsWith('hire.') && /^special/.test(raw.rate_limit ?? ''),
    query: raw.query.map(toField),
    body: raw.body.map(toField),
    response: raw.response_fields.map(toField),
    errors: new Map(
      raw.error_codes.map((e) => [
        e.code,
        { http: typeof e.http === 'number' ? e.http : null, meaning: e.meaning },
      ]),
    ),
    sdk: raw.sdk ?? null,
    sdkOnly: {
      query: raw.sdk_only?.query ?? [],
      body: raw.sdk_only?.body ?? [],
      response: raw.sdk_only?.resp ?? [],
    },
  };
}

const file = new URL('../contract/endpoints.json', import.meta.url);
const rows = z.array(EndpointSchema).parse(JSON.parse(readFileSync(file, 'utf8')));

/** Every documented endpoint by its id (`hire.v1.application.list`). */
export const documented: ReadonlyMap<string, Endpoint> = new Map(
  rows.filter((row) => row.kind === 'endpoint').map((row) => [row.id, toEndpoint(row)]),
);

/** Every documented event by its type; the paths of its fields begin with `event`. */
export const documentedEvents: ReadonlyMap<string, Endpoint> = new Map(
  rows.filter((row) => row.kind === 'event').map((row) => [row.id, toEndpoint(row)]),
);

/** Every scope the contract names, on an endpoint or on a field. */
export const documentedScopes: readonly string[] = [
  ...new Set(
    rows.flatMap((row) => [
      ...row.scopes,
      ...(row.field_scopes ?? []),
      ...row.response_fields.flatMap((field) => field.field_scopes ?? []),
    ]),
  ),
].sort();
