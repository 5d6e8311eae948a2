import { useState } from 'react';
import { expect, test } from 'vitest';
import type { TrendDto } from '@/lib/domain/reports';
import { renderScreen } from '@/lib/testing/render';
import { WeekLinks } from './week-links';

const weeks: TrendDto['weeks'] = [
  { start: '2026-06-15', created: 31, hired: 0, partial: false },
  { start: '2026-06-22', created: 40, hired: 3, partial: false },
  { start: '2026-06-29', created: 5, hired: 1, partial: true },
];

function Weeks() {
  const [chosen, choose] = useState<string | null>(null);
  return (
    <WeekLinks
      weeks={weeks}
      chosen={chosen}
      onChoose={choose}
      query={{ job: ['7'], from: '2026-06-17', to: '2026-06-30' }}
    />
  );
}

const filterOf = (link: HTMLElement) =>
  Object.fromEntries(new URL(link.getAttribute('href') ?? '', 'http://x').searchParams);

test('the last whole week leads to who applied in it and to who joined in it', () => {
  const { getByRole } = renderScreen(<Weeks />);
  const list = { view: 'list', job: '7', status: 'all', reached: 'screen' };
  expect(filterOf(getByRole('link', { name: '新投递 40 份' }))).toEqual({
    ...list,
    from: '2026-06-22',
    to: '2026-06-28',
  });
  expect(filterOf(getByRole('link', { name: '入职 3 人' }))).toEqual({
    ...list,
    hiredFrom: '2026-06-22',
    hiredTo: '2026-06-28',
  });
});

test('one goes from week to week with buttons; the running one says so', async () => {
  const { getByRole, getByText, queryByRole, user } = renderScreen(<Weeks />);
  await user.click(getByRole('button', { name: '下一周' }));
  getByText(/进行中/);
  getByRole('link', { name: '新投递 5 份' });
  await user.click(getByRole('button', { name: '上一周' }));
  await user.click(getByRole('button', { name: '上一周' }));
  getByText('入职 0 人');
  expect(queryByRole('link', { name: /^入职/ })).toBeNull();
  expect(getByRole('button', { name: '上一周' })).toHaveProperty('disabled', true);
});
