import { expect, test, vi } from 'vitest';
import type { TimeInStageDto, TimeInStageRowDto } from '@/lib/domain/reports';
import { STEP_SLA_DAYS } from '@/lib/domain/steps';
import { renderScreen } from '@/lib/testing/render';
import { TimeInStageReport } from './time-in-stage-report';

const row = (parts: Partial<TimeInStageRowDto>): TimeInStageRowDto => ({
  key: 'interview',
  name: null,
  step: 'interview',
  median: 4,
  p75: 6,
  p90: 12,
  completed: 40,
  estimated: 0,
  waiting: 0,
  waitingMedian: null,
  stale: 0,
  slaDays: STEP_SLA_DAYS.interview,
  accidental: 0,
  ...parts,
});

function answerWith(rows: TimeInStageRowDto[], parts: Partial<TimeInStageDto> = {}) {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () =>
    Response.json({
      rows,
      cohort: 90,
      sync: {
        state: 'complete',
        percent: 100,
        asOf: null,
        failing: null,
        paused: null,
        embedded: false,
      },
      ...parts,
    } satisfies TimeInStageDto),
  );
}

const filterOf = (link: HTMLElement) =>
  Object.fromEntries(new URL(link.getAttribute('href') ?? '', 'http://x').searchParams);

test('who waits, and who too long, are links to lists under the same filter', async () => {
  answerWith([row({ waiting: 12, waitingMedian: 3, stale: 2 })]);
  const { findByRole, getByRole, getByText } = renderScreen(
    <TimeInStageReport query={{ source: ['9'], from: '2026-01-01' }} />,
  );
  const waiting = await findByRole('link', { name: '12 份等待中，中位 3 天' });
  const list = {
    view: 'list',
    source: '9',
    from: '2026-01-01',
    step: 'interview',
    status: 'active',
    reached: 'screen',
  };
  expect(filterOf(waiting)).toEqual(list);
  const stale = getByRole('link', { name: `2 份超过 ${STEP_SLA_DAYS.interview} 天` });
  // The longest there first.
  const order = { sort: 'stage_entered', direction: 'asc' };
  expect(filterOf(stale)).toEqual({ ...list, ...order, stale: 'true' });
  getByText('已完成 40 次');
});

test('within one job a line is a stage, and leads to that stage', async () => {
  const stage = row({ key: '7011', name: { zh: '交叉面', en: 'Cross interview' }, waiting: 1 });
  answerWith([stage]);
  const { findByRole, getByText } = renderScreen(<TimeInStageReport query={{ job: ['7'] }} />);
  const filter = filterOf(await findByRole('link', { name: /^1 份等待中/ }));
  expect(filter).toMatchObject({ job: '7', stage: '7011' });
  expect(filter).not.toHaveProperty('step');
  getByText('交叉面');
});

test('says that medians do not add up, and how many ends are known only as the latest', async () => {
  answerWith([row({ completed: 40, estimated: 14 })]);
  const { findByText, getByText } = renderScreen(<TimeInStageReport query={{}} />);
  await findByText(/各阶段中位数之和不等于总时长/);
  getByText(/40 次已完成的停留中，有 14 次随投递终止而结束/);
});

test('calls no stage the slowest on fewer than twenty visits', async () => {
  answerWith([
    row({ completed: 19 }),
    row({ key: 'offer', step: 'offer', completed: 3, median: 9 }),
  ]);
  const { findByText, queryByText } = renderScreen(<TimeInStageReport query={{}} />);
  await findByText(/样本太少，不比较快慢/);
  expect(queryByText(/最慢/)).toBeNull();
});

test('nobody waits in joined, so it is no line', async () => {
  answerWith([row({}), row({ key: 'joined', step: 'joined', median: null, completed: 0 })]);
  const { findByText, queryByText } = renderScreen(<TimeInStageReport query={{}} />);
  await findByText('面试');
  expect(queryByText('已入职')).toBeNull();
});
