import { expect, test } from 'vitest';
import { prepareBars } from '@/lib/domain/charts/bars';
import { prepareLifeLine } from '@/lib/domain/charts/life-line';
import { renderScreen } from '@/lib/testing/render';
import { BarList } from './bar-list';
import { Histogram } from './histogram';
import { LifeLine } from './life-line';

test('a bar list names what it leaves out and what has no name', async () => {
  const model = prepareBars(
    [
      { key: '1', label: '内推', value: 9, href: '/pipeline?source=1' },
      { key: '2', label: null, value: 7 },
      { key: '3', label: '猎头', value: 3 },
      { key: '4', label: '官网', value: 2 },
    ],
    2,
  );
  const { user, getByRole, getByText } = renderScreen(
    <BarList model={model} title="来源" fileName="sources" />,
  );
  getByText('内推最多，21 中占 9。');
  expect(getByRole('link', { name: /内推/ }).getAttribute('href')).toBe('/pipeline?source=1');
  await user.click(getByRole('button', { name: '表格' }));
  expect([...document.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual([
    '内推942.9',
    '未知733.3',
    '其他 2 项523.8',
  ]);
});

test('a histogram has its classes as rows, whether or not its drawing has come', async () => {
  const { user, getByRole } = renderScreen(
    <Histogram
      values={[0, 1, 1, 2]}
      title="到入职天数"
      summary="一半在 1 天内"
      countLabel="投递"
      bound={(days) => `${days} 天`}
      fileName="days"
    />,
  );
  await user.click(getByRole('button', { name: '表格' }));
  expect([...document.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual([
    '0 至 1 天1',
    '1 至 2 天2',
    '2 至 3 天1',
  ]);
});

test('a life line links what may be opened, names what may not, and shows the gap', () => {
  const application = {
    id: '7',
    jobTitle: '后端工程师',
    step: 'interview' as const,
    outcome: 'ended' as const,
    recruiter: null,
    createdAt: '2026-03-02T02:00:00Z',
    endedAt: null,
  };
  const model = prepareLifeLine(
    {
      educations: [],
      careers: [
        { start: '2020-01', end: '2021-12', company: '甲公司', title: '工程师', description: '' },
        { start: '2022-06', end: null, company: '乙公司', title: '工程师', description: '' },
      ],
      applications: [application, { ...application, id: null, outcome: 'active' }],
    },
    '2026-06-30',
  );
  const { getByRole, getByText } = renderScreen(<LifeLine model={model} />);
  getByText('空档 5 个月');
  expect(
    getByRole('link', { name: '后端工程师，面试已终止，3月2日 周一' }).getAttribute('href'),
  ).toBe('/applications/7');
  getByRole('button', { name: '后端工程师，面试进行中，3月2日 周一' });
});
