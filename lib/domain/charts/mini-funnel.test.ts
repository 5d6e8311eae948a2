import { expect, test } from 'vitest';
import { prepareMiniFunnel } from './mini-funnel';

test('bars are measured against the tallest of their row', () => {
  const bars = prepareMiniFunnel([40, 20, 0, 1, 0, 0, 4]);
  expect(bars.map(({ height }) => height)).toEqual([1, 0.5, 0, 0.12, 0, 0, 0.12]);
  expect(bars.map(({ step }) => step).slice(0, 2)).toEqual(['screen', 'evaluation']);
});

test('one application is seen and none is not', () => {
  const bars = prepareMiniFunnel([10_000, 1, 0, 0, 0, 0, 0]);
  expect(bars[1]?.height).toBeGreaterThan(0);
  expect(bars[2]?.height).toBe(0);
  expect(prepareMiniFunnel([0, 0, 0, 0, 0, 0, 0]).every(({ height }) => height === 0)).toBe(true);
});
