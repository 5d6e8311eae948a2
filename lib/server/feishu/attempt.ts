import 'server-only';
import type { z } from 'zod';
import { type Answered, interpret } from './answer';
import { type EndpointId, endpointOf } from './endpoints';
import { FeishuError } from './errors';
import { buildUrl, type Query } from './request';
import { exchange, type Timeouts, TransportError } from './transport';

export type FeishuRequest<T> = {
  /** Values of the `:name` parts. */
  path?: Record<string, string>;
  query?: Query;
  body?: unknown;
  /** For endpoints called in a person's name. */
  userToken?: string;
  /** Of `data`; of the whole reply where `flat`. */
  response: z.ZodType<T>;
  /** Token endpoints answer without `data` (CONTRACT section 2.1). */
  flat?: boolean;
};

/** One exchange: what Feishu answered, be it a refusal, or how no answer came. */
export type Outcome = Answered | TransportError;

export async function attempt(
  endpoint: EndpointId,
  request: FeishuRequest<unknown>,
  how: {
    baseUrl: string;
    token: string | undefined;
    timeouts: Timeouts;
    maxBytes: number;
    signal: AbortSignal | undefined;
  },
): Promise<Outcome> {
  const { method, path } = endpointOf(endpoint);
  const url = buildUrl(how.baseUrl, path, request.path, request.query);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (how.token) headers.authorization = `Bearer ${how.token}`;
  if (request.body !== undefined) headers['content-type'] = 'application/json; charset=utf-8';
  try {
    const answer = await exchange(
      url,
      {
        method,
        headers,
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        ...(how.signal ? { signal: how.signal } : {}),
      },
      how.timeouts,
      how.maxBytes,
    );
    return interpret(endpoint, answer);
  } catch (error) {
    if (error instanceof TransportError) return error;
    throw error;
  }
}

/** The error behind an outcome that is not a success. */
export function errorOf(endpoint: EndpointId, outcome: Outcome): FeishuError {
  const { write } = endpointOf(endpoint);
  if (outcome instanceof TransportError) {
    return new FeishuError({
      kind: outcome.kind,
      endpoint,
      message: `${endpoint}: ${outcome.message}`,
      mayHaveHappened: write && outcome.sent,
      cause: outcome.cause,
    });
  }
  const { error, code, logId, status } = outcome;
  const kind = error?.kind ?? 'malformed';
  return new FeishuError({
    kind,
    endpoint,
    message: `${endpoint} refused: ${error?.message ?? 'no reason given'}`,
    code,
    logId,
    httpStatus: status,
    scopes: error?.scopes,
    retryAfterMs: error?.retryAfterMs,
    mayHaveHappened: write && (kind === 'unavailable' || kind === 'malformed'),
  });
}
