import { describe, expect, test } from 'vitest';
import { prepareLifeLine } from './life-line';

const school = (start: string | null, end: string | null) => ({
  start,
  end,
  school: '浙江大学',
  major: '计算机',
  degree: 6,
});
const job = (start: string | null, end: string | null) => ({
  start,
  end,
  company: '某公司',
  title: '工程师',
  description: '',
});
const today = '2026-06-30';
const of = (
  educations: ReturnType<typeof school>[],
  careers: ReturnType<typeof job>[],
  applications: Parameters<typeof prepareLifeLine>[0]['applications'] = [],
) => prepareLifeLine({ educations, careers, applications }, today);

describe('a life on one axis', () => {
  test('begins with the first year and ends with this month', () => {
    const model = of([school('2016-09', '2020-06')], [job('2020-07', null)]);
    expect(model.ticks[0]).toEqual({ year: 2016, at: 0 });
    const last = model.careers[0];
    expect((last?.at ?? 0) + (last?.width ?? 0)).toBeCloseTo(100);
    expect(last?.end).toBeNull();
    expect(model.educations[0]?.at).toBeCloseTo((8 / 126) * 100);
    expect(model.educations[0]?.width).toBeCloseTo((46 / 126) * 100);
  });

  test('shows gaps of three months or more, and none where school and job overlap', () => {
    const gaps = of(
      [school('2016-09', '2020-06')],
      [job('2020-01', '2021-12'), job('2022-03', '2022-12'), job('2023-04', '2024-01')],
    ).gaps;
    expect(gaps.map(({ start, end, months }) => [start, end, months])).toEqual([
      ['2023-01', '2023-03', 3],
      ['2024-02', '2026-06', 29],
    ]);
  });

  test('sorts by start and keeps what has no start out of the drawing, counted', () => {
    const model = of([], [job('2022-01', null), job('2019-01', '2021-12'), job(null, '2018-01')]);
    expect(model.careers.map(({ start }) => start)).toEqual(['2019-01', '2022-01']);
    expect(model.undated).toBe(1);
  });

  test('gives what ends before it starts one month, not a negative length', () => {
    expect(of([], [job('2022-05', '2021-01')]).careers[0]?.width).toBeGreaterThan(0);
  });

  const application = {
    id: '1',
    jobTitle: 'x',
    step: 'screen' as const,
    outcome: 'active' as const,
    recruiter: null,
    createdAt: '2026-01-01T00:00:00Z',
    endedAt: null,
  };

  test('places applications by day', () => {
    const [early, late] = of(
      [],
      [],
      [application, { ...application, id: '2', createdAt: '2026-01-20T00:00:00Z' }],
    ).marks;
    expect(early?.at).toBe(0);
    expect(late?.at).toBeGreaterThan(0);
  });

  test('keeps applications of one month apart, and gives them back one line once they are far', () => {
    const dates = ['2026-05-20', '2026-05-02', '2026-05-11', '2019-03-01'];
    const { marks } = of(
      [school('2010-09', '2014-06')],
      [],
      dates.map((day, at) => ({ ...application, id: String(at), createdAt: `${day}T00:00:00Z` })),
    );
    expect(marks.map(({ key, lane }) => [key, lane])).toEqual([
      ['3', 0],
      ['1', 0],
      ['2', 1],
      ['0', 2],
    ]);
  });

  test('never prints more than eight years on the axis', () => {
    expect(of([school('1990-09', '1994-06')], []).ticks.length).toBeLessThanOrEqual(8);
  });

  test('of somebody we know nothing of is empty, not broken', () => {
    const model = of([], []);
    expect([model.educations, model.careers, model.gaps, model.marks]).toEqual([[], [], [], []]);
    expect(model.ticks.length).toBeGreaterThan(0);
  });
});
