import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createManualClock, type ManualClock } from '@/lib/testing/manual-clock';
import type { EndpointId } from './endpoints';
import { endpointOf } from './endpoints';
import { FeishuError } from './errors';
import { initialState, type Priority, pause, take } from './limit-state';
import { createMemoryLimitStore } from './limit-store';
import type { Window } from './limits';
import { createRateLimiter } from './rate-limit';

const FOREVER = Number.POSITIVE_INFINITY;

function setUp(clock: ManualClock = createManualClock()) {
  const limiter = createRateLimiter(createMemoryLimitStore(clock), clock);
  const sent: { endpoint: EndpointId; priority: Priority; at: number }[] = [];
  const call = (endpoint: EndpointId, priority: Priority, patienceMs = FOREVER) =>
    limiter
      .acquire(endpoint, { priority, patienceMs })
      .then(() => void sent.push({ endpoint, priority, at: clock.monotonic() }));
  return { clock, limiter, sent, call };
}

/** The most calls any span of the window's length holds. */
function fullest(times: number[], { ms }: Window): number {
  let most = 0;
  let from = 0;
  times.forEach((at, index) => {
    while (at - (times[from] ?? 0) >= ms) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}

const endpoints = fc.constantFrom<EndpointId>(
  'applications.get',
  'applications.list',
  'applications.getDetail',
  'talents.get',
  'jobs.list',
);
const priorities = fc.constantFrom<Priority>('person', 'background');

describe('the limiter', () => {
  test('never exceeds either window, whatever arrives when', async () => {
    const burst = fc.record({
      afterMs: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 70_000 })),
      priority: priorities,
      calls: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 1500 })),
      pauseMs: fc.option(fc.integer({ min: 1000, max: 20_000 }), { nil: undefined, freq: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(
        endpoints,
        fc.array(burst, { minLength: 1, maxLength: 12 }),
        async (endpoint, bursts) => {
          const { clock, limiter, sent, call } = setUp();
          let expected = 0;
          for (const { afterMs, priority, calls, pauseMs } of bursts) {
            await clock.run(afterMs);
            for (let n = 0; n < calls; n += 1) void call(endpoint, priority);
            if (pauseMs) await limiter.pause(endpoint, pauseMs);
            expected += calls;
          }
          await clock.run();
          expect(sent).toHaveLength(expected);
          for (const window of endpointOf(endpoint).windows) {
            expect(
              fullest(
                sent.map(({ at }) => at),
                window,
              ),
            ).toBeLessThanOrEqual(window.limit);
          }
        },
      ),
      { seed: 2026, numRuns: 40 },
    );
  }, 60_000);

  test.each<EndpointId>(['applications.get', 'applications.getDetail', 'talents.get', 'jobs.list'])(
    'paces background work on %s evenly at 95 % of what binds',
    async (endpoint) => {
      const { clock, sent, call } = setUp();
      for (let n = 0; n < 3500; n += 1) void call(endpoint, 'background');
      await clock.run(60_000);
      const perSecond = Math.min(
        ...endpointOf(endpoint).windows.map(({ limit, ms }) => (limit / ms) * 1000),
      );
      expect(sent.length / 60).toBeGreaterThan(perSecond * 0.94);
      expect(sent.length / 60).toBeLessThanOrEqual(perSecond * 0.95 + 1 / 30);
      const gaps = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));
      expect(Math.max(...gaps) - Math.min(...gaps.slice(1))).toBeLessThan(2);
    },
  );

  test('spends a minute’s share on id lists as fast as the second allows, then its pace', async () => {
    const { clock, sent, call } = setUp();
    for (let n = 0; n < 3000; n += 1) void call('applications.list', 'background');
    await clock.run(20_100);
    expect(sent.length).toBeGreaterThanOrEqual(949);
    await clock.run(160_000);
    expect(sent.length).toBeGreaterThanOrEqual(2850);
    const times = sent.map(({ at }) => at);
    expect(fullest(times, { limit: 1000, ms: 60_000 })).toBeLessThanOrEqual(955);
    expect(fullest(times, { limit: 50, ms: 1000 })).toBeLessThanOrEqual(48);
    const before = clock.monotonic();
    for (let n = 0; n < 20; n += 1) void call('applications.list', 'person');
    await clock.run(0);
    expect(sent.filter(({ priority, at }) => priority === 'person' && at === before)).toHaveLength(
      20,
    );
  });

  test('keeps its pace when timers fire late, and catches nothing up in a burst', () => {
    const windows: Window[] = [{ limit: 20, ms: 1000 }];
    const state = initialState();
    const times: number[] = [];
    for (let now = 0; now < 60_000; ) {
      const wait = take(state, windows, 'background', now);
      if (wait === 0) times.push(now);
      else now += wait + 3;
    }
    expect(times.length / 60).toBeGreaterThan(18.5);
    const late = 70_000;
    expect(take(state, windows, 'background', late)).toBe(0);
    expect(take(state, windows, 'background', late)).toBeGreaterThan(20);
  });

  test('lets a person ahead of any amount of background work, at once', async () => {
    const { clock, sent, call } = setUp();
    for (let n = 0; n < 5000; n += 1) void call('applications.get', 'background');
    await clock.run(45_010);
    const before = clock.monotonic();
    for (let n = 0; n < 20; n += 1) void call('applications.get', 'person');
    await clock.run(0);
    expect(sent.filter(({ priority, at }) => priority === 'person' && at === before)).toHaveLength(
      20,
    );
  });

  test('holds people to the minute as well as to the second', async () => {
    const { clock, sent, call } = setUp();
    for (let n = 0; n < 1200; n += 1) void call('applications.get', 'person');
    await clock.run(60_000);
    expect(sent).toHaveLength(1000);
    await clock.run();
    expect(sent).toHaveLength(1200);
  });

  test('serves people in the order they came', async () => {
    const { clock, limiter } = setUp();
    const order: number[] = [];
    for (let n = 0; n < 30; n += 1) {
      void limiter
        .acquire('applications.getDetail', { priority: 'person', patienceMs: FOREVER })
        .then(() => order.push(n));
    }
    await clock.run();
    expect(order).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  test('pauses only the API that was told to', async () => {
    const { clock, limiter, sent, call } = setUp();
    await limiter.pause('talents.get', 52_000);
    void call('talents.get', 'person');
    void call('talents.get', 'background');
    void call('applications.get', 'background');
    await clock.run(51_999);
    expect(sent.map(({ endpoint }) => endpoint)).toEqual(['applications.get']);
    await clock.run(2000);
    expect(sent).toHaveLength(3);
  });

  test('tells a person at once when the wait is longer than they have', async () => {
    const { clock, limiter } = setUp();
    await limiter.pause('talents.get', 52_000);
    const waiting = limiter.acquire('talents.get', { priority: 'person', patienceMs: 8000 });
    const refused = expect(waiting).rejects.toMatchObject({
      kind: 'rate_limited',
      retryAfterMs: 52_000,
    });
    await clock.run(0);
    await refused;
    await expect(waiting).rejects.toBeInstanceOf(FeishuError);
  });

  test('forgets whoever gives up, and goes on with the next', async () => {
    const { clock, limiter, sent, call } = setUp();
    await limiter.pause('talents.get', 5000);
    const gone = new AbortController();
    const first = limiter.acquire('talents.get', {
      priority: 'background',
      patienceMs: FOREVER,
      signal: gone.signal,
    });
    void call('talents.get', 'background');
    gone.abort(new Error('enough'));
    await expect(first).rejects.toThrow('enough');
    await clock.run();
    expect(sent).toHaveLength(1);
  });
});

