import 'server-only';
import type { Clock } from '@/lib/server/base/clock';
import { FeishuError } from './errors';

export type IssuedToken = { value: string; expiresInMs: number };

export type TokenHolder = {
  /** A token with life left; callers that come while one is fetched share that fetch. */
  get(): Promise<string>;
  /** Feishu refused this value: the next `get` fetches, unless it was replaced meanwhile. */
  invalidate(value: string): void;
};

/** Feishu hands out a new token only in the old one's last 30 minutes (CONTRACT section 2.2). */
const RENEW_BEFORE_MS = 10 * 60_000;
const UNUSABLE_BEFORE_MS = 60_000;
/** After an early renewal failed, the old token still serves; ask again only then. */
const RENEW_RETRY_MS = 30_000;
/** A tenant that refuses every token must not make us ask for one per call. */
const REFUSALS_PER_MINUTE = 2;

/**
 * The tenant token of one app. Renews early in the background while the old one still works;
 * a failed fetch is not remembered.
 */
export function createTokenHolder(
  fetchToken: () => Promise<IssuedToken>,
  clock: Clock,
): TokenHolder {
  let current: { value: string; renewAt: number; unusableAt: number } | undefined;
  let pending: Promise<string> | undefined;
  let refusals: number[] = [];

  function refresh(): Promise<string> {
    pending ??= fetchToken()
      .then(({ value, expiresInMs }) => {
        const expiresAt = clock.monotonic() + expiresInMs;
        current = {
          value,
          renewAt: expiresAt - Math.min(RENEW_BEFORE_MS, expiresInMs / 4),
          unusableAt: expiresAt - Math.min(UNUSABLE_BEFORE_MS, expiresInMs / 20),
        };
        return value;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  }

  return {
    async get() {
      const now = clock.monotonic();
      if (!current || now >= current.unusableAt) {
        if (refusals.length === REFUSALS_PER_MINUTE && now - (refusals[0] ?? 0) < 60_000) {
          throw new FeishuError({
            kind: 'auth',
            endpoint: 'auth.tenantToken',
            message: 'Feishu keeps refusing the tokens it hands out; asking again in a minute',
          });
        }
        return refresh();
      }
      if (now >= current.renewAt) {
        current.renewAt = now + RENEW_RETRY_MS;
        // Whoever needs the renewed token meets its failure; this caller still holds a good one.
        refresh().catch(() => {});
      }
      return current.value;
    },
    invalidate(value) {
      if (current?.value !== value) return;
      current = undefined;
      refusals = [...refusals, clock.monotonic()].slice(-REFUSALS_PER_MINUTE);
    },
  };
}
