import { expect, test, vi } from 'vitest';
import { prepareFunnel } from '@/lib/domain/charts/funnel';
import { funnelParts, maturity, passRates } from '@/lib/domain/funnel';
import { rate } from '@/lib/domain/statistics';
import { renderScreen } from '@/lib/testing/render';
import { Funnel } from './funnel';
import { MiniFunnel } from './mini-funnel';

const parts = funnelParts([
  { furthest: 1, outcome: 'ended', count: 60 },
  { furthest: 1, outcome: 'active', count: 25 },
  { furthest: 7, outcome: 'hired', count: 15 },
]);
const model = prepareFunnel(
  {
    cohort: 100,
    hired: 15,
    overall: rate(15, 100),
    maturity: maturity(parts, 100, 40),
    steps: parts.map((part) => ({ ...part, ...passRates(part), skipped: 0, medianDays: 2.5 })),
    sync: {
      state: 'complete',
      percent: 100,
      asOf: null,
      failing: null,
      paused: null,
      embedded: false,
    },
  },
  {},
);

test('a chart says its sentence and shows the rows behind it on demand', async () => {
  const { user, getByRole, getByText, queryByRole } = renderScreen(<Funnel model={model} />);
  getByRole('figure', { name: '漏斗' });
  getByText('100 份投递中，15 人入职（15.0%）。');
  expect(queryByRole('table')).toBeNull();
  await user.click(getByRole('button', { name: '表格' }));
  const table = getByRole('table', { name: '漏斗' });
  expect(table.querySelectorAll('tbody tr')).toHaveLength(7);
  expect(table.querySelector('tbody tr')?.textContent).toContain('初筛100152560');
  await user.click(getByRole('button', { name: '图表' }));
  expect(queryByRole('table')).toBeNull();
});

test('each part of a funnel leads to the rows it counts', () => {
  const { getByRole } = renderScreen(<Funnel model={model} />);
  const href = getByRole('link', { name: '初筛，终止：60' }).getAttribute('href');
  expect(new URL(href ?? '', 'http://x').searchParams.get('outcome')).toBe('dropped');
  expect(getByRole('link', { name: '初筛：100 份到达' })).toBeTruthy();
});

test('a cohort that is not settled says so and why', () => {
  const { getByText } = renderScreen(<Funnel model={model} />, { locale: 'en-US' });
  getByText(
    /Not settled: 25 of the 100 applications that reached Screen are still in progress \(25.0%\)/,
  );
});

test('the rows leave as a file that Excel opens', async () => {
  const created = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:chart');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { user, getByRole } = renderScreen(<Funnel model={model} />);
  await user.click(getByRole('button', { name: '下载 CSV' }));
  const file = created.mock.calls[0]?.[0];
  if (!(file instanceof Blob)) throw new Error('no file');
  expect(file.type).toContain('text/csv');
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(await file.text()).toContain('初筛,100,15,25,60,0,20,');
});

test('a mini funnel speaks its numbers and leads to the job’s funnel', () => {
  const { getByRole } = renderScreen(<MiniFunnel counts={[4, 0, 0, 2, 0, 0, 1]} jobId="7" />);
  const link = getByRole('link', { name: /初筛 4，评估 0，笔试 0，面试 2/ });
  expect(link.getAttribute('href')).toBe('/jobs/7?tab=funnel');
});
