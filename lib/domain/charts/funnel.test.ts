import { describe, expect, test } from 'vitest';
import { type FunnelCell, funnelParts, maturity, passRates } from '@/lib/domain/funnel';
import type { FunnelDto } from '@/lib/domain/reports';
import { rate } from '@/lib/domain/statistics';
import { prepareFunnel } from './funnel';

const cells: FunnelCell[] = [
  { furthest: 1, outcome: 'ended', count: 60 },
  { furthest: 1, outcome: 'active', count: 10 },
  { furthest: 4, outcome: 'ended', count: 12 },
  { furthest: 4, outcome: 'active', count: 3 },
  { furthest: 7, outcome: 'hired', count: 4 },
];

function dto(): FunnelDto {
  const parts = funnelParts(cells);
  return {
    cohort: 89,
    hired: 4,
    overall: rate(4, 89),
    maturity: maturity(parts, 100, 40),
    steps: parts.map((part) => ({ ...part, ...passRates(part), skipped: 0, medianDays: 2 })),
    sync: {
      state: 'complete',
      percent: 100,
      asOf: null,
      failing: null,
      paused: null,
      embedded: false,
    },
  };
}

describe('the funnel as bars', () => {
  const model = prepareFunnel(dto(), { job: ['7'], from: '2026-01-01' });

  test('draws every bar against the whole cohort, and no bar longer than it', () => {
    for (const row of model.rows) {
      const width = row.segments.reduce((sum, segment) => sum + segment.width, 0);
      expect(width).toBeCloseTo((row.reached / 89) * 100);
      expect(width).toBeLessThanOrEqual(100);
    }
    expect(model.rows[0]?.segments.map(({ count }) => count)).toEqual([19, 10, 60]);
  });

  test('leads each segment to the list it counts, under the filter of the cohort', () => {
    const segment = model.rows[3]?.segments[2];
    const query = new URL(segment?.href ?? '', 'http://x').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      view: 'list',
      job: '7',
      from: '2026-01-01',
      status: 'all',
      reached: 'interview',
      outcome: 'dropped',
    });
  });

  test('leads the count to everybody who reached the step', () => {
    const query = new URL(model.rows[3]?.href ?? '', 'http://x').searchParams;
    expect(query.get('reached')).toBe('interview');
    expect(query.has('outcome')).toBe(false);
  });

  test('says how much a rate may be trusted', () => {
    expect(model.rows[0]?.rate.weight).toBe('enough');
    expect(model.rows[3]?.rate.weight).toBe('few');
    expect(model.rows[5]?.rate.weight).toBe('none');
  });

  test('claims no pass rate where nobody was tried: after the last step, or all skipped it', () => {
    const skipping = dto();
    skipping.steps = skipping.steps.map((row) =>
      row.step === 'test' ? { ...row, skipped: row.reached } : row,
    );
    const { rows } = prepareFunnel(skipping, {});
    expect(rows.filter(({ rate }) => rate.weight === 'nobody').map(({ step }) => step)).toEqual([
      'test',
      'joined',
    ]);
    expect(rows[2]?.rate.value).toBeNull();
  });

  test('survives a cohort of nobody', () => {
    const none = { ...dto(), cohort: 0, hired: 0, steps: [] };
    expect(prepareFunnel(none, {}).rows).toEqual([]);
    const zeros = dto();
    zeros.cohort = 0;
    zeros.steps = zeros.steps.map((row) => ({
      ...row,
      reached: 0,
      passed: 0,
      inProgress: 0,
      dropped: 0,
    }));
    expect(prepareFunnel(zeros, {}).rows[0]?.segments.every(({ width }) => width === 0)).toBe(true);
  });
});
