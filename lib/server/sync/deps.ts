import 'server-only';
import { type Clock, systemClock } from '@/lib/server/base/clock';
import type { DataCrypto } from '@/lib/server/base/crypto';
import { env } from '@/lib/server/base/env';
import { createLog, type Log } from '@/lib/server/base/log';
import type { Database } from '@/lib/server/db/pool';
import type { FeishuClient } from '@/lib/server/feishu/client';
import type { Priority } from '@/lib/server/feishu/limit-state';
import type { MirrorContext } from '@/lib/server/mirror/context';
import { runtime } from '@/lib/server/runtime';

/** What synchronising needs of the process. */
export type SyncDeps = {
  db: Database;
  crypto: DataCrypto;
  clock: Clock;
  log: Log;
  timeZone: string;
  appId: string;
  /** The upstream is a sandbox. */
  sandbox: boolean;
  /** Calls a month that may be made; absent where no number is known. */
  monthlyCalls?: number;
  feishu(priority: Priority, signal?: AbortSignal): FeishuClient;
  /** What time it is at Feishu: our clock may be wrong, or be set at any moment. */
  feishuNow(): number;
  /** Told how to end a wait between two rounds early. */
  onWait?(wake: () => void): void;
  /** The same for the inbox of events. */
  onInboxWait?(wake: () => void): void;
};

/** Those of this process (`runtime.ts`). */
export function syncDeps(): SyncDeps {
  const { db, crypto, feishu, feishuNow } = runtime();
  const config = env();
  return {
    db,
    crypto,
    clock: systemClock,
    log: createLog('sync'),
    timeZone: config.TENANT_TIMEZONE,
    appId: config.FEISHU_APP_ID,
    sandbox: config.sandbox,
    ...(config.FEISHU_MONTHLY_CALLS !== undefined && { monthlyCalls: config.FEISHU_MONTHLY_CALLS }),
    feishu,
    feishuNow,
    onWait(wake) {
      runtime().wakeSync = wake;
    },
    onInboxWait(wake) {
      runtime().wakeInbox = wake;
    },
  };
}

export const mirrorContext = (deps: SyncDeps, actor: string | null = null): MirrorContext => ({
  now: new Date(deps.clock.now()),
  crypto: deps.crypto,
  timeZone: deps.timeZone,
  actor,
});
