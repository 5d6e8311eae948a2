import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FunnelCell, funnelParts, maturity, passRates, skippedAt } from './funnel';

const cells: FunnelCell[] = [
  { furthest: 1, outcome: 'active', count: 10 },
  { furthest: 1, outcome: 'ended', count: 40 },
  { furthest: 3, outcome: 'ended', count: 20 },
  { furthest: 4, outcome: 'active', count: 5 },
  { furthest: 6, outcome: 'ended', count: 2 },
  { furthest: 7, outcome: 'hired', count: 8 },
];

const anyCells = fc.array(
  fc.record({
    furthest: fc.integer({ min: 1, max: 7 }),
    outcome: fc.constantFrom('active' as const, 'hired' as const, 'ended' as const),
    count: fc.integer({ min: 0, max: 1000 }),
  }),
);

describe('the funnel', () => {
  test('counts who came as far as a step, whichever steps they skipped', () => {
    expect(funnelParts(cells).map(({ step, reached }) => [step, reached])).toEqual([
      ['screen', 85],
      ['evaluation', 35],
      ['test', 35],
      ['interview', 15],
      ['offer', 10],
      ['to_join', 10],
      ['joined', 8],
    ]);
  });

  test('parts those who reached a step into passed, in progress and dropped', () => {
    const parts = Object.fromEntries(funnelParts(cells).map((part) => [part.step, part]));
    expect(parts.screen).toMatchObject({ passed: 35, inProgress: 10, dropped: 40 });
    expect(parts.test).toMatchObject({ passed: 15, inProgress: 0, dropped: 20 });
    expect(parts.interview).toMatchObject({ passed: 10, inProgress: 5, dropped: 0 });
  });

  test('counts the joined as passed at to-join, and the hired as passed at joined', () => {
    const parts = Object.fromEntries(funnelParts(cells).map((part) => [part.step, part]));
    expect(parts.to_join).toMatchObject({ passed: 8, inProgress: 0, dropped: 2 });
    expect(parts.joined).toMatchObject({ reached: 8, passed: 8, inProgress: 0, dropped: 0 });
  });

  test('of nobody is seven empty steps', () => {
    const parts = funnelParts([]);
    expect(parts).toHaveLength(7);
    expect(parts.every(({ reached }) => reached === 0)).toBe(true);
  });

  test('adds up at every step, never widens, and begins with the cohort', () => {
    fc.assert(
      fc.property(anyCells, (any) => {
        const parts = funnelParts(any);
        const cohort = any.reduce((total, cell) => total + cell.count, 0);
        expect(parts[0]?.reached).toBe(cohort);
        parts.forEach((part, index) => {
          expect(part.passed + part.inProgress + part.dropped).toBe(part.reached);
          const next = parts[index + 1];
          if (next) expect(next.reached).toBeLessThanOrEqual(part.passed);
        });
      }),
      { seed: 5 },
    );
  });

  test('passes at least as many of the decided as of all', () => {
    fc.assert(
      fc.property(anyCells, (any) => {
        for (const part of funnelParts(any)) {
          const { resolved, all } = passRates(part);
          if (resolved.value === null || all.value === null) continue;
          expect(resolved.value).toBeGreaterThanOrEqual(all.value);
        }
      }),
      { seed: 6 },
    );
  });

  test('skips nobody twice: whoever has no visit at a step they came past', () => {
    expect(skippedAt(35, 30)).toBe(5);
    expect(skippedAt(10, 12)).toBe(0);
  });
});

describe('maturity', () => {
  const part = (reached: number, inProgress: number) => ({
    step: 'screen' as const,
    reached,
    inProgress,
    passed: 0,
    dropped: reached - inProgress,
  });

  test('is missing while more than a tenth of a step is in progress, and names the worst step', () => {
    const parts = [part(100, 11), { ...part(20, 5), step: 'interview' as const }];
    expect(maturity(parts, 900, 30)).toEqual({
      immature: true,
      reason: 'in_progress_share',
      step: 'interview',
      share: 0.25,
      p90Days: 30,
    });
  });

  test('allows exactly a tenth', () => {
    expect(maturity([part(100, 10)], 900, 30)).toMatchObject({ immature: false, reason: null });
  });

  test('is missing while the period ended more recently than nine in ten take', () => {
    expect(maturity([part(100, 0)], 29, 30)).toMatchObject({
      immature: true,
      reason: 'too_recent',
      p90Days: 30,
      step: null,
    });
    expect(maturity([part(100, 0)], 30, 30)).toMatchObject({ immature: false });
  });

  test('is not denied to a cohort of nobody', () => {
    expect(maturity([part(0, 0)], 0, null)).toMatchObject({ immature: false, reason: null });
  });
});
