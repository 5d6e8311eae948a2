import { expect, test, vi } from 'vitest';
import type { ApplicationRowDto } from '@/lib/domain/pipeline';
import type { StuckGroupDto } from '@/lib/domain/today';
import { renderScreen } from '@/lib/testing/render';
import { StuckGroups } from './stuck-groups';

const now = new Date('2026-06-30T02:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

const row = (id: string, waiting: number, inStage: number): ApplicationRowDto => ({
  id,
  synced: true,
  talentId: '1',
  name: `人选${id}`,
  background: null,
  source: null,
  job: { id: '1', title: '后端工程师' },
  stage: { id: '10', name: { zh: '面试', en: 'Interview' } },
  step: 'interview',
  outcome: 'active',
  lock: 1,
  createdAt: null,
  endedAt: null,
  endReasons: [],
  stageEnteredAt: ago(inStage),
  slaDays: 14,
  turn: { party: 'interviewer', person: null, since: ago(waiting) },
  nextEvent: null,
});

const group = (name: string, top: ApplicationRowDto[], count = top.length): StuckGroupDto => ({
  party: 'interviewer',
  person: { openId: `ou_${name}`, name: { zh: name, en: name } },
  count,
  oldestSince: top[0]?.turn?.since ?? ago(0),
  filter: { status: 'active', stale: true, turn: 'interviewer', turnPerson: `ou_${name}` },
  top,
});

const lines = () => [...document.querySelectorAll('li')].map((line) => line.textContent ?? '');

test('a group and its rows run on one clock: how long the wait has been', () => {
  const { getByText } = renderScreen(
    <StuckGroups
      groups={[group('王敏', [row('1', 224, 240), row('2', 30, 90)])]}
      onOpen={vi.fn()}
    />,
    { now },
  );
  getByText('最久 224 天');
  expect(lines()).toEqual([
    expect.stringMatching(/停留 240 天等待 224 天$/),
    expect.stringMatching(/停留 90 天等待 30 天$/),
  ]);
});

test('those who hold up one alone share a box that names each', () => {
  const { getByRole, getAllByRole } = renderScreen(
    <StuckGroups
      groups={[
        group('王敏', [row('1', 50, 50)], 6),
        group('李雷', [row('2', 40, 40)]),
        group('韩梅', [row('3', 30, 30)]),
      ]}
      onOpen={vi.fn()}
    />,
    { now },
  );
  getByRole('heading', { name: '另有 2 人各卡住 1 份' });
  expect(getAllByRole('heading', { level: 3 })).toHaveLength(2);
  expect(lines().slice(1)).toEqual([
    expect.stringMatching(/人选2.*李雷.*等待 40 天/),
    expect.stringMatching(/人选3.*韩梅.*等待 30 天/),
  ]);
});

test('one alone is a group like any other', () => {
  const { getByRole } = renderScreen(
    <StuckGroups groups={[group('李雷', [row('2', 40, 40)])]} onOpen={vi.fn()} />,
    { now },
  );
  getByRole('link', { name: '全部 1 人' });
});
