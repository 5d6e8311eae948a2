import 'server-only';
import type { Clock } from '@/lib/server/base/clock';
import { initialState, type LimitState, type Priority, pause, take } from './limit-state';
import type { Window } from './limits';

type Taken = { ok: true } | { ok: false; waitMs: number };

/**
 * Who may call what, when. One store serves all that share an app and tenant: this process (below)
 * or, over a database, several.
 */
export interface LimitStore {
  /** Takes one call of `api` now, or says how long until it is worth asking again. */
  take(api: string, windows: readonly Window[], priority: Priority): Promise<Taken>;
  /** Feishu said over the limit: nobody calls `api` for `ms`. */
  pause(api: string, ms: number): Promise<void>;
}

export function createMemoryLimitStore(clock: Clock): LimitStore {
  const states = new Map<string, LimitState>();
  const stateOf = (api: string) => {
    let state = states.get(api);
    if (!state) {
      state = initialState();
      states.set(api, state);
    }
    return state;
  };
  return {
    async take(api, windows, priority) {
      const waitMs = take(stateOf(api), windows, priority, clock.monotonic());
      return waitMs === 0 ? { ok: true } : { ok: false, waitMs };
    },
    async pause(api, ms) {
      pause(stateOf(api), ms, clock.monotonic());
    },
  };
}
