import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantile, rate, wilson } from './statistics';

const sample = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }))
  .map(([a, b]) => ({ successes: Math.min(a, b), trials: b }));

describe('the Wilson interval', () => {
  // Reference values: Newcombe (1998), table I, method 3; Agresti & Coull (1998).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])('of %i in %i is %f to %f', (successes, trials, low, high) => {
    const interval = wilson(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('says nothing about nobody', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  test('lies between 0 and 1 and holds the share', () => {
    fc.assert(
      fc.property(sample, ({ successes, trials }) => {
        const { low, high } = wilson(successes, trials);
        const share = successes / trials;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
      }),
      { seed: 1 },
    );
  });

  test('narrows as cases are added at the same share', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 2, max: 20 }), ({ successes, trials }, times) => {
        const few = wilson(successes, trials);
        const many = wilson(successes * times, trials * times);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
      { seed: 2 },
    );
  });

  test('mirrors: failures have the mirrored interval', () => {
    fc.assert(
      fc.property(sample, ({ successes, trials }) => {
        const of = wilson(successes, trials);
        const against = wilson(trials - successes, trials);
        expect(against.low).toBeCloseTo(1 - of.high, 10);
        expect(against.high).toBeCloseTo(1 - of.low, 10);
      }),
      { seed: 3 },
    );
  });
});

describe('a rate', () => {
  test('is hidden with its interval under five cases, its counts are not', () => {
    expect(rate(3, 4)).toEqual({
      value: null,
      low: null,
      high: null,
      numerator: 3,
      denominator: 4,
    });
    expect(rate(0, 0)).toMatchObject({ value: null, denominator: 0 });
  });

  test('is shown from five on', () => {
    expect(rate(2, 5)).toMatchObject({ value: 0.4, numerator: 2, denominator: 5 });
    expect(rate(2, 5).low).toBeGreaterThan(0);
  });
});

describe('a quantile', () => {
  test.each([
    [[], 0.5, null],
    [[7], 0.9, 7],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[4, 1, 3, 2], 0.75, 3.25],
    [[1, 2, 3, 4, 5], 0.9, 4.6],
    [[1, 2, 3], 0, 1],
    [[1, 2, 3], 1, 3],
  ])('of %j at %f is %j', (values, p, expected) => {
    const found = quantile(values, p);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 10);
  });

  test('lies within the values and never falls as p rises', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(numbers, share, share, (values, p, q) => {
        const low = quantile(values, Math.min(p, q)) ?? Number.NaN;
        const high = quantile(values, Math.max(p, q)) ?? Number.NaN;
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(low).toBeLessThanOrEqual(high + 1e-6);
      }),
      { seed: 4 },
    );
  });
});
