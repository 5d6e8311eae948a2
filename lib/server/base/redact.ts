import 'server-only';

const REDACTED = '[redacted]';

/** Keys whose values are secrets or say who somebody is; compared without case, `-` and `_`. */
const SENSITIVE_KEY =
  /(secret|password|passwd|authorization|cookie|credential|datakey|encryptkey|apikey|mobile|phone|email|birthday|idcard|identification|passport|address$|salary|verifier|(file|display|real|talent|candidate|person)name$)/;
const SENSITIVE_KEYS = new Set(
  (
    'name zhname enname username fullname nickname candidate candidatename talentname zhcn enus ' +
    'content note notes reason terminationreasonnote comment remark desc description keyword q ' +
    'selfevaluation url downloadurl body payload query code'
  ).split(' '),
);
/** `token` itself, but not `pageToken` or `tokens: 3`. */
const TOKEN_KEY = /^(?!page).*token$/;

const MAX_DEPTH = 8;
const MAX_ITEMS = 50;

const isSensitive = (key: string) => {
  const plain = key.toLowerCase().replace(/[-_]/g, '');
  return SENSITIVE_KEYS.has(plain) || SENSITIVE_KEY.test(plain) || TOKEN_KEY.test(plain);
};

/** A copy fit for a log: values under sensitive keys are replaced, errors become plain objects. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Date) return value;
  if (value instanceof Error) return redactError(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) {
    const shown = value.slice(0, MAX_ITEMS).map((item) => redact(item, depth + 1));
    return value.length > MAX_ITEMS ? [...shown, `[${value.length - MAX_ITEMS} more]`] : shown;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      isSensitive(key) && !isHarmless(key, item) ? REDACTED : redact(item, depth + 1),
    ]),
  );
}

/** A numeric `code` or a flag gives nobody away; an absent value should read as absent. */
const isHarmless = (key: string, value: unknown) =>
  value === undefined ||
  value === null ||
  typeof value === 'boolean' ||
  (key === 'code' &&
    (typeof value === 'number' || /^([A-Z][A-Z_]{2,}|[0-9A-Z]{5})$/.test(String(value))));

function redactError(error: Error, depth: number): Record<string, unknown> {
  const own = Object.fromEntries(
    Object.entries(error).filter(([key]) => !['name', 'message', 'stack', 'cause'].includes(key)),
  );
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(redact(own, depth + 1) as Record<string, unknown>), // redact keeps an object an object
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}

const PATTERNS: [RegExp, string][] = [
  [/[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  // Feishu tokens: `t-`, `u-`, `a-`, `ur-`; version 2 user tokens are JWT-like.
  [/\b(?:t|u|a|ur)-[\w.-]{16,}/g, '[token]'],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)*/g, '[token]'],
  [/\b(Bearer\s+)[\w.~+/=-]{8,}/gi, '$1[token]'],
  // A mainland mobile standing alone; longer digit runs are ids and instants.
  [/(?<![\d.-])(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?![\d.])/g, '[phone]'],
];

/** Last net over a finished line: what free text may still carry. `secrets` are cut literally. */
export function scrub(line: string, secrets: readonly string[] = []): string {
  let clean = line;
  for (const secret of secrets) clean = clean.replaceAll(secret, REDACTED);
  for (const [pattern, put] of PATTERNS) clean = clean.replace(pattern, put);
  return clean;
}
