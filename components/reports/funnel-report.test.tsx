import { within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { type FunnelCell, funnelParts, maturity, passRates } from '@/lib/domain/funnel';
import type { FunnelDto, ReportQuery } from '@/lib/domain/reports';
import { rate } from '@/lib/domain/statistics';
import { renderScreen } from '@/lib/testing/render';
import { FunnelReport } from './funnel-report';

const sync = {
  state: 'complete',
  percent: 100,
  asOf: '2026-06-30T01:00:00Z',
  failing: null,
  paused: null,
  embedded: false,
} as const;

/** Screen 200 reached; interview 18 decided, offer 4: one of each kind of trust. */
const cells: FunnelCell[] = [
  { furthest: 1, outcome: 'ended', count: 120 },
  { furthest: 1, outcome: 'active', count: 10 },
  { furthest: 4, outcome: 'ended', count: 14 },
  { furthest: 4, outcome: 'active', count: 52 },
  { furthest: 5, outcome: 'ended', count: 1 },
  { furthest: 7, outcome: 'hired', count: 3 },
];

function funnel(of: readonly FunnelCell[] = cells, parts: Partial<FunnelDto> = {}): FunnelDto {
  const steps = funnelParts(of);
  const sum = (some: readonly FunnelCell[]) => some.reduce((total, { count }) => total + count, 0);
  const hired = sum(of.filter(({ outcome }) => outcome === 'hired'));
  return {
    cohort: sum(of),
    hired,
    overall: rate(hired, sum(of)),
    maturity: maturity(steps, 100, 40),
    steps: steps.map((step) => ({ ...step, ...passRates(step), skipped: 0, medianDays: 2 })),
    sync,
    ...parts,
  };
}

function answerWith(...bodies: (FunnelDto | { status: number })[]) {
  const asked: URL[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    asked.push(new URL(String(input), 'http://localhost'));
    const body = bodies[Math.min(asked.length, bodies.length) - 1];
    if (body && 'cohort' in body) return Response.json(body);
    return Response.json(
      { type: 'about:blank', title: 'x', status: 503, code: 'INTERNAL', requestId: 'r-1' },
      { status: 503, headers: { 'content-type': 'application/problem+json' } },
    );
  });
  return asked;
}

const query: Partial<ReportQuery> = {
  job: ['7001', '7002'],
  source: ['9'],
  department: ['od-1'],
  recruiter: ['ou_a'],
  type: 'social',
  from: '2026-01-01',
  to: '2026-03-31',
};

/** The query as the list's address carries it. */
const carried = {
  view: 'list',
  job: '7001,7002',
  source: '9',
  department: 'od-1',
  recruiter: 'ou_a',
  type: 'social',
  from: '2026-01-01',
  to: '2026-03-31',
};

const filterOf = (link: HTMLElement) =>
  Object.fromEntries(new URL(link.getAttribute('href') ?? '', 'http://x').searchParams);

