import { setMaxListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog } from '@/lib/server/base/log';
import { createManualClock, type ManualClock } from '@/lib/testing/manual-clock';
import { type EndpointId, endpointOf } from './endpoints';
import { type LimitLedger, type Mode, TAIL_MS, TTL_MS } from './limit-ledger';
import { initialState, type LimitState, type Priority } from './limit-state';
import type { Window } from './limits';
import { createRateLimiter } from './rate-limit';
import { createSharedLimitStore } from './shared-limit-store';

/** A ledger that several stores share; its clock is 1,000,000 s ahead of theirs. */
function createSharedLedger(clock: ManualClock) {
  const AHEAD = 1e9;
  const now = () => clock.monotonic() + AHEAD;
  const seen = new Map<string, { mode: Mode; until: number }>();
  const apis = new Map<string, LimitState>();
  let down = false;
  const counted = () => [...seen].filter(([, { until }]) => until > now() - TAIL_MS);
  const ledgerOf = (name: string): LimitLedger => ({
    async beat(mode) {
      if (down) throw new Error('down');
      seen.set(name, { mode, until: now() + TTL_MS });
      return {
        others: counted()
          .filter(([other]) => other !== name)
          .map(([, other]) => ({ mode: other.mode, live: other.until > now() })),
        paused: [...apis].flatMap(([api, { pausedUntil }]) =>
          pausedUntil > now() ? { api, ms: pausedUntil - now() } : [],
        ),
      };
    },
    async change(api, decide) {
      if (down) throw new Error('down');
      const state = structuredClone(apis.get(api) ?? initialState());
      const decided = decide(state, { now: now(), members: counted().length });
      apis.set(api, structuredClone(decided.state));
      return { answer: decided.answer, now: now() };
    },
    async states() {
      const states = [...apis].map(([api, state]) => ({ api, state: structuredClone(state) }));
      return { now: now(), states };
    },
  });
  return { ledgerOf, breakDown: (is: boolean) => (down = is) };
}

const MINUTES = 60_000;
const FOREVER = Number.POSITIVE_INFINITY;
type Sent = { by: string; priority: Priority; at: number; asked: number };

function setUp() {
  const clock = createManualClock();
  const ledger = createSharedLedger(clock);
  const sent: Sent[] = [];
  const start = (by: string) => {
    const store = createSharedLimitStore(ledger.ledgerOf(by), clock, createLog('limits'));
    const limiter = createRateLimiter(store, clock);
    const dead = new AbortController();
    setMaxListeners(0, dead.signal);
    return {
      limiter,
      store,
      call(endpoint: EndpointId, priority: Priority) {
        const asked = clock.monotonic();
        return limiter
          .acquire(endpoint, { priority, patienceMs: FOREVER, signal: dead.signal })
          .then(
            () => void sent.push({ by, priority, at: clock.monotonic(), asked }),
            () => undefined,
          );
      },
      /** As kill -9: what waits never goes out, and nobody is told. */
      kill() {
        dead.abort();
        store.stop();
      },
    };
  };
  return { clock, ledger, sent, start };
}

