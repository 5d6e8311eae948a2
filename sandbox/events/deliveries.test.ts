import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Random } from '@/sandbox/world/random';
import { Deliveries, type Delivery, type NewEvent, type Outcome } from './deliveries';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const event = (n: number): NewEvent => ({
  type: 'hire.offer.status_changed_v1',
  event: { offer_id: String(n) },
  eventId: `event-${n}`,
  createdAt: 0,
});
const said = (acknowledged: boolean): Outcome => ({
  via: 'webhook',
  acknowledged,
  answer: '',
  status: acknowledged ? 200 : 500,
});

/** Deliveries to a receiver that answers as told, and what it got with the moment it did. */
function start(answer: (delivery: Delivery) => boolean = () => true) {
  const received: { offer: string; at: number }[] = [];
  const begun = performance.now();
  const deliveries = new Deliveries(
    async (delivery) => {
      const { offer_id } = 'offer_id' in delivery.event ? delivery.event : { offer_id: '' };
      received.push({ offer: offer_id, at: Math.round(performance.now() - begun) });
      return said(answer(delivery));
    },
    Random.of(1, 'test'),
  );
  return { deliveries, received, offers: () => received.map(({ offer }) => offer) };
}
const first = ({ deliveries }: ReturnType<typeof start>) => deliveries.latest(1)[0];
const HOUR = 3_600_000;

describe('a delivery', () => {
  it('is tried once when it is acknowledged', async () => {
    const run = start();
    run.deliveries.publish([event(1)]);
    await vi.advanceTimersByTimeAsync(24 * HOUR);
    expect(run.received).toEqual([{ offer: '1', at: 0 }]);
    expect(first(run)).toMatchObject({ state: 'acknowledged', attempts: [{ afterMs: 0 }] });
  });

  it('is tried again after 15 s, 5 min, 1 h and 6 h, and then no more', async () => {
    const run = start(() => false);
    run.deliveries.publish([event(1)]);
    await vi.advanceTimersByTimeAsync(48 * HOUR);
    expect(run.received.map(({ at }) => at)).toEqual([
      0,
      15_000,
      315_000,
      315_000 + HOUR,
      315_000 + 7 * HOUR,
    ]);
    expect(first(run)?.attempts.map(({ afterMs }) => afterMs)).toEqual([
      0,
      15_000,
      300_000,
      HOUR,
      6 * HOUR,
    ]);
    expect(first(run)?.state).toBe('given-up');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends with the first acknowledgement', async () => {
    const run = start(({ attempts }) => attempts.length === 2);
    run.deliveries.publish([event(1)]);
    await vi.advanceTimersByTimeAsync(48 * HOUR);
    expect(run.received).toHaveLength(3);
    expect(first(run)?.state).toBe('acknowledged');
  });

  it('waits less from the moment the time scale says so', async () => {
    const run = start(() => false);
    run.deliveries.publish([event(1)]);
    await vi.advanceTimersByTimeAsync(5_000);
    run.deliveries.configure({ timeScale: 100 });
    // 10 s are left of the wait, which a hundredth of it ends; then 3 s and 36 s.
    await vi.advanceTimersByTimeAsync(39_200);
    expect(run.received.map(({ at }) => at)).toEqual([0, 5_100, 8_100, 44_100]);
  });

  it('waits as long as it should at a scale that no timer reaches', async () => {
    const run = start(({ attempts }) => attempts.length === 4);
    run.deliveries.configure({ timeScale: 0.01 });
    run.deliveries.publish([event(1)]);
    await vi.advanceTimersByTimeAsync((315_000 + 7 * HOUR) * 100 - 1);
    expect(run.received).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(2);
    expect(run.received).toHaveLength(5);
  });

  it('starts after the delay that is asked for', async () => {
    const run = start();
    run.deliveries.publish([event(1)], 2_000);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(run.received).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(run.received).toHaveLength(1);
  });
});

