import 'server-only';
import { RATE_LIMITED, SYSTEM_ERROR, TOKEN_INVALID } from './codes';
import type { EndpointId } from './endpoints';

export type Failure = {
  endpoint: EndpointId;
  write: boolean;
  /** 1 for the first try. */
  attempt: number;
  maxAttempts: number;
  /** Milliseconds the caller is willing to spend waiting for this repeat. */
  patienceMs: number;
  /** How the answer failed to come, when there is none. */
  transport?: 'timeout' | 'network';
  status?: number;
  /** Feishu's code, absent when the body holds none. */
  code?: number;
  /** `x-ogw-ratelimit-reset`, as it came. */
  resetHeader?: string | null;
  /** Whether the token was renewed for this call already. */
  renewed?: boolean;
};

export type Decision =
  | { retry: false; reason: string; pauseMs?: number }
  | { retry: true; reason: string; waitMs: number; pauseMs?: number; renewToken?: boolean };

const BACKOFF = { baseMs: 500, capMs: 30_000 };
const RESET = { fallbackMs: 5_000, minMs: 1_000, maxMs: 300_000 };
/** Codes that say "we failed", not "we refuse"; OAuth's are 20050 and 20072. */
const TRANSIENT = new Set<number>([SYSTEM_ERROR, 1020001, 20050, 20072]);

/** Seconds of the header as milliseconds, within 1 to 300 s; 5 s when it says nothing usable. */
export function resetMs(header: string | null | undefined): number {
  const seconds = Number(header?.trim() || Number.NaN);
  if (!Number.isFinite(seconds) || seconds < 0) return RESET.fallbackMs;
  return Math.min(RESET.maxMs, Math.max(RESET.minMs, seconds * 1000));
}

/**
 * What to do about one failed call (RELIABILITY b1–b10). Pure. A write is repeated only where
 * Feishu said it did not act: rate limited at the gateway, or turned away for its token.
 * @param random in [0, 1), for full jitter
 */
export function decideRetry(failure: Failure, random: () => number = Math.random): Decision {
  const { status, code, attempt, maxAttempts, patienceMs, write } = failure;
  const stop = (reason: string): Decision => ({ retry: false, reason });

  if (code === TOKEN_INVALID) {
    if (failure.renewed) return stop('token refused again after renewal');
    return { retry: true, reason: 'token renewed', waitMs: 0, renewToken: true };
  }
  if (code === RATE_LIMITED || (status === 429 && code === undefined)) {
    const pauseMs = resetMs(failure.resetHeader);
    if (attempt >= maxAttempts) return { ...stop('attempts used up'), pauseMs };
    if (pauseMs > patienceMs) return { ...stop('longer than the caller can wait'), pauseMs };
    return { retry: true, reason: 'rate limited', waitMs: pauseMs, pauseMs };
  }

  const transient =
    failure.transport !== undefined ||
    (code === undefined ? (status ?? 0) >= 500 : TRANSIENT.has(code));
  if (!transient) return stop(code === undefined ? 'unusable answer' : 'refused');
  if (write) return stop('a write may have happened');
  if (attempt >= maxAttempts) return stop('attempts used up');

  const ceiling = Math.min(BACKOFF.capMs, BACKOFF.baseMs * 2 ** (attempt - 1));
  const waitMs = Math.round(random() * ceiling);
  if (waitMs > patienceMs) return stop('longer than the caller can wait');
  return { retry: true, reason: failure.transport ?? 'upstream failure', waitMs };
}