describe('an outside consumer of the same budget', () => {
  const windows: Window[] = [{ limit: 20, ms: 1000 }];
  const rateOver = (state: ReturnType<typeof initialState>, from: number, seconds: number) => {
    let count = 0;
    for (let now = from; now < from + seconds * 1000; ) {
      const wait = take(state, windows, 'background', now);
      if (wait === 0) count += 1;
      else now += wait;
    }
    return count / seconds;
  };

  test('is not suspected over two refusals, as calls bunch up on the way', () => {
    const state = initialState();
    pause(state, 1000, 0);
    pause(state, 1000, 30_000);
    expect(rateOver(state, 31_000, 10)).toBeCloseTo(18, 0);
    expect(rateOver(state, 60_000, 20)).toBeCloseTo(19, 0);
    pause(state, 1000, 120_000);
    expect(rateOver(state, 150_000, 20)).toBeCloseTo(19, 0);
  });

  test('halves our background pace, once per pause, and gets 20 % for good', () => {
    const state = initialState();
    expect(rateOver(state, 0, 20)).toBeCloseTo(19, 0);
    pause(state, 1000, 20_000);
    pause(state, 1000, 30_000);
    expect(rateOver(state, 31_005, 10)).toBeCloseTo(18, 0);
    for (let reply = 0; reply < 5; reply += 1) pause(state, 1000, 42_000 + reply);
    expect(rateOver(state, 43_005, 10)).toBeCloseTo(9.2, 0);
    expect(rateOver(state, 210_000, 20)).toBeCloseTo(16, 0);
  });

  test('is forgotten after half an hour of silence', () => {
    const state = initialState();
    for (const at of [0, 5000, 10_000]) pause(state, 1000, at);
    expect(rateOver(state, 29 * 60_000, 20)).toBeCloseTo(16, 0);
    rateOver(state, 31 * 60_000, 120);
    expect(rateOver(state, 34 * 60_000, 20)).toBeCloseTo(19, 0);
  });

  test('never stops us altogether', () => {
    const state = initialState();
    for (let n = 0; n < 20; n += 1) pause(state, 1000, n * 2000);
    expect(rateOver(state, 42_000, 10)).toBeGreaterThan(0.5);
  });
});
