import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColumnPoint, niceTicks, prepareColumns, seriesTotal } from './columns';

const series = [{ key: 'created', label: '新增', color: 'red' }];
const point = (key: string, created: number | null): ColumnPoint => ({
  key,
  label: key,
  fullLabel: key,
  partial: false,
  values: { created },
});

describe('columns', () => {
  test('stand on zero under a round top', () => {
    const model = prepareColumns(series, [point('a', 37), point('b', 3)]);
    expect(model.ticks).toEqual([0, 10, 20, 30, 40]);
    expect(model.max).toBe(40);
  });

  test('leave a gap out of the sum instead of counting it as none', () => {
    const model = prepareColumns(series, [point('a', 4), point('b', null)]);
    expect(seriesTotal(model, 'created')).toBe(4);
    expect(seriesTotal(prepareColumns(series, [point('a', null)]), 'created')).toBeNull();
  });

  test('refuse a sixth series', () => {
    const six = Array.from({ length: 6 }, (_, at) => ({ key: `s${at}`, label: '', color: '' }));
    expect(() => prepareColumns(six, [])).toThrow(RangeError);
  });

  test('ticks start at zero, are whole, even, few, and reach the highest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (highest) => {
        const ticks = niceTicks(highest);
        const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
        expect(ticks.length).toBeLessThanOrEqual(6);
        for (const [at, tick] of ticks.entries()) expect(tick).toBe(at * step);
        expect(Number.isInteger(step)).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
