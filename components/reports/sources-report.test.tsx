import { expect, test, vi } from 'vitest';
import type { SourcesDto } from '@/lib/domain/reports';
import { rate } from '@/lib/domain/statistics';
import { renderScreen } from '@/lib/testing/render';
import { SourcesReport } from './sources-report';

type Row = SourcesDto['rows'][number];

const row = (id: string | null, applied: number, hired: number, active = 1): Row => ({
  id,
  name: id === null ? null : { zh: `来源${id}`, en: `Source ${id}` },
  applied,
  active,
  hired,
  yield: rate(hired, applied),
});

function answerWith(rows: Row[]) {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () =>
    Response.json({
      rows,
      cohort: rows.reduce((sum, { applied }) => sum + applied, 0),
      sync: {
        state: 'complete',
        percent: 100,
        asOf: null,
        failing: null,
        paused: null,
        embedded: false,
      },
    } satisfies SourcesDto),
  );
}

const filterOf = (link: HTMLElement) =>
  Object.fromEntries(new URL(link.getAttribute('href') ?? '', 'http://x').searchParams);

test('applied, active and joined of a source lead to their lists under the same filter', async () => {
  answerWith([row('9', 300, 21, 44)]);
  const { findByRole, getByRole } = renderScreen(
    <SourcesReport query={{ type: 'campus', to: '2026-05-31' }} />,
  );
  const list = { view: 'list', type: 'campus', to: '2026-05-31', source: '9', reached: 'screen' };
  expect(filterOf(await findByRole('link', { name: '投递 300' }))).toEqual({
    ...list,
    status: 'all',
  });
  expect(filterOf(getByRole('link', { name: '44' }))).toEqual({ ...list, status: 'active' });
  expect(filterOf(getByRole('link', { name: '21' }))).toEqual({ ...list, status: 'hired' });
});

test('the source nobody noted has a name and a list', async () => {
  answerWith([row('9', 30, 2), row(null, 8, 1)]);
  const { findByText, getByRole } = renderScreen(<SourcesReport query={{}} />);
  await findByText('来源未知');
  expect(filterOf(getByRole('link', { name: '投递 8' })).source).toBe('0');
});

test('hides a yield of under five, greys one of under twenty, says n and interval', async () => {
  answerWith([row('1', 120, 12), row('2', 19, 1), row('3', 4, 1)]);
  const { findByText, getByText, queryByText } = renderScreen(<SourcesReport query={{}} />);
  expect((await findByText('10.0%')).className).not.toContain('text-faint');
  expect(getByText('5%').className).toContain('text-faint');
  getByText('1%–25%，n = 19，样本太少');
  getByText('n = 4，样本太少');
  expect(queryByText('25%')).toBeNull();
});

test('names what is beyond the ten largest, and shows it on demand', async () => {
  answerWith(Array.from({ length: 14 }, (_, at) => row(String(at + 1), 100 - at, 1)));
  const { findByRole, getByText, queryByText, user } = renderScreen(<SourcesReport query={{}} />);
  const more = await findByRole('button', { name: '其余 4 个来源，共 354 份投递' });
  expect(queryByText('来源14')).toBeNull();
  await user.click(more);
  getByText('来源14');
});
