import { expect, test, vi } from 'vitest';
import { anApplication } from '@/lib/testing/application';
import { renderScreen } from '@/lib/testing/render';
import { ApplicationTable } from './application-table';

const now = new Date('2026-06-30T02:00:00Z');
const active = anApplication().row;

const draw = (over: Partial<typeof active>, ended: boolean) =>
  renderScreen(
    <ApplicationTable
      rows={[{ ...active, ...over }]}
      total={1}
      sort={ended ? { key: 'ended', direction: 'desc' } : { key: 'waiting', direction: 'asc' }}
      onSort={vi.fn()}
      onEndReached={vi.fn()}
      showJob
      ended={ended}
      currentId={null}
      onOpen={vi.fn()}
    />,
    { now },
  );

test('a list of ended ones says why and when each ended, and sorts by when', () => {
  const { getByRole, getByText, queryByRole } = draw(
    {
      outcome: 'ended',
      endedAt: '2026-06-28T02:00:00.000Z',
      endReasons: [
        { zh: '薪资不符', en: 'Pay' },
        { zh: '地点不符', en: 'Place' },
      ],
    },
    true,
  );
  getByText('薪资不符、地点不符');
  getByText('2 天前');
  expect(getByRole('columnheader', { name: /终止时间/ }).getAttribute('aria-sort')).toBe(
    'descending',
  );
  expect(queryByRole('columnheader', { name: '停留' })).toBeNull();
});

test('whose turn it is has its wait beside it, the longest first', () => {
  const turn = { party: 'recruiter' as const, person: null, since: '2026-06-25T02:00:00.000Z' };
  const { getByRole, getByText } = draw({ turn }, false);
  getByText('5 天');
  expect(getByRole('columnheader', { name: /等待/ }).getAttribute('aria-sort')).toBe('descending');
});

test('a long name goes on in a second line instead of being cut', () => {
  const { getByText } = draw({ name: '阿卜杜热合曼·阿卜力孜·买买提明' }, false);
  expect(getByText('阿卜杜热合曼·阿卜力孜·买买提明').className).toContain('whitespace-normal');
});

test.each([true, false])('has room for each column beside the navigation at 1440 px', (ended) => {
  const { getByRole } = draw({}, ended);
  const least = Number.parseFloat(getByRole('table').style.getPropertyValue('--least'));
  expect(least).toBeGreaterThan(50);
  expect(least * 16).toBeLessThanOrEqual(1440 - 216 - 2 * 24 - 2);
});
