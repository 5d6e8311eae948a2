import 'server-only';
import type { Clock } from '@/lib/server/base/clock';
import type { Log } from '@/lib/server/base/log';
import { createCallMeter } from './call-meter';
import type { LimitLedger } from './limit-ledger';
import {
  AHEAD_MS,
  fitsReserve,
  grantSlots,
  LATE_MS,
  memoryOf,
  merged,
  shifted,
} from './limit-shares';
import { heldBy, initialState, type Priority, pause, take } from './limit-state';
import type { LimitStore } from './limit-store';
import type { Window } from './limits';
import { createMembership } from './membership';

/** Soon enough for whoever waits for slots that are being asked for. */
const ASKING_MS = 10;
const AGAIN_MS = 500;

type Api = ReturnType<typeof newApi>;
const newApi = () => ({
  /** While alone, all there is to know; with others, what was last heard of the ledger. */
  state: initialState(),
  /** Calls from the reserve, which the ledger does not know of. */
  reserved: [] as number[],
  slots: [] as number[],
  asking: false,
  askAgainAt: 0,
  meter: createCallMeter(),
});

/**
 * One process by itself limits from memory, without a database call (`limit-store.ts`). Of several,
 * each asks the ledger for slots, about a second's worth at once, and has a reserve for people of
 * its own that nobody has to be asked about.
 */
export function createSharedLimitStore(
  ledger: LimitLedger,
  clock: Clock,
  log: Log,
): LimitStore & { stop(): void } {
  const apis = new Map<string, Api>();
  const apiOf = (name: string): Api => {
    const api = apis.get(name) ?? newApi();
    apis.set(name, api);
    return api;
  };
  const membership = createMembership(ledger, clock, log, {
    async publish() {
      for (const [name, { state }] of apis) {
        await ledger.change(name, (known, { now }) => ({
          state: merged(known, shifted(state, now - clock.monotonic())),
          answer: undefined,
        }));
      }
    },
    async adopt() {
      const { now, states } = await ledger.states();
      for (const { api: name, state } of states) {
        const api = apiOf(name);
        api.state = shifted(state, clock.monotonic() - now);
        api.state.sent = [...api.state.sent, ...api.reserved].toSorted((a, b) => a - b);
        api.slots = [];
      }
    },
    paused(list) {
      for (const { api, ms } of list) stopUntil(apiOf(api), clock.monotonic() + ms);
    },
  });

  const stopUntil = (api: Api, until: number) => {
    api.state.pausedUntil = Math.max(api.state.pausedUntil, until);
    api.slots = api.slots.filter((slot) => slot >= api.state.pausedUntil);
  };

  /** Asks the ledger for slots; who needs them looks again soon. */
  async function ask(
    name: string,
    api: Api,
    windows: readonly Window[],
    aheadMs: number,
  ): Promise<void> {
    api.asking = true;
    try {
      const { answer, now } = await ledger.change(name, (state, moment) => ({
        answer: {
          ...grantSlots(state, windows, moment.members, aheadMs, moment.now),
          known: { ...state, sent: [] },
        },
        state,
      }));
      const ahead = clock.monotonic() - now;
      api.slots.push(...answer.slots.map((slot) => slot + ahead));
      api.state = shifted(answer.known, ahead);
      api.askAgainAt = clock.monotonic() + (answer.slots.length > 0 ? 0 : answer.waitMs);
    } catch (error) {
      log.warn({ err: error, api: name }, 'No share of a limit could be had');
      api.askAgainAt = clock.monotonic() + AGAIN_MS;
    } finally {
      api.asking = false;
    }
  }

  /** 0 and the call is counted, or how long until it is worth asking again. */
  function takeShared(
    name: string,
    windows: readonly Window[],
    priority: Priority,
    now: number,
  ): number {
    const api = apiOf(name);
    if (now < api.state.pausedUntil) return api.state.pausedUntil - now;
    if (priority === 'person' && takeReserve(api, windows, now)) return 0;

    api.slots = api.slots.filter((slot) => slot > now - LATE_MS);
    const isDue = (api.slots[0] ?? Number.POSITIVE_INFINITY) <= now;
    if (isDue) api.slots.shift();
    const aheadMs = priority === 'person' ? 0 : AHEAD_MS;
    const coveredUntil = api.slots.at(-1) ?? now;
    if (!api.asking && now >= api.askAgainAt && coveredUntil <= now + aheadMs / 2) {
      if (!isDue || aheadMs > 0) void ask(name, api, windows, aheadMs);
    }
    if (isDue) return 0;
    const [next] = api.slots;
    if (next !== undefined) return next - now;
    return api.asking ? ASKING_MS : Math.max(ASKING_MS, api.askAgainAt - now);
  }

  function takeReserve(api: Api, windows: readonly Window[], now: number): boolean {
    // What was called before counts for as long as the windows remember.
    const from = membership.sharedSince() + memoryOf(windows) + AHEAD_MS;
    if (now < from || !fitsReserve(api.reserved, windows, membership.members(), now)) return false;
    api.reserved = [...api.reserved.filter((at) => at > now - memoryOf(windows)), now];
    return true;
  }

  return {
    async take(name, windows, priority) {
      await membership.joined();
      const api = apiOf(name);
      const now = clock.monotonic();
      const waitMs = ((standing) => {
        if (standing === 'alone') return take(api.state, windows, priority, now);
        if (standing === 'shared') return takeShared(name, windows, priority, now);
        return AGAIN_MS;
      })(membership.standing());
      if (waitMs > 0) return { ok: false, waitMs };
      api.meter.note(now);
      return { ok: true };
    },
    async pause(name, ms) {
      const api = apiOf(name);
      if (membership.standing() === 'alone') {
        pause(api.state, ms, clock.monotonic());
        return;
      }
      stopUntil(api, clock.monotonic() + ms);
      await ledger.change(name, (state, { now }) => {
        pause(state, ms, now);
        return { state, answer: undefined };
      });
    },
    async look() {
      const now = clock.monotonic();
      return [...apis].map(([api, { state, meter }]) => ({
        api,
        lastMinute: meter.lastMinute(now),
        ...heldBy(state, now),
      }));
    },
    stop: () => membership.stop(),
  };
}
