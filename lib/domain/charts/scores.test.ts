import { expect, test } from 'vitest';
import { prepareScores } from './scores';

const dimension = (id: string, n: number) => ({
  id,
  name: { zh: id, en: id },
  mean: 3,
  n,
  by: [],
});

test('three dimensions enclose an area, two do not', () => {
  expect(
    prepareScores({ dimensions: ['a', 'b', 'c'].map((id) => dimension(id, 1)), of: 5, hidden: 0 })
      .shape,
  ).toBe('radar');
  expect(
    prepareScores({ dimensions: ['a', 'b'].map((id) => dimension(id, 1)), of: 5, hidden: 0 }).shape,
  ).toBe('bars');
});

test('beyond eight the least scored stay in the table only', () => {
  const dimensions = Array.from({ length: 10 }, (_, at) => dimension(`d${at}`, at));
  const model = prepareScores({ dimensions, of: 5, hidden: 0 });
  expect(model.axes.map(({ id }) => id)).toEqual(['d9', 'd8', 'd7', 'd6', 'd5', 'd4', 'd3', 'd2']);
  expect(model.leftOut).toBe(2);
  expect(model.all).toHaveLength(10);
});