describe('the funnel report', () => {
  test('leads each part to the list under exactly its own filter, step and outcome', async () => {
    const asked = answerWith(funnel());
    const { findByRole, getByRole } = renderScreen(<FunnelReport query={query} />);
    const dropped = await findByRole('link', { name: '面试，终止：14' });
    expect(filterOf(dropped)).toEqual({
      ...carried,
      status: 'all',
      reached: 'interview',
      outcome: 'dropped',
    });
    expect(filterOf(getByRole('link', { name: '初筛，进行中：10' }))).toEqual({
      ...carried,
      status: 'all',
      reached: 'screen',
      outcome: 'in_progress',
    });
    expect(filterOf(getByRole('link', { name: 'Offer：4 份到达' }))).toEqual({
      ...carried,
      status: 'all',
      reached: 'offer',
    });
    const { view: _view, ...parameters } = carried;
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual(parameters);
  });

  test('shows a cohort and its three fates, which add up, each with its list', async () => {
    answerWith(funnel());
    const { findByRole, getByRole } = renderScreen(<FunnelReport query={{ from: '2026-01-01' }} />);
    const figures = [
      [await findByRole('link', { name: '200' }), 'all'],
      [getByRole('link', { name: '62' }), 'active'],
      [getByRole('link', { name: '3' }), 'hired'],
      [getByRole('link', { name: '135' }), 'ended'],
    ] as const;
    for (const [link, status] of figures) {
      expect(filterOf(link)).toEqual({
        view: 'list',
        from: '2026-01-01',
        status,
        reached: 'screen',
        // The last ended first.
        ...(status === 'ended' && { sort: 'ended', direction: 'desc' }),
      });
    }
  });

  test('hides a rate of under five, greys one of under twenty, and always says n', async () => {
    answerWith(funnel());
    const { findByText, getByText, queryByText } = renderScreen(<FunnelReport query={{}} />);
    expect((await findByText('36.8%')).parentElement?.className).not.toContain('text-faint');
    expect(getByText('22%').parentElement?.className).toContain('text-faint');
    getByText(/n = 18 · 样本太少/);
    getByText('n = 4，样本太少');
    expect(queryByText('75%')).toBeNull();
    getByText('1.5%');
  });

  test('says that the cohort is not settled, where and how far from it', async () => {
    answerWith(funnel());
    const { findByText } = renderScreen(<FunnelReport query={{}} />);
    await findByText('尚未定型：到达面试的 70 份投递中还有 52 份在进行（74%），通过率还会变化。');
  });

  test('says of a settled cohort nothing of the kind', async () => {
    answerWith(funnel(cells.filter(({ outcome }) => outcome !== 'active')));
    const { findByRole, queryByText } = renderScreen(<FunnelReport query={{}} />);
    await findByRole('figure', { name: '漏斗' });
    expect(queryByText(/尚未定型/)).toBeNull();
  });

  test('turns into the rows behind it and back', async () => {
    answerWith(funnel());
    const { findByRole, getByRole, queryByRole, user } = renderScreen(<FunnelReport query={{}} />);
    await user.click(await findByRole('button', { name: '表格' }));
    const rows = within(getByRole('table', { name: '漏斗' })).getAllByRole('row');
    expect(rows).toHaveLength(8);
    expect(rows[4]?.textContent).toMatch(/^面试7045214/);
    await user.click(getByRole('button', { name: '图表' }));
    expect(queryByRole('table')).toBeNull();
  });

  test('opens what it counts, with a sum that can be checked on the screen', async () => {
    answerWith(funnel());
    const { findByRole, user } = renderScreen(<FunnelReport query={{}} />);
    await user.click(await findByRole('button', { name: '「漏斗」的统计口径' }));
    const card = within(await findByRole('dialog'));
    card.getByText(/初筛：到达 200 = 通过 70 \+ 进行中 10 \+ 终止 120。.*= 36.8%/);
    card.getByText(/少于 5 份不显示比例，少于 20 份以灰色显示/);
    expect(within(card.getByRole('table')).getAllByRole('row')).toHaveLength(9);
  });
});

describe('without a funnel', () => {
  test('a cohort of nobody under a filter offers to clear it', async () => {
    answerWith(funnel([]));
    const { findByText, getByRole } = renderScreen(
      <FunnelReport query={query} clear={<button type="button">清除</button>} />,
    );
    await findByText('没有符合筛选条件的内容');
    getByRole('button', { name: '清除' });
  });

  test('what is not read yet is not a zero', async () => {
    answerWith(funnel([], { sync: { ...sync, state: 'partial', percent: 40 } }));
    const { findByText, queryByText } = renderScreen(<FunnelReport query={query} />);
    await findByText('正在从飞书读取：40%');
    expect(queryByText('0')).toBeNull();
    expect(queryByText(/没有符合/)).toBeNull();
  });

  test('figures of a reading that goes on say so beside them', async () => {
    answerWith(funnel(cells, { sync: { ...sync, state: 'partial', percent: 63 } }));
    const { findByText } = renderScreen(<FunnelReport query={query} />);
    await findByText('已同步 63%');
  });

  test('a refusal says so and asks again on demand', async () => {
    const asked = answerWith({ status: 503 }, funnel());
    const { findByRole, user } = renderScreen(<FunnelReport query={{}} />);
    await user.click(await findByRole('button', { name: '重试' }));
    await findByRole('figure', { name: '漏斗' });
    expect(asked).toHaveLength(2);
  });

  test('the former answer cannot be operated while another filter is being asked', async () => {
    answerWith(funnel());
    const { findByRole, rerender, container } = renderScreen(<FunnelReport query={{}} />);
    await findByRole('figure', { name: '漏斗' });
    expect(container.querySelector('[inert]')).toBeNull();
    vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => undefined));
    rerender(<FunnelReport query={{ from: '2026-05-01' }} />);
    expect(container.querySelector('[inert] figure')).not.toBeNull();
  });
});
