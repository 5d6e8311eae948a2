import 'server-only';
import type { Clock } from '@/lib/server/base/clock';
import type { Log } from '@/lib/server/base/log';
import type { Answered } from './answer';
import { attempt, errorOf, type FeishuRequest, type Outcome } from './attempt';
import { type EndpointId, endpointOf } from './endpoints';
import { FeishuError } from './errors';
import type { FeishuTime } from './feishu-time';
import type { Priority } from './limit-state';
import { dropNulls, parseWire } from './parse';
import type { RateLimiter } from './rate-limit';
import { type Decision, decideRetry } from './retry';
import type { TokenHolder } from './token';
import { givenUpAs, type Timeouts, TransportError } from './transport';

export type CallContext = { priority: Priority; signal?: AbortSignal };

export type FeishuClient = {
  /** @throws FeishuError; a TypeError only for an id that cannot stand in a path */
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
  random?: () => number;
  /** Told of each call as it goes out. */
  onCall?: (endpoint: EndpointId) => void;
  /** Told of every reply's time. */
  time?: FeishuTime;
};

const TIMEOUTS: Timeouts = { headersMs: 10_000, totalMs: 20_000 };
const MAX_BYTES = 8 * 1024 * 1024;

/** How long and how often each kind of caller tries. */
const POLICY = {
  person: { maxAttempts: 3, patienceMs: 8_000, queueMs: 8_000 },
  event: { maxAttempts: 3, patienceMs: 20_000, queueMs: 60_000 },
  background: { maxAttempts: 6, patienceMs: 300_000, queueMs: Number.POSITIVE_INFINITY },
} as const;

/** Places reported already, of all clients of this process. */
const drifts = new Set<string>();
const MAX_DRIFTS = 500;

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
  const { priority, signal } = context;
  const policy = POLICY[priority];

  function reportDrift(endpoint: EndpointId, fields: string[]): void {
    for (const field of fields) {
      const place = `${endpoint} ${field.replace(/\.\d+(?=\.|$)/g, '[]')}`;
      if (drifts.has(place) || drifts.size > MAX_DRIFTS) continue;
      drifts.add(place);
      log.warn({ endpoint, field }, 'Feishu sent an unusable optional field; it counts as unknown');
    }
  }

  /** The token to send along; a slot of the limiter is taken when this returns. */
  async function getReady(endpoint: EndpointId, userToken?: string): Promise<string | undefined> {
    const tenant = endpointOf(endpoint).token === 'tenant';
    throwIfGivenUp(endpoint, signal);
    // Before the queue, so that a slot is not spent waiting for a token; after it, because the
    // queue may outlast the token.
    if (tenant) await tokens?.get();
    const turn = { priority, patienceMs: policy.queueMs, ...(signal ? { signal } : {}) };
    await limiter.acquire(endpoint, turn).catch((error: unknown) => {
      throwIfGivenUp(endpoint, signal);
      throw error;
    });
    return tenant ? tokens?.get() : userToken;
  }

  async function call<T>(endpoint: EndpointId, request: FeishuRequest<T>): Promise<T> {
    let renewed = false;
    for (let tries = 1; ; tries += 1) {
      const token = await getReady(endpoint, request.userToken);
      const startedAt = clock.monotonic();
      parts.onCall?.(endpoint);
      const outcome = await attempt(endpoint, request, {
        baseUrl,
        token,
        timeouts: parts.timeouts ?? TIMEOUTS,
        maxBytes: MAX_BYTES,
        signal,
      });
      const ms = Math.round(clock.monotonic() - startedAt);
      if (!(outcome instanceof TransportError)) parts.time?.heard(outcome.date);
      if (!(outcome instanceof TransportError) && !outcome.error) {
        log.debug({ endpoint, ms }, 'Feishu answered');
        return read(endpoint, request, outcome);
      }

      const failure = errorOf(endpoint, outcome);
      if (signal?.aborted) throw failure;
      const decision = decideRetry(
        {
          endpoint,
          write: endpointOf(endpoint).write,
          attempt: tries,
          maxAttempts: policy.maxAttempts,
          patienceMs: policy.patienceMs,
          renewed,
          ...signsOf(outcome),
        },
        parts.random,
      );
      const { kind, code, httpStatus, logId } = failure;
      const fields = { endpoint, ms, kind, code, httpStatus, logId, decision: decision.reason };
      log.info(fields, decision.retry ? 'A Feishu call is repeated' : 'A Feishu call failed');
      await follow(endpoint, decision, token);
      if (!decision.retry) throw failure;
      renewed ||= decision.renewToken === true;
    }
  }

  function read<T>(endpoint: EndpointId, request: FeishuRequest<T>, answered: Answered): T {
    const data = request.flat ? answered.body : (answered.data ?? {});
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
      logId: answered.logId,
      httpStatus: answered.status,
      mayHaveHappened: endpointOf(endpoint).write,
    });
  }

  async function follow(endpoint: EndpointId, decision: Decision, token?: string): Promise<void> {
    if (decision.pauseMs) await limiter.pause(endpoint, decision.pauseMs);
    if (!decision.retry) return;
    if (decision.renewToken && token) tokens?.invalidate(token);
    // A pause is waited for in the limiter's queue, where every caller of this API waits.
    if (decision.pauseMs || decision.waitMs === 0) return;
    await clock.sleep(decision.waitMs, signal).catch(() => throwIfGivenUp(endpoint, signal));
  }

  return {
    baseUrl,
    signal,
    call,
    reportDrift,
    with: (other) => createFeishuClient(parts, { ...context, ...other }, tokens),
  };
}

function signsOf(outcome: Outcome) {
  if (!(outcome instanceof TransportError)) {
    return { status: outcome.status, code: outcome.code, resetHeader: outcome.reset };
  }
  const { kind } = outcome;
  return kind === 'timeout' || kind === 'network' ? { transport: kind } : {};
}

function throwIfGivenUp(endpoint: EndpointId, signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new FeishuError({
    kind: givenUpAs(signal),
    endpoint,
    message: `${endpoint}: the caller gave up before it was sent`,
  });
}
