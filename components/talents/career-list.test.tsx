import { expect, test } from 'vitest';
import { prepareLifeLine } from '@/lib/domain/charts/life-line';
import { renderScreen } from '@/lib/testing/render';
import { CareerList } from './career-list';

test('a gap between two jobs stands in its place with its length', () => {
  const careers = [
    { company: '南山数码', title: '分析师', description: '', start: '2016-07', end: '2020-06' },
    { company: '万象传媒', title: '工程师', description: '', start: '2021-07', end: null },
  ];
  const today = '2026-06-30';
  const { gaps } = prepareLifeLine({ educations: [], careers, applications: [] }, today);
  const { getAllByRole } = renderScreen(<CareerList careers={careers} gaps={gaps} today={today} />);
  expect(getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '万象传媒 · 工程师2021年7月 – 至今5 年',
    '2020年7月 – 2021年6月空档 1 年',
    '南山数码 · 分析师2016年7月 – 2020年6月4 年',
  ]);
});