describe('deliveries on demand', () => {
  it('stop in a pause, retries included, and go on after it', async () => {
    let up = false;
    const run = start(() => up);
    run.deliveries.publish([event(1)]);
    await vi.advanceTimersByTimeAsync(1_000);
    run.deliveries.configure({ paused: true });
    run.deliveries.publish([event(2)]);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(run.offers()).toEqual(['1']);
    up = true;
    run.deliveries.configure({ paused: false });
    await vi.advanceTimersByTimeAsync(0);
    expect(run.offers().toSorted()).toEqual(['1', '1', '2']);
    expect(run.deliveries.counts()).toMatchObject({ acknowledged: 2, waiting: 0 });
  });

  it('come several times under one event id', async () => {
    const run = start();
    run.deliveries.configure({ duplicate: 2 });
    run.deliveries.publish([event(1)]);
    await vi.advanceTimersByTimeAsync(0);
    expect(run.offers()).toEqual(['1', '1', '1']);
    const all = run.deliveries.latest(9);
    expect(all.map(({ why }) => why)).toEqual(['duplicate', 'duplicate', 'caused']);
    expect(new Set(all.map(({ eventId }) => eventId))).toEqual(new Set(['event-1']));
  });

  it('come in another order, each once', async () => {
    const run = start();
    const given = Array.from({ length: 8 }, (_, n) => String(n));
    run.deliveries.configure({ shuffle: true });
    for (const n of given) run.deliveries.publish([event(Number(n))]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(run.offers()).not.toEqual(given);
    expect(run.offers().toSorted()).toEqual(given);
    run.deliveries.publish([event(8), event(9)]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(run.offers().slice(8)).toEqual(['9', '8']);
  });

  it('are held by a pause that comes while they are gathered', async () => {
    const run = start();
    run.deliveries.configure({ shuffle: true });
    run.deliveries.publish([event(1)]);
    run.deliveries.configure({ paused: true });
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(run.received).toEqual([]);
    run.deliveries.configure({ paused: false });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(run.received).toHaveLength(1);
  });

  it('are lost at the rate that is asked for, and a replay finds the lost', async () => {
    const run = start();
    run.deliveries.configure({ dropRate: 0.5 });
    run.deliveries.publish(Array.from({ length: 200 }, (_, n) => event(n)));
    await vi.advanceTimersByTimeAsync(0);
    expect(run.received.length).toBeGreaterThan(70);
    expect(run.received.length).toBeLessThan(130);
    const lost = run.deliveries.counts().dropped;
    expect(run.received.length + lost).toBe(200);
    run.deliveries.replay(({ state }) => state === 'dropped');
    await vi.advanceTimersByTimeAsync(0);
    expect(new Set(run.offers()).size).toBe(200);
  });

  it('leave nothing behind when they are cleared', async () => {
    let answer: (outcome: Outcome) => void = () => {};
    const deliveries = new Deliveries(
      (delivery) =>
        delivery.eventId === 'event-1'
          ? new Promise((resolve) => {
              answer = resolve;
            })
          : Promise.resolve(said(false)),
      Random.of(1, 'test'),
    );
    deliveries.publish([event(1), event(2)]);
    await vi.advanceTimersByTimeAsync(0);
    deliveries.configure({ shuffle: true });
    deliveries.publish([event(3)]);
    deliveries.clear();
    answer(said(false));
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(deliveries.latest(9)).toEqual([]);
    expect(deliveries.settings).toMatchObject({ shuffle: false, timeScale: 1 });
  });

  it('are remembered up to a thousand, and never forgotten while they wait', async () => {
    const run = start((delivery) => delivery.eventId !== 'event-0');
    for (let n = 0; n < 1_200; n++) run.deliveries.publish([event(n)]);
    await vi.advanceTimersByTimeAsync(0);
    run.deliveries.publish(Array.from({ length: 300 }, (_, n) => event(2_000 + n)));
    await vi.advanceTimersByTimeAsync(0);
    const kept = run.deliveries.latest(9_999);
    expect(kept.at(-1)).toMatchObject({ eventId: 'event-0', state: 'waiting' });
    expect(kept).toHaveLength(1_000);
  });
});
