import 'server-only';
import type { z } from 'zod';
import type { Clock } from '@/lib/server/base/clock';
import type { Log } from '@/lib/server/base/log';
import { type Answered, interpret } from './answer';
import { type EndpointId, endpointOf } from './endpoints';
import { FeishuError } from './errors';
import type { Priority } from './limit-state';
import { dropNulls, parseWire } from './parse';
import type { RateLimiter } from './rate-limit';
import { buildUrl, type Query } from './request';
import { type Decision, decideRetry } from './retry';
import type { TokenHolder } from './token';
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

export type CallContext = { priority: Priority; signal?: AbortSignal };

export type FeishuClient = {
  /** @throws FeishuError, nothing else */
  call<T>(endpoint: EndpointId, request: FeishuRequest<T>): Promise<T>;
  /** The same client for another urgency or with a signal to give up on. */
  with(context: Partial<CallContext>): FeishuClient;
  /** Says once per place that an answer is not what CONTRACT describes. */
  reportDrift(endpoint: EndpointId, fields: string[]): void;
  /** Where this client's upstream is; downloads check their links against it. */
  readonly baseUrl: string;
  readonly signal: AbortSignal | undefined;
};

export type ClientParts = {
  baseUrl: string;
  limiter: RateLimiter;
  clock: Clock;
  log: Log;
  timeouts?: Timeouts;
  maxBytes?: number;
  random?: () => number;
};

/** Places reported already, of all clients of this process. */
const drifts = new Set<string>();

const TIMEOUTS: Timeouts = { headersMs: 10_000, totalMs: 20_000 };
const MAX_BYTES = 8 * 1024 * 1024;

/** How long and how often each kind of caller tries. */
const POLICY = {
  person: { maxAttempts: 3, patienceMs: 8_000, queueMs: 8_000 },
  background: { maxAttempts: 6, patienceMs: 300_000, queueMs: Number.POSITIVE_INFINITY },
} as const;

/**
 * Calls Feishu: one place for tokens, limits, retries, time-outs and parsing. `tokens` is absent
 * only for the client that fetches the token itself.
 */
