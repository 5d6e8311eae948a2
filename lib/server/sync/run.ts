import 'server-only';
import { setMaxListeners } from 'node:events';
import type { Executor } from '@/lib/server/db/pool';
import type { FeishuClient } from '@/lib/server/feishu/client';
import type { MirrorContext } from '@/lib/server/mirror/context';
import { mirrorTransaction } from '@/lib/server/mirror/transaction';
import { mirrorContext, type SyncDeps } from './deps';
import { assertLease, type Lease } from './lease';

/** One stretch of synchronising under one lease. */
export type SyncRun = {
  deps: SyncDeps;
  signal: AbortSignal;
  /** Background calls that end with the signal. */
  feishu: FeishuClient;
  /** Stores one page: a transaction that fails if the lease is no longer ours. */
  commit<T>(write: (tx: Executor, context: MirrorContext) => Promise<T>): Promise<T>;
};

export function createRun(deps: SyncDeps, lease: Lease, signal: AbortSignal): SyncRun {
  // Every call in the limiter's queue listens to it.
  setMaxListeners(0, signal);
  return {
    deps,
    signal,
    feishu: deps.feishu('background', signal),
    commit: (write) => {
      signal.throwIfAborted();
      return mirrorTransaction(deps.db, async (tx) => {
        await assertLease(tx, lease);
        return write(tx, mirrorContext(deps));
      });
    },
  };
}

/** A part of a run that can be ended before it. */
export function stoppable(run: SyncRun): { run: SyncRun; stop(): void } {
  const stopping = new AbortController();
  const signal = AbortSignal.any([run.signal, stopping.signal]);
  setMaxListeners(0, signal);
  return {
    run: {
      ...run,
      signal,
      feishu: run.feishu.with({ signal }),
      commit: (write) => {
        signal.throwIfAborted();
        return run.commit(write);
      },
    },
    stop: () => stopping.abort(),
  };
}
