import { describe, expect, it } from 'vitest';
import { fullReadCost } from './full-read-cost';

const none = { jobs: 0, applications: 0, talents: 0, evaluations: 0, interviews: 0, late: 0 };

describe('what a full read costs', () => {
  it('takes as long as bodies do, read from both endpoints at 95 % of 1000 and 600 a minute', () => {
    const { minutes } = fullReadCost({ ...none, applications: 50_000 }, 1);
    expect(minutes).toBe(Math.ceil(50_000 / (1600 * 0.95)));
  });

  it('takes as long as the slowest API: each talent’s record at 20 a second', () => {
    const { minutes } = fullReadCost({ ...none, applications: 50_000, talents: 80_000 }, 1);
    expect(minutes).toBe(Math.ceil(80_000 / (1200 * 0.95)));
  });

  it('follows the scale of the limits, and is a minute at least', () => {
    const counts = { ...none, applications: 50_000 };
    expect(fullReadCost(counts, 10).minutes).toBe(4);
    expect(fullReadCost(none, 1)).toEqual({ calls: 0, minutes: 1 });
  });

  it('counts a call each for a body and a record, and a page for what comes in lists', () => {
    const counts = { ...none, applications: 1600, talents: 40, evaluations: 250, late: 5 };
    // 32 pages of ids, 1600 bodies, 2 + 40 for talents, 3 of evaluations, 5 + 5 late.
    expect(fullReadCost(counts, 1).calls).toBe(32 + 1600 + 42 + 3 + 10);
  });
});
