import { expect, test } from 'vitest';
import { prepareTrend } from './trend';

const words = {
  created: 'New',
  hired: 'Joined',
  short: (day: string) => day.slice(5),
  full: (day: string, partial: boolean) => (partial ? `${day}, running` : day),
};

test('each week is a point with both figures, the running one marked', () => {
  const model = prepareTrend(
    {
      weeks: [
        { start: '2026-06-15', created: 12, hired: 0, partial: false },
        { start: '2026-06-22', created: 5, hired: 1, partial: true },
      ],
      sync: {
        state: 'complete',
        percent: 100,
        asOf: null,
        failing: null,
        paused: null,
        embedded: false,
      },
    },
    words,
  );
  expect(model.points.map(({ label, fullLabel, partial }) => [label, fullLabel, partial])).toEqual([
    ['06-15', '2026-06-15', false],
    ['06-22', '2026-06-22, running', true],
  ]);
  expect(model.points[0]?.values).toEqual({ created: 12, hired: 0 });
  expect(model.max).toBe(15);
});