function fullest(times: number[], { ms }: Window): number {
  let most = 0;
  let from = 0;
  times.forEach((at, index) => {
    while (at - (times[from] ?? 0) >= ms) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}

const expectWithin = (sent: Sent[], endpoint: EndpointId) => {
  const times = sent.map(({ at }) => at).toSorted((a, b) => a - b);
  for (const window of endpointOf(endpoint).windows) {
    expect(fullest(times, window)).toBeLessThanOrEqual(window.limit);
  }
};

describe('one instance', () => {
  test('uses the limits whole, without asking the ledger for slots', async () => {
    const { clock, ledger, sent, start } = setUp();
    const one = start('one');
    await clock.run(100);
    for (let n = 0; n < 2000; n += 1) void one.call('applications.get', 'background');
    await clock.run(5_000);
    ledger.breakDown(true);
    await clock.run(5_000);
    ledger.breakDown(false);
    await clock.run(50_000);
    expect(sent.length).toBeGreaterThan(940);
    expectWithin(sent, 'applications.get');
    one.kill();
  });

  test('calls nobody once the others must think it gone', async () => {
    const { clock, ledger, sent, start } = setUp();
    const one = start('one');
    await one.call('applications.get', 'background');
    ledger.breakDown(true);
    await clock.run(20_000);
    const before = sent.length;
    void one.call('applications.get', 'person');
    await clock.run(20_000);
    expect(sent).toHaveLength(before);
    ledger.breakDown(false);
    await clock.run(2_000);
    expect(sent).toHaveLength(before + 1);
    one.kill();
  });
});

describe('several instances', () => {
  test('together never exceed a limit, whoever comes, goes and calls what when', async () => {
    const step = fc.record({
      afterMs: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 70_000 })),
      who: fc.integer({ min: 0, max: 2 }),
      what: fc.constantFrom('call', 'call', 'call', 'call', 'start', 'kill'),
      priority: fc.constantFrom<Priority>('person', 'event', 'background'),
      calls: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 1_200 })),
    });
    const endpoints = fc.constantFrom<EndpointId>(
      'applications.get',
      'applications.list',
      'applications.getDetail',
      'talents.get',
    );
    await fc.assert(
      fc.asyncProperty(
        endpoints,
        fc.array(step, { minLength: 4, maxLength: 14 }),
        async (api, steps) => {
          const { clock, sent, start } = setUp();
          let starts = 0;
          const next = () => {
            starts += 1;
            return start(`instance ${starts}`);
          };
          const running = [next(), next(), next()];
          for (const { afterMs, who, what, priority, calls } of steps) {
            await clock.run(afterMs);
            if (what === 'kill') running[who]?.kill();
            else if (what === 'start') {
              running[who]?.kill();
              running[who] = next();
            } else {
              for (let n = 0; n < calls; n += 1) void running[who]?.call(api, priority);
            }
          }
          await clock.run(2 * MINUTES);
          expectWithin(sent, api);
          for (const one of running) one.kill();
        },
      ),
      { numRuns: 25, seed: 4 },
    );
  });

  test('hold a newcomer back until the one that was alone has said what it called', async () => {
    const { clock, sent, start } = setUp();
    const old = start('old');
    for (let n = 0; n < 3000; n += 1) void old.call('applications.get', 'background');
    await clock.run(61_000);
    const young = start('young');
    for (let n = 0; n < 300; n += 1) void young.call('applications.get', 'person');
    await clock.run(MINUTES);
    const first = sent.find(({ by }) => by === 'young')?.at ?? FOREVER;
    expect(first).toBeLessThan(61_000 + 6_000);
    expectWithin(sent, 'applications.get');
    old.kill();
    young.kill();
  });

  test('keep more than nine tenths of a limit busy', async () => {
    const { clock, sent, start } = setUp();
    const all = ['a', 'b', 'c'].map(start);
    await clock.run(MINUTES);
    for (const one of all) {
      for (let n = 0; n < 2000; n += 1) void one.call('applications.get', 'background');
    }
    await clock.run(3 * MINUTES);
    const lastMinute = sent.filter(({ at }) => at > 3 * MINUTES);
    expect(lastMinute.length).toBeGreaterThan(850);
    expectWithin(sent, 'applications.get');
    for (const one of all) one.kill();
  });

  test('let a person go at once from the reserve, with the ledger down', async () => {
    const { clock, ledger, sent, start } = setUp();
    const [a, b] = [start('a'), start('b')];
    for (const one of [a, b]) void one.call('applications.get', 'person');
    void a.call('applications.get', 'background');
    await clock.run(2 * MINUTES);
    ledger.breakDown(true);
    const from = clock.monotonic();
    void b.call('applications.get', 'person');
    await clock.run(1_000);
    const call = sent.find(({ asked }) => asked >= from);
    expect(call && call.at - call.asked).toBeLessThan(50);
    a.kill();
    b.kill();
  });

  test('stop together when Feishu tells one of them to', async () => {
    const { clock, sent, start } = setUp();
    const [a, b] = [start('a'), start('b')];
    for (const one of [a, b]) {
      for (let n = 0; n < 3000; n += 1) void one.call('applications.get', 'background');
    }
    await clock.run(2 * MINUTES);
    await a.limiter.pause('applications.get', 20_000);
    const at = clock.monotonic();
    await clock.run(30_000);
    const during = sent.filter((call) => call.at > at + 2_100 && call.at < at + 20_000);
    expect(during).toEqual([]);
    expect(sent.filter((call) => call.at >= at + 20_000).length).toBeGreaterThan(50);
    a.kill();
    b.kill();
  });

  test('go on alone once the others are gone for longer than any window', async () => {
    const { clock, ledger, sent, start } = setUp();
    const [a, b] = [start('a'), start('b')];
    for (const one of [a, b]) void one.call('applications.get', 'background');
    await clock.run(10_000);
    b.kill();
    await clock.run(TTL_MS + TAIL_MS + 5_000);
    // Alone, it asks nobody for slots.
    const from = sent.length;
    ledger.breakDown(true);
    for (let n = 0; n < 20; n += 1) void a.call('applications.get', 'background');
    await clock.run(5_000);
    expect(sent.length - from).toBe(20);
    a.kill();
  });
});
