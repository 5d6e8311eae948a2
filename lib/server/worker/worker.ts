import 'server-only';
import { dispatchEvents } from '@/lib/server/events/dispatch';
import { type LongConnectionDeps, listen } from '@/lib/server/events/long-connection';
import type { SyncDeps } from '@/lib/server/sync/deps';
import { createSyncEngine, noteFailing, type SyncEngine } from '@/lib/server/sync/engine';
import { failureOf } from '@/lib/server/sync/failures';
import { SandboxMirrorError } from '@/lib/server/sync/identity';
import {
  acquireLease,
  LEASE_RENEW_MS,
  type Lease,
  LeaseLostError,
  newHolder,
  releaseLease,
  renewLease,
} from '@/lib/server/sync/lease';
import { isPaused, PausedError, watchPause } from '@/lib/server/sync/pause';
import { refreshTarget } from '@/lib/server/sync/refresh-target';
import { createRun, type SyncRun } from '@/lib/server/sync/run';
import { backoffMs, SYNC_INTERVAL_SECONDS } from '@/lib/server/sync/settings';

const LEASE = 'sync';
/** How soon another instance notices that the lease is free, and this one that a pause is over. */
const ASK_AGAIN_MS = 5_000;

export type Worker = {
  /** Resolves once nothing of it runs any more and its lease is free. */
  stop(): Promise<void>;
};

/**
 * What runs without a request: synchronising, by whoever holds the lease, and working off the inbox
 * of events, by everybody.
 * @param events where events come over a connection of ours
 */
export function startWorker(deps: SyncDeps, events?: LongConnectionDeps): Worker {
  const stopping = new AbortController();
  const ended = Promise.all([
    loop(deps, stopping.signal),
    events && listen(events, stopping.signal),
    dispatchEvents(
      {
        db: deps.db,
        clock: deps.clock,
        log: deps.log,
        refresh: (target, signal) => refreshTarget(deps, target, signal),
        ...(deps.onInboxWait && { onWait: deps.onInboxWait }),
      },
      stopping.signal,
    ),
  ]);
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

async function loop(deps: SyncDeps, signal: AbortSignal): Promise<void> {
  const { clock, log } = deps;
  const holder = newHolder();
  while (!signal.aborted) {
    try {
      const lease = (await isPaused(deps.db))
        ? undefined
        : await acquireLease(deps.db, LEASE, holder);
      if (lease) await holdLease(deps, lease, signal);
    } catch (error) {
      if (signal.aborted) break;
      if (error instanceof SandboxMirrorError) {
        log.fatal({ err: error }, error.message);
        return;
      }
      log.error({ err: error }, 'The worker goes on after an error');
    }
    await clock.sleep(ASK_AGAIN_MS, signal).catch(() => undefined);
  }
}

/** Rounds for as long as the lease is ours; whatever runs is stopped before it is given back. */
async function holdLease(deps: SyncDeps, lease: Lease, signal: AbortSignal): Promise<void> {
  const lost = new AbortController();
  const held = AbortSignal.any([signal, lost.signal]);
  const renewing = keepLease(deps, lease, held, () => lost.abort(new LeaseLostError('Lease lost')));
  const watching = watchPause(deps, held, () => lost.abort(new PausedError('Paused')));
  const run = createRun(deps, lease, held);
  const engine = createSyncEngine(run);
  try {
    await rounds(run, engine);
  } finally {
    lost.abort(new LeaseLostError('The lease is given back'));
    await engine.settled();
    await Promise.all([renewing, watching]);
    await releaseLease(deps.db, lease).catch(() => undefined);
  }
}

async function rounds(run: SyncRun, engine: SyncEngine): Promise<void> {
  const { clock, log } = run.deps;
  let failures = 0;
  while (!run.signal.aborted) {
    let wait = SYNC_INTERVAL_SECONDS * 1000;
    try {
      const { stretch } = await engine.round();
      wait *= stretch;
      failures = 0;
    } catch (error) {
      if (run.signal.aborted) return;
      if (error instanceof SandboxMirrorError) {
        await noteFailing(run, error.code);
        throw error;
      }
      failures += 1;
      wait = Math.max(wait, backoffMs(failures));
      log.error({ err: error }, 'A round of synchronising failed');
      await noteFailing(run, failureOf(error).code).catch(() => undefined);
    }
    const woken = new AbortController();
    run.deps.onWait?.(() => woken.abort());
    await clock.sleep(wait, AbortSignal.any([run.signal, woken.signal])).catch(() => undefined);
  }
}

/** Renews until told to stop; a renewal that fails or comes too late means the lease is gone. */
async function keepLease(
  deps: SyncDeps,
  lease: Lease,
  signal: AbortSignal,
  onLost: () => void,
): Promise<void> {
  while (!signal.aborted) {
    await deps.clock.sleep(LEASE_RENEW_MS, signal).catch(() => undefined);
    if (signal.aborted) return;
    const ours = await renewLease(deps.db, lease).catch((error: unknown) => {
      // The database may be back before the lease runs out; commits are fenced meanwhile.
      deps.log.warn({ err: error }, 'The lease could not be renewed');
      return true;
    });
    if (ours) continue;
    deps.log.warn({ fence: lease.fence }, 'Another instance synchronises now');
    onLost();
  }
}
