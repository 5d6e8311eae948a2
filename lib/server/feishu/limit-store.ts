import 'server-only';
import type { Clock } from '@/lib/server/base/clock';
import { createCallMeter } from './call-meter';
import { type Held, heldBy, initialState, type Priority, pause, take } from './limit-state';
import type { Window } from './limits';

type Taken = { ok: true } | { ok: false; waitMs: number };

/** One API that was called: how often of late, and what holds it back. */
export type ApiUse = Held & { api: string; lastMinute: number };

/**
 * Who may call what, when. One store serves all that share an app and tenant: this process (below)
 * or, over a database, several.
 */
export interface LimitStore {
  /** Takes one call of `api` now, or says how long until it is worth asking again. */
  take(api: string, windows: readonly Window[], priority: Priority): Promise<Taken>;
  /** Feishu said over the limit: nobody calls `api` for `ms`. */
  pause(api: string, ms: number): Promise<void>;
  /** Every API called since the store was made. */
  look(): Promise<ApiUse[]>;
}

export function createMemoryLimitStore(clock: Clock): LimitStore {
  const apis = new Map<string, ReturnType<typeof newApi>>();
  const newApi = () => ({ state: initialState(), meter: createCallMeter() });
  const apiOf = (name: string) => {
    let api = apis.get(name);
    if (!api) {
      api = newApi();
      apis.set(name, api);
    }
    return api;
  };
  return {
    async take(api, windows, priority) {
      const { state, meter } = apiOf(api);
      const now = clock.monotonic();
      const waitMs = take(state, windows, priority, now);
      if (waitMs === 0) meter.note(now);
      return waitMs === 0 ? { ok: true } : { ok: false, waitMs };
    },
    async pause(api, ms) {
      pause(apiOf(api).state, ms, clock.monotonic());
    },
    async look() {
      const now = clock.monotonic();
      return [...apis].map(([api, { state, meter }]) => ({
        api,
        lastMinute: meter.lastMinute(now),
        ...heldBy(state, now),
      }));
    },
  };
}
