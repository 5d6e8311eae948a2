import type { Query, QueryClient } from '@tanstack/react-query';
import type { LiveChange } from '@/lib/domain/live';
import { concerns, isLive, mentionsIn } from './concerns';

/** Screens ask again at most this often while much changes … */
const GAP_MS = 1_000;
/** … and this often where it is not known what. */
const WIDE_GAP_MS = 3_000;
/** How soon it is noticed that hands are off. */
const LOOK_MS = 200;
/** More than this are not looked at one by one. */
const MOST = 200;

export type Refresher = {
  /** Questions these changes concern are asked again as soon as nothing holds them back. */
  add(changes: readonly LiveChange[]): void;
  /** Everything on screen is. */
  addAll(): void;
  /** Whether hands on the page hold something back now. */
  holds(): boolean;
  /** Without waiting for hands to be off: the person asks for it. */
  now(): void;
  stop(): void;
};

/** Gathers what changed and asks again for what is concerned, never under somebody's hands. */
export function createRefresher(client: QueryClient, busy: () => boolean): Refresher {
  let pending: LiveChange[] = [];
  let all = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let appliedAt = Number.NEGATIVE_INFINITY;
  let allAppliedAt = Number.NEGATIVE_INFINITY;

  const waiting = () => all || pending.length > 0;
  // A write under way settles first: its optimistic step must not be taken back in between.
  const held = () => document.hidden || busy() || client.isMutating() > 0;

  function schedule(): void {
    clearTimeout(timer);
    if (!waiting()) return;
    // What is known to concern a screen does not wait for what may.
    const soon = pending.length > 0 ? appliedAt + GAP_MS : Number.POSITIVE_INFINITY;
    const wide = all ? allAppliedAt + WIDE_GAP_MS : Number.POSITIVE_INFINITY;
    timer = setTimeout(look, Math.max(0, Math.min(soon, wide) - performance.now()));
  }

  function look(): void {
    if (held()) timer = setTimeout(look, LOOK_MS);
    else apply();
  }

  function apply(): void {
    const changes = pending;
    const now = performance.now();
    const everything = all && now >= allAppliedAt + WIDE_GAP_MS;
    pending = [];
    appliedAt = now;
    if (everything) {
      all = false;
      allAppliedAt = now;
    }
    for (const { entity, id, change } of changes) {
      // What is gone must not stay readable: its panel asks again and says so.
      if (change !== 'deleted' || entity === 'job') continue;
      const kind = entity === 'application' ? 'applications' : 'talents';
      client.resetQueries({ queryKey: [kind, 'detail', { [`${entity}Id`]: id }] });
    }
    client.invalidateQueries({
      predicate: ({ queryKey, state }: Query) => {
        if (everything) return isLive(queryKey);
        const mentions = mentionsIn(state.data);
        return changes.some((change) => concerns(queryKey, mentions, change));
      },
    });
    client.invalidateQueries({ queryKey: ['reports'], refetchType: 'none' });
    schedule();
  }

  return {
    add(changes) {
      pending.push(...changes);
      if (pending.length > MOST) {
        all = true;
        // Those gone are still to be told apart.
        pending = pending.filter(({ change }) => change === 'deleted').slice(-MOST);
      }
      schedule();
    },
    addAll() {
      all = true;
      schedule();
    },
    holds: () => waiting() && held(),
    now() {
      allAppliedAt = Number.NEGATIVE_INFINITY;
      clearTimeout(timer);
      if (waiting()) apply();
    },
    stop: () => clearTimeout(timer),
  };
}
