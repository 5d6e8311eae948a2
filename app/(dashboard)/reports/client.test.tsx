import { expect, test, vi } from 'vitest';
import { funnelParts, maturity, passRates } from '@/lib/domain/funnel';
import type { FunnelDto } from '@/lib/domain/reports';
import { rate } from '@/lib/domain/statistics';
import { renderScreen } from '@/lib/testing/render';
import { ReportsClient } from './client';

const sync = {
  state: 'complete',
  percent: 100,
  asOf: null,
  failing: null,
  paused: null,
  embedded: false,
} as const;

function funnel(count: number): FunnelDto {
  const steps = funnelParts(count === 0 ? [] : [{ furthest: 1, outcome: 'ended', count }]);
  return {
    cohort: count,
    hired: 0,
    overall: rate(0, count),
    maturity: maturity(steps, 100, 40),
    steps: steps.map((step) => ({ ...step, ...passRates(step), skipped: 0, medianDays: 2 })),
    sync,
  };
}

/** Answers each report; collects what the reports were asked for. */
function answer(count: number) {
  const asked: URL[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const url = new URL(String(input), 'http://localhost');
    if (!url.pathname.startsWith('/api/reports/')) {
      const facets = { sources: [], departments: [], jobs: [], recruiters: [] };
      return Response.json({ items: [], total: 0, visible: 0, nextCursor: null, facets, sync });
    }
    asked.push(url);
    if (url.pathname.endsWith('/funnel')) return Response.json(funnel(count));
    if (url.pathname.endsWith('/trend')) return Response.json({ weeks: [], sync });
    return Response.json({ rows: [], cohort: count, sync });
  });
  return asked;
}

test('asks every report for the last 180 days, and for the period one chooses', async () => {
  const asked = answer(40);
  const { findByRole, getByRole, getByText, onUrlUpdate, user } = renderScreen(<ReportsClient />);
  await findByRole('figure', { name: '漏斗' });
  await vi.waitFor(() =>
    expect(asked.map(({ pathname }) => pathname.split('/').at(-1)).sort()).toEqual([
      'funnel',
      'sources',
      'time-in-stage',
      'trend',
    ]),
  );
  for (const url of asked) expect(url.search).toBe('?from=2026-01-02');
  getByText('40 份投递');

  await user.click(getByRole('button', { name: /近 180 天/ }));
  await user.click(await findByRole('radio', { name: '近 30 天' }));
  expect(onUrlUpdate.mock.lastCall?.[0].queryString).toBe('?period=30');
  await vi.waitFor(() => expect(asked.at(-1)?.search).toBe('?from=2026-06-01'));
});

test('two days of one’s own go into the address; an end before the start does not', async () => {
  const asked = answer(40);
  const { findByLabelText, findByRole, getByLabelText, getByRole, getByText, onUrlUpdate, user } =
    renderScreen(<ReportsClient />);
  await user.click(await findByRole('button', { name: /近 180 天/ }));
  await user.type(await findByLabelText('从'), '2026-04-01');
  await user.type(getByLabelText('至'), '2026-03-01');
  getByText('结束日期早于开始日期。');
  expect(getByRole('button', { name: '查看这段时间' })).toHaveProperty('disabled', true);
  await user.clear(getByLabelText('至'));
  await user.type(getByLabelText('至'), '2026-04-30');
  await user.click(getByRole('button', { name: '查看这段时间' }));
  expect(onUrlUpdate.mock.lastCall?.[0].queryString).toBe('?from=2026-04-01&to=2026-04-30');
  await vi.waitFor(() => expect(asked.at(-1)?.search).toBe('?from=2026-04-01&to=2026-04-30'));
});

test('nobody in the cohort: one state for all reports, and clearing brings back the usual', async () => {
  answer(0);
  const { findByText, getAllByRole, onUrlUpdate, user } = renderScreen(<ReportsClient />, {
    url: '/reports?job=7001&period=30',
  });
  await findByText('没有符合筛选条件的内容');
  const clear = getAllByRole('button', { name: '清除筛选' }).at(-1);
  if (!clear) throw new Error('nothing to clear with');
  await user.click(clear);
  expect(onUrlUpdate.mock.lastCall?.[0].queryString).toBe('');
});
