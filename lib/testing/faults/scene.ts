import 'server-only';
import { vi } from 'vitest';
import { type Clock, systemClock } from '@/lib/server/base/clock';
import { createFeishuClient } from '@/lib/server/feishu/client';
import { createFeishuTime } from '@/lib/server/feishu/feishu-time';
import { createMemoryLimitStore } from '@/lib/server/feishu/limit-store';
import { createRateLimiter } from '@/lib/server/feishu/rate-limit';
import { fetchTenantToken } from '@/lib/server/feishu/resources/oauth';
import { createTokenHolder } from '@/lib/server/feishu/token';
import type { Timeouts } from '@/lib/server/feishu/transport';
import { requestFullRead } from '@/lib/server/sync/checkpoints';
import type { Difference } from '@/lib/server/sync/compare/difference';
import type { SyncDeps } from '@/lib/server/sync/deps';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { checkedMirror } from '@/lib/testing/mirror-check';
import { type TestSandbox, testSandbox } from '@/lib/testing/sandbox';
import { startSync, syncDepsFor, type TestSync, type WorldClock } from '@/lib/testing/sync-run';

/** Waits between tries pass so much faster; their number and order stay. */
const HURRY = 25;
const LIMITS_SCALE = 1_000;
/** Longer than anything that is read again by the clock, or waited for after a failure. */
const LATER_MS = 31 * 60_000;
const HEAL_ROUNDS = 4;
/** Most of it waiting for a processor. */
const TEST_TIMEOUT_MS = 120_000;

export type FaultDeps = SyncDeps & { clock: WorldClock };

export type FaultScene = {
  readonly database: TestDatabase;
  readonly sandbox: TestSandbox;
  /** Rounds of faults a test goes through: `FAULT_ROUNDS`, few of them in `npm test`. */
  readonly rounds: number[];
  deps(timeouts?: Timeouts): Promise<FaultDeps>;
  start(deps: FaultDeps): Promise<TestSync>;
  /** What goes wrong from now on, until `heal`. */
  fault(fault: Record<string, unknown>): Promise<void>;
  /** One round and what it started; a failure is recorded by the engine or answered. */
  round(sync: TestSync): Promise<unknown>;
  /** Some faults only take part in `npm run test:faults`. */
  readonly whole: boolean;
  /**
   * Faults end and time goes on; answers where the mirror is still not the world.
   * @param readAgain somebody presses "read all again": for what nothing else can notice
   */
  heal(deps: FaultDeps, readAgain?: boolean): Promise<Difference[]>;
  /** How often a fault was met. */
  met(): Promise<number>;
};

/** A world, a mirror of it, and what can go wrong between them. Call it once at the top of a file. */
export function faultScene(
  world: { seed?: number; size?: number; now?: string } = { size: 80, seed: 5 },
): FaultScene {
  vi.setConfig({ testTimeout: TEST_TIMEOUT_MS });
  const database = testDatabase();
  const sandbox = testSandbox(world);
  const check = checkedMirror(database, sandbox);
  const running: TestSync[] = [];
  const start = async (deps: FaultDeps) => {
    const sync = await startSync(deps);
    running.push(sync);
    return sync;
  };
  const round = async (sync: TestSync) => {
    const failure = await sync.engine.round().catch((error: unknown) => error);
    await sync.engine.settled();
    return failure;
  };
  return {
    database,
    sandbox,
    rounds: Array.from({ length: Number(process.env.FAULT_ROUNDS ?? 1) }, (_, n) => n + 1),
    deps: (timeouts) => hurriedDeps(database, sandbox, timeouts),
    start,
    round,
    async fault(fault) {
      await sandbox.control('POST', '/faults', fault);
    },
    async met() {
      const { faults } = (await sandbox.control('GET', '/faults')) as { faults: { met: number }[] };
      return faults.reduce((sum, { met }) => sum + met, 0);
    },
    whole: process.env.FAULT_ROUNDS !== undefined,
    async heal(deps, readAgain = false) {
      await sandbox.control('DELETE', '/faults');
      for (const sync of running.splice(0)) sync.stop(new Error('healed by another'));
      const sync = await start(deps);
      if (readAgain) await requestFullRead(database.db);
      let left: Difference[] = [];
      for (let n = 0; n < HEAL_ROUNDS; n += 1) {
        await later(deps, sandbox, LATER_MS);
        await round(sync);
        left = await check.differences();
        if (left.length === 0) break;
      }
      sync.stop();
      return left;
    },
  };
}

/** Time passes on both sides alike. */
export async function later(deps: FaultDeps, sandbox: TestSandbox, ms: number): Promise<void> {
  await sandbox.control('PUT', '/clock', { jumpMs: ms });
  deps.clock.jump(ms);
}

const hurriedClock: Clock = {
  now: systemClock.now,
  monotonic: () => systemClock.monotonic() * HURRY,
  sleep: (ms, signal) => systemClock.sleep(ms / HURRY, signal),
};

async function hurriedDeps(
  database: TestDatabase,
  sandbox: TestSandbox,
  timeouts?: Timeouts,
): Promise<FaultDeps> {
  const deps = await syncDepsFor(database, sandbox);
  const limiter = createRateLimiter(
    createMemoryLimitStore(hurriedClock),
    hurriedClock,
    LIMITS_SCALE,
  );
  const time = createFeishuTime(deps.clock);
  const parts = {
    baseUrl: sandbox.url,
    limiter,
    clock: hurriedClock,
    log: deps.log,
    time,
    ...(timeouts && { timeouts }),
  };
  const app = { appId: sandbox.appId, appSecret: sandbox.appSecret };
  const asker = createFeishuClient(parts, { priority: 'person' });
  const tokens = createTokenHolder(() => fetchTenantToken(asker, app), deps.clock);
  return {
    ...deps,
    feishu: (priority, signal) =>
      createFeishuClient(parts, { priority, ...(signal ? { signal } : {}) }, tokens),
    feishuNow: time.now,
  };
}
