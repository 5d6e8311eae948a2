import 'server-only';
import type { Pool } from 'pg';
import { systemClock } from '@/lib/server/base/clock';
import { createDataCrypto, type DataCrypto } from '@/lib/server/base/crypto';
import { type Env, env } from '@/lib/server/base/env';
import { createLog, neverLog } from '@/lib/server/base/log';
import { newProcessName } from '@/lib/server/base/process-name';
import { addCalls, tenantMonth } from '@/lib/server/db/api-calls';
import type { ChangeReader } from '@/lib/server/db/change-reader';
import { createLimitLedger } from '@/lib/server/db/limit-ledger';
import { createDatabase, createPool, type Database } from '@/lib/server/db/pool';
import { createCallCounter } from '@/lib/server/feishu/call-counter';
import { createFeishuClient, type FeishuClient } from '@/lib/server/feishu/client';
import { createFeishuTime } from '@/lib/server/feishu/feishu-time';
import { TAIL_MS, TTL_MS } from '@/lib/server/feishu/limit-ledger';
import { initialState, type Priority } from '@/lib/server/feishu/limit-state';
import { createRateLimiter, type RateLimiter } from '@/lib/server/feishu/rate-limit';
import { fetchTenantToken } from '@/lib/server/feishu/resources/oauth';
import { createSharedLimitStore } from '@/lib/server/feishu/shared-limit-store';
import { createTokenHolder, type TokenHolder } from '@/lib/server/feishu/token';

export type Runtime = {
  readonly pool: Pool;
  readonly db: Database;
  readonly crypto: DataCrypto;
  readonly limiter: RateLimiter;
  readonly token: TokenHolder;
  /** The client for a person who waits, or for work nobody waits for. */
  feishu(priority: Priority, signal?: AbortSignal): FeishuClient;
  /** What time it is at Feishu, epoch milliseconds. */
  feishuNow(): number;
  /** Made by whoever opens the first stream. */
  changes: ChangeReader | undefined;
  /** Ends the worker's wait for the next round; set while it waits in this process. */
  wakeSync: (() => void) | undefined;
  /** An event has just been kept; set while this process works them off. */
  wakeInbox: (() => void) | undefined;
};

/** Everybody waits for the token: better one clear failure than a queue of hanging calls. */
const TOKEN_DEADLINE_MS = 8_000;

/** Calls are added up for so long before they are written; a crash loses that much of the count. */
const KEEP_COUNTS_MS = 10_000;

/**
 * Next runs `instrumentation.ts` and route handlers from two copies of each module, and a
 * development server replaces modules on edit: what must exist once hangs on `globalThis`.
 */
const KEY = Symbol.for('hire-funnel.runtime');
// The one place that reads an untyped global; only `runtime()` writes it.
const registry = globalThis as typeof globalThis & { [KEY]?: Runtime };

/** What exists once per process. Each part is made at its first use; a build makes none. */
export function runtime(): Runtime {
  registry[KEY] ??= createRuntime(env());
  return registry[KEY];
}

function createRuntime(config: Env): Runtime {
  neverLog(
    config.FEISHU_APP_SECRET,
    config.FEISHU_ENCRYPT_KEY,
    config.FEISHU_VERIFICATION_TOKEN,
    config.NEXTAUTH_SECRET,
    config.DATA_KEY,
    config.DATABASE_URL,
  );
  const clock = systemClock;
  const pool = once(() => createPool(config.DATABASE_URL));
  const db = once(() => createDatabase(pool()));
  const crypto = once(() => createDataCrypto(config.DATA_KEY));
  const limiter = once(() => {
    const times = { ttlMs: TTL_MS, tailMs: TAIL_MS };
    const ledger = createLimitLedger(db(), newProcessName(), times, initialState);
    const store = createSharedLimitStore(ledger, clock, createLog('limits'));
    return createRateLimiter(store, clock, config.FEISHU_LIMITS_SCALE);
  });
  const time = createFeishuTime(clock);
  let counting = false;
  const counter = createCallCounter(() => {
    if (!counting) setTimeout(keepCounts, KEEP_COUNTS_MS).unref();
    counting = true;
  });
  async function keepCounts(): Promise<void> {
    counting = false;
    const counts = counter.take();
    try {
      await addCalls(db(), tenantMonth(new Date(clock.now()), config.TENANT_TIMEZONE), counts);
    } catch (error) {
      counter.giveBack(counts);
      createLog('feishu').warn({ err: error }, 'Calls were not counted yet');
    }
  }
  const parts = once(() => ({
    baseUrl: config.FEISHU_BASE_URL,
    limiter: limiter(),
    clock,
    log: createLog('feishu'),
    onCall: counter.count,
    time,
  }));
  const token = once(() => {
    const asker = createFeishuClient(parts(), { priority: 'person' });
    const app = { appId: config.FEISHU_APP_ID, appSecret: config.FEISHU_APP_SECRET };
    return createTokenHolder(
      () => fetchTenantToken(asker.with({ signal: AbortSignal.timeout(TOKEN_DEADLINE_MS) }), app),
      clock,
    );
  });

  return {
    get pool() {
      return pool();
    },
    get db() {
      return db();
    },
    get crypto() {
      return crypto();
    },
    get limiter() {
      return limiter();
    },
    get token() {
      return token();
    },
    feishu: (priority, signal) =>
      createFeishuClient(parts(), { priority, ...(signal ? { signal } : {}) }, token()),
    feishuNow: time.now,
    changes: undefined,
    wakeSync: undefined,
    wakeInbox: undefined,
  };
}

function once<T>(create: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: create() };
    return made.value;
  };
}
