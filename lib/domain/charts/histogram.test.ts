import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareHistogram } from './histogram';

const words = {
  series: 'n',
  color: 'red',
  range: (from: number, to: number | null) => (to === null ? `${from}+` : `${from}–${to}`),
};
const counts = (values: number[]) =>
  prepareHistogram(values, words).points.map(({ label, values: { count } }) => [label, count]);

test('values fall into classes of equal width, upper end excluded', () => {
  expect(counts([0, 0.5, 1, 3.9])).toEqual([
    ['0–1', 2],
    ['1–2', 1],
    ['2–3', 0],
    ['3–4', 1],
  ]);
});

test('a far outlier is one open class at the end', () => {
  const values = [...Array.from({ length: 99 }, (_, at) => at % 8), 900];
  expect(counts(values).at(-1)).toEqual(['8+', 1]);
});

test('no value is lost or counted twice', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 5000, noNaN: true })), (values) => {
      const total = prepareHistogram(values, words).points.reduce(
        (sum, { values: { count } }) => sum + (count ?? 0),
        0,
      );
      expect(total).toBe(values.length);
    }),
    { seed: 1 },
  );
});