export function createFeishuClient(
  parts: ClientParts,
  context: CallContext,
  tokens?: TokenHolder,
): FeishuClient {
  const { baseUrl, limiter, clock, log } = parts;
  function reportDrift(endpoint: EndpointId, fields: string[]): void {
    for (const field of fields) {
      const place = `${endpoint} ${field.replace(/\.\d+(?=\.|$)/g, '[]')}`;
      if (drifts.has(place) || drifts.size > 500) continue;
      drifts.add(place);
      log.warn({ endpoint, field }, 'Feishu sent an unusable optional field; it counts as unknown');
    }
  }

  async function attempt(
    endpoint: EndpointId,
    request: FeishuRequest<unknown>,
    token: string | undefined,
  ): Promise<Answered | TransportError> {
    const spec = endpointOf(endpoint);
    const startedAt = clock.monotonic();
    try {
      const answer = await exchange(
        buildUrl(baseUrl, spec.path, request.path, request.query),
        {
          method: spec.method,
          headers: {
            accept: 'application/json',
            ...(token ? { authorization: `Bearer ${token}` } : {}),
            ...(request.body === undefined
              ? {}
              : { 'content-type': 'application/json; charset=utf-8' }),
          },
          ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
          ...(context.signal ? { signal: context.signal } : {}),
        },
        parts.timeouts ?? TIMEOUTS,
        parts.maxBytes ?? MAX_BYTES,
      );
      const answered = interpret(endpoint, answer);
      const ms = Math.round(clock.monotonic() - startedAt);
      log.debug({ endpoint, status: answer.status, code: answered.code, ms }, 'Feishu answered');
      return answered;
    } catch (error) {
      if (error instanceof TransportError) return error;
      throw error;
    }
  }

  async function call<T>(endpoint: EndpointId, request: FeishuRequest<T>): Promise<T> {
    const spec = endpointOf(endpoint);
    const policy = POLICY[context.priority];
    let renewed = false;

    for (let tries = 1; ; tries += 1) {
      throwIfAborted(endpoint, context.signal);
      // Before the queue, so that a slot is not spent waiting for a token; after it, because the
      // queue may outlast the token.
      if (spec.token === 'tenant') await tokens?.get();
      await limiter
        .acquire(endpoint, {
          priority: context.priority,
          patienceMs: policy.queueMs,
          ...(context.signal ? { signal: context.signal } : {}),
        })
        .catch((error: unknown) => {
          throwIfAborted(endpoint, context.signal);
          throw error;
        });
      const token = spec.token === 'tenant' ? await tokens?.get() : request.userToken;
      const outcome = await attempt(endpoint, request, token);

      if (!(outcome instanceof TransportError) && !outcome.error) {
        const data = request.flat ? outcome.body : (outcome.data ?? {});
        const parsed = parseWire(request.response, dropNulls(data));
        if (parsed.ok) {
          reportDrift(endpoint, parsed.dropped);
          return parsed.value;
        }
        throw new FeishuError({
          kind: 'malformed',
          endpoint,
          message: `${endpoint} answered without usable ${parsed.fields.join(', ')}`,
          fields: parsed.fields,
          logId: outcome.logId,
          httpStatus: outcome.status,
          mayHaveHappened: spec.write,
        });
      }

      const failure = toError(endpoint, spec.write, outcome);
      if (failure.kind === 'aborted') throw failure;
      const decision = decideRetry(
        {
          endpoint,
          write: spec.write,
          attempt: tries,
          maxAttempts: policy.maxAttempts,
          patienceMs: policy.patienceMs,
          renewed,
          ...(outcome instanceof TransportError
            ? {
                transport:
                  outcome.kind === 'timeout'
                    ? 'timeout'
                    : outcome.kind === 'network'
                      ? 'network'
                      : undefined,
              }
            : { status: outcome.status, code: outcome.code, resetHeader: outcome.reset }),
        },
        parts.random,
      );
      await follow(endpoint, decision, failure, token);
      if (!decision.retry) throw failure;
      if (decision.renewToken) renewed = true;
    }
  }

  async function follow(
    endpoint: EndpointId,
    decision: Decision,
    failure: FeishuError,
    token: string | undefined,
  ): Promise<void> {
    const { kind, code, httpStatus, logId } = failure;
    const fields = {
      endpoint,
      kind,
      code,
      httpStatus,
      logId,
      reason: undefined,
      decision: decision.reason,
    };
    if (decision.pauseMs) await limiter.pause(endpoint, decision.pauseMs);
    if (!decision.retry) {
      log.info(fields, 'A Feishu call failed');
      return;
    }
    log.info(fields, 'A Feishu call is repeated');
    if (decision.renewToken && token) tokens?.invalidate(token);
    // A pause is waited for in the limiter's queue, where every caller of this API waits.
    if (!decision.pauseMs && decision.waitMs > 0) {
      await clock.sleep(decision.waitMs, context.signal).catch(() => {
        throwIfAborted(endpoint, context.signal);
      });
    }
  }

  return {
    baseUrl,
    signal: context.signal,
    call,
    reportDrift,
    with: (other) => createFeishuClient(parts, { ...context, ...other }, tokens),
  };
}

function throwIfAborted(endpoint: EndpointId, signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new FeishuError({ kind: 'aborted', endpoint, message: 'The caller gave up' });
}

function toError(
  endpoint: EndpointId,
  write: boolean,
  outcome: Answered | TransportError,
): FeishuError {
  if (outcome instanceof TransportError) {
    return new FeishuError({
      kind: outcome.kind,
      endpoint,
      message: `${endpoint}: ${outcome.message}`,
      mayHaveHappened: write && outcome.sent,
      cause: outcome.cause,
    });
  }
  const { error, ...rest } = outcome;
  const kind = error?.kind ?? 'malformed';
  return new FeishuError({
    kind,
    endpoint,
    message: `${endpoint} refused: ${error?.message ?? 'no reason given'}`,
    code: rest.code,
    logId: rest.logId,
    httpStatus: rest.status,
    scopes: error?.scopes,
    retryAfterMs: error?.retryAfterMs,
    mayHaveHappened: write && (kind === 'unavailable' || kind === 'malformed'),
  });
}
