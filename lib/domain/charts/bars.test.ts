import { expect, test } from 'vitest';
import { prepareBars } from './bars';

const input = (values: number[]) =>
  values.map((value, at) => ({ key: `k${at}`, label: `label ${at}`, value }));

test('the longest bar comes first and fills the width, zero stays zero', () => {
  const { bars, total } = prepareBars(input([5, 20, 0]));
  expect(bars.map(({ key, width }) => [key, width])).toEqual([
    ['k1', 100],
    ['k0', 25],
    ['k2', 0],
  ]);
  expect(total).toBe(25);
  expect(bars[0]?.share).toBe(0.8);
});

test('what the top leaves out is counted and summed, nothing is lost', () => {
  const { bars, others, total } = prepareBars(input([9, 8, 7, 6, 5]), 2);
  expect(bars).toHaveLength(2);
  expect(others).toMatchObject({ count: 3, value: 18 });
  expect(bars.reduce((sum, { value }) => sum + value, others?.value ?? 0)).toBe(total);
  expect(others?.width).toBe(100);
});

test('a single one left over keeps its name', () => {
  expect(prepareBars(input([3, 2, 1]), 2).others).toBeNull();
});

test('nothing at all has no shares', () => {
  expect(prepareBars([]).bars).toEqual([]);
  expect(prepareBars(input([0])).bars[0]).toMatchObject({ width: 0, share: null });
});
