import 'server-only';
import type { Clock } from '@/lib/server/base/clock';
import type { Log } from '@/lib/server/base/log';
import { BEAT_MS, type Beat, type LimitLedger, type Mode, TTL_MS } from './limit-ledger';

/** `waiting`: others still use the limits whole; `lapsed`: the others may think that it is gone. */
export type Standing = Mode | 'waiting' | 'lapsed';

export type Membership = {
  /** Resolves once it is known who else is there; joins at the first call. */
  joined(): Promise<void>;
  standing(): Standing;
  /** Instances whose calls may count, this one included. */
  members(): number;
  /** Since when it calls by the ledger, on the monotonic clock. */
  sharedSince(): number;
  stop(): void;
};

type Moves = {
  /** It was alone and is not: the ledger must know what it did. */
  publish(): Promise<void>;
  /** Nobody else's calls count any more: it goes on from what the ledger knows. */
  adopt(): Promise<void>;
  paused(list: Beat['paused']): void;
};

const WAITING_BEAT_MS = 500;
/** It must stop before the others count it out. */
const LAPSED_AFTER_MS = TTL_MS - 1_000;

/**
 * Whether this instance is the only one that calls Feishu. Each writes what it means to be before it
 * reads who is there, so of two that start together at least one sees the other; and one that is
 * alone says so until it has published its calls, which everybody else waits for.
 */
export function createMembership(
  ledger: LimitLedger,
  clock: Clock,
  log: Log,
  moves: Moves,
): Membership {
  const stopping = new AbortController();
  let mode: Mode = 'joining';
  let members = 1;
  let blocked = false;
  let unpublished = false;
  let failing = false;
  let renewedAt = Number.NEGATIVE_INFINITY;
  let sharedSince = Number.POSITIVE_INFINITY;
  let first: Promise<void> | undefined;

  async function beat(as: Mode): Promise<Beat['others']> {
    const startedAt = clock.monotonic();
    const { others, paused } = await ledger.beat(as);
    renewedAt = startedAt;
    members = others.length + 1;
    moves.paused(paused);
    return others;
  }

  async function round(): Promise<void> {
    let said: Mode = mode;
    let others = await beat(said);
    if (others.length === 0 && mode !== 'alone') {
      said = 'alone';
      others = await beat(said);
      if (others.length === 0) {
        await moves.adopt();
        mode = 'alone';
        return;
      }
    }
    if (others.length === 0) return;
    if (mode !== 'shared') {
      unpublished = mode === 'alone';
      mode = 'shared';
      sharedSince = clock.monotonic();
      blocked = true;
    }
    if (unpublished) await moves.publish();
    unpublished = false;
    if (said !== 'shared') others = await beat('shared');
    blocked = others.some((other) => other.live && other.mode === 'alone');
  }

  async function roundOrFail(): Promise<void> {
    try {
      await round();
      failing = false;
    } catch (error) {
      if (!failing) log.warn({ err: error }, 'Other instances cannot be seen');
      failing = true;
    }
  }

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      const settled = !blocked && mode !== 'joining';
      await clock.sleep(settled ? BEAT_MS : WAITING_BEAT_MS, stopping.signal).catch(() => {});
      if (!stopping.signal.aborted) await roundOrFail();
    }
  }

  return {
    joined() {
      first ??= roundOrFail().then(() => void keep());
      return first;
    },
    standing() {
      if (clock.monotonic() - renewedAt > LAPSED_AFTER_MS) return 'lapsed';
      return mode === 'shared' && blocked ? 'waiting' : mode;
    },
    members: () => members,
    sharedSince: () => sharedSince,
    stop: () => stopping.abort(),
  };
}
