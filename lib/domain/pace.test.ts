import { describe, expect, it } from 'vitest';
import { addSample, paceOf, type Sample } from './pace';

const run = (...points: [seconds: number, done: number][]) =>
  points.reduce<Sample[]>((samples, [s, done]) => addSample(samples, { at: s * 1000, done }), []);

describe('the pace of a reading', () => {
  it('is unknown until ten seconds were watched', () => {
    expect(paceOf([], 1000)).toBeNull();
    expect(paceOf(run([0, 100]), 1000)).toBeNull();
    expect(paceOf(run([0, 100], [9, 280]), 1000)).toBeNull();
    expect(paceOf(run([0, 100], [10, 300]), 1000)).toEqual({ perMinute: 1200, secondsLeft: 35 });
  });

  it('is unknown while nothing moves, and never endless', () => {
    expect(paceOf(run([0, 100], [20, 100], [40, 100]), 1000)).toBeNull();
  });

  it('tells no end where nobody knows how many there are', () => {
    expect(paceOf(run([0, 0], [30, 600]), null)).toEqual({ perMinute: 1200, secondsLeft: null });
  });

  it('slows down with the reading and forgets what is older than a minute', () => {
    const fast = run([0, 0], [30, 3000], [60, 6000]);
    expect(paceOf(fast, 12_000)?.secondsLeft).toBe(60);
    const stalled = run([0, 0], [60, 6000], [90, 6000], [121, 6000]);
    expect(paceOf(stalled, 12_000)).toBeNull();
  });

  it('starts anew where the count falls back: everything is read again', () => {
    const again = run([0, 5000], [10, 5900], [12, 40]);
    expect(again).toEqual([{ at: 12_000, done: 40 }]);
  });

  it('takes one answer twice, or one that overtook another, for nothing', () => {
    expect(run([0, 0], [10, 100], [10, 100], [8, 80])).toEqual(run([0, 0], [10, 100]));
  });

  it('starts anew after a clock was set back', () => {
    expect(run([3600, 0], [3610, 100], [20, 200])).toEqual([{ at: 20_000, done: 200 }]);
  });

  it('is at its end with nothing left', () => {
    expect(paceOf(run([0, 0], [10, 1000]), 900)?.secondsLeft).toBe(0);
  });
});
