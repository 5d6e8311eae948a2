import 'server-only';
import { type Clock, systemClock } from '@/lib/server/base/clock';
import { createDataCrypto } from '@/lib/server/base/crypto';
import { createLog } from '@/lib/server/base/log';
import { createFeishuClient } from '@/lib/server/feishu/client';
import { createFeishuTime } from '@/lib/server/feishu/feishu-time';
import { createMemoryLimitStore } from '@/lib/server/feishu/limit-store';
import { createRateLimiter } from '@/lib/server/feishu/rate-limit';
import { fetchTenantToken } from '@/lib/server/feishu/resources/oauth';
import { createTokenHolder } from '@/lib/server/feishu/token';
import type { SyncDeps } from '@/lib/server/sync/deps';
import { createSyncEngine, type SyncEngine } from '@/lib/server/sync/engine';
import { acquireLease, newHolder } from '@/lib/server/sync/lease';
import { createRun, type SyncRun } from '@/lib/server/sync/run';
import type { TestDatabase } from './database';
import type { TestSandbox } from './sandbox';

/** No rate limit worth the name, on both sides. */
const LIMITS_SCALE = 1_000;

/** What synchronising needs, against this file's own world and in that world's time. */
export async function syncDepsFor(
  database: TestDatabase,
  sandbox: TestSandbox,
  change: Partial<SyncDeps> = {},
): Promise<SyncDeps & { clock: WorldClock }> {
  await sandbox.control('PUT', '/limits', { scale: LIMITS_SCALE });
  const clock = worldClock(await worldTime(sandbox));
  const log = createLog('sync');
  const limiter = createRateLimiter(createMemoryLimitStore(systemClock), systemClock, LIMITS_SCALE);
  const time = createFeishuTime(clock);
  const parts = { baseUrl: sandbox.url, limiter, clock: systemClock, log, time };
  const app = { appId: sandbox.appId, appSecret: sandbox.appSecret };
  const asker = createFeishuClient(parts, { priority: 'person' });
  const tokens = createTokenHolder(() => fetchTenantToken(asker, app), clock);
  return {
    db: database.db,
    crypto: createDataCrypto('a data key of at least thirty-two bytes'),
    log,
    timeZone: 'Asia/Shanghai',
    appId: sandbox.appId,
    sandbox: true,
    feishu: (priority, signal) =>
      createFeishuClient(parts, { priority, ...(signal ? { signal } : {}) }, tokens),
    feishuNow: time.now,
    ...change,
    clock,
  };
}

export type WorldClock = Clock & {
  /** Moves our side on, as `PUT /clock` moves the sandbox's. */
  jump(ms: number): void;
  /** Sets our clock forth or back, as a person or a time server does; durations are not touched. */
  step(ms: number): void;
};

async function worldTime(sandbox: TestSandbox): Promise<number> {
  const answer = await sandbox.control('GET', '/clock');
  if (typeof answer === 'object' && answer !== null && 'now' in answer) return Number(answer.now);
  throw new Error('The sandbox does not tell the time');
}

function worldClock(now: number): WorldClock {
  let ahead = now - systemClock.now();
  let jumped = 0;
  return {
    now: () => Math.floor(systemClock.now() + ahead),
    monotonic: () => systemClock.monotonic() + jumped,
    sleep: systemClock.sleep,
    jump(ms) {
      ahead += ms;
      jumped += ms;
    },
    step(ms) {
      ahead += ms;
    },
  };
}

export type TestSync = { run: SyncRun; engine: SyncEngine; stop(reason?: unknown): void };

/** An engine under a lease it takes from whoever held it. */
export async function startSync(deps: SyncDeps): Promise<TestSync> {
  const stopping = new AbortController();
  await deps.db.execute(`update leases set expires_at = clock_timestamp()`);
  const lease = await acquireLease(deps.db, 'sync', newHolder());
  if (!lease) throw new Error('The lease is held');
  const run = createRun(deps, lease, stopping.signal);
  return { run, engine: createSyncEngine(run), stop: (reason) => stopping.abort(reason) };
}

/** Rounds until nothing is left of the full read. */
export async function readWhole({ engine }: TestSync): Promise<void> {
  await engine.round();
  await engine.settled();
}
