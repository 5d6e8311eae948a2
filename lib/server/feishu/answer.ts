import 'server-only';
import { z } from 'zod';
import { kindOf } from './codes';
import { type EndpointId, endpointOf } from './endpoints';
import type { FeishuErrorKind } from './errors';
import { resetMs } from './retry';
import type { Answer } from './transport';

/** CONTRACT section 2.1; token endpoints put their fields beside `code`, OAuth has no `msg`. */
const Envelope = z.looseObject({
  code: z.number().int(),
  msg: z.string().nullish().catch(undefined),
  error_description: z.string().nullish().catch(undefined),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});

const ErrorDetail = z.object({
  log_id: z.string().optional().catch(undefined),
  logid: z.string().optional().catch(undefined),
  permission_violations: z
    .array(z.object({ scope: z.string().optional(), subject: z.string().optional() }))
    .optional()
    .catch(undefined),
});

export type Answered = {
  status: number;
  logId: string | undefined;
  /** Absent when the body is not Feishu's envelope. */
  code: number | undefined;
  /** `x-ogw-ratelimit-reset`, raw. */
  reset: string | null;
  /** When Feishu sent it: the `Date` header. */
  date: string | null;
  body: unknown;
  data: unknown;
  error:
    | { kind: FeishuErrorKind; message: string; scopes: string[]; retryAfterMs: number | undefined }
    | undefined;
};

const MESSAGE_CHARS = 200;

/** Reads an answer by its `code`, never by `msg` alone or by the HTTP status (section 2.1). */
export function interpret(endpoint: EndpointId, answer: Answer): Answered {
  const { status, headers, text } = answer;
  const reset = headers.get('x-ogw-ratelimit-reset');
  const date = headers.get('date');
  const envelope = Envelope.safeParse(parseJson(text));
  const headerLogId = headers.get('x-tt-logid') ?? undefined;
  if (!envelope.success) {
    const kind = status === 429 ? 'rate_limited' : status >= 500 ? 'unavailable' : 'malformed';
    return {
      status,
      logId: headerLogId,
      code: undefined,
      reset,
      date,
      body: undefined,
      data: undefined,
      error: {
        kind,
        message: `HTTP ${status} with a body that is not Feishu's`,
        scopes: [],
        retryAfterMs: kind === 'rate_limited' ? resetMs(reset) : undefined,
      },
    };
  }
  const { code, msg, error_description, data, error } = envelope.data;
  const detail = ErrorDetail.safeParse(error).data;
  const logId = headerLogId ?? detail?.log_id ?? detail?.logid;
  // A gateway in trouble puts -1 there: no code of Feishu's, the status says it all.
  const known = {
    status,
    logId,
    code: code < 0 ? undefined : code,
    reset,
    date,
    body: envelope.data,
    data,
  };
  if (code === 0) return { ...known, error: undefined };

  const kind = code < 0 && status >= 500 ? 'unavailable' : kindOf(endpoint, code, status);
  const message = msg || error_description || 'no reason given';
  return {
    ...known,
    error: {
      kind,
      message: message.slice(0, MESSAGE_CHARS),
      scopes: kind === 'scope' ? missingScopes(endpoint, message, detail) : [],
      retryAfterMs: kind === 'rate_limited' ? resetMs(reset) : undefined,
    },
  };
}

/** 99991672 lists them in `msg`, 99991679 in `permission_violations`; else the endpoint's own. */
function missingScopes(
  endpoint: EndpointId,
  message: string,
  detail: z.infer<typeof ErrorDetail> | undefined,
): string[] {
  const listed = (detail?.permission_violations ?? []).flatMap(
    ({ scope, subject }) => scope ?? subject ?? [],
  );
  const said = message.match(/\b[a-z]+:[a-z][\w.]*(?::[\w.]+)*/g) ?? [];
  const found = [...new Set([...listed, ...said])];
  return found.length > 0 ? found : [...endpointOf(endpoint).scopes];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
