import { expect, test } from 'vitest';
import type { TimeInStageRowDto } from '@/lib/domain/reports';
import { prepareQuantiles } from './quantiles';

const row = (over: Partial<TimeInStageRowDto>): TimeInStageRowDto => ({
  key: 'screen',
  name: null,
  step: 'screen',
  median: 2,
  p75: 4,
  p90: 9,
  completed: 40,
  waiting: 3,
  waitingMedian: 5,
  stale: 1,
  slaDays: 3,
  accidental: 0,
  ...over,
});

test('all rows share one axis from zero that holds the longest p90', () => {
  const model = prepareQuantiles([row({}), row({ key: 'offer', p90: 36 })]);
  expect(model.ticks).toEqual([0, 10, 20, 30, 40]);
  expect(model.rows[0]?.at).toEqual({ median: 5, p75: 10, p90: 22.5 });
});

test('a stage nobody has left is no zero', () => {
  const none = row({ median: null, p75: null, p90: null, completed: 0 });
  expect(prepareQuantiles([none]).rows[0]?.at).toBeNull();
});

test('a limit beyond the axis, or none, is not drawn', () => {
  const [inside, beyond, none] = prepareQuantiles([
    row({}),
    row({ slaDays: 45 }),
    row({ slaDays: 0 }),
  ]).rows;
  expect(inside?.slaAt).toBe(30);
  expect(beyond?.slaAt).toBeNull();
  expect(none?.slaAt).toBeNull();
});

test('fewer than twenty completed visits say little', () => {
  expect(prepareQuantiles([row({ completed: 19 })]).rows[0]?.few).toBe(true);
  expect(prepareQuantiles([row({ completed: 20 })]).rows[0]?.few).toBe(false);
});
