import { act, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { SyncKindDto, SyncStateDto } from '@/lib/domain/settings';
import { createTestQueryClient, renderScreen } from '@/lib/testing/render';
import { SyncProgress } from './sync-progress';

const NOW = Date.parse('2026-06-30T02:00:00Z');
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

const kind = (parts: Partial<SyncKindDto> = {}): SyncKindDto => ({
  kind: 'applications',
  state: 'done',
  done: 4000,
  total: 4000,
  lastSuccessAt: at(-12),
  polling: [{ what: 'changes', seconds: 30 }],
  lastError: null,
  summary: null,
  ...parts,
});
const state = (parts: Partial<SyncStateDto> = {}): SyncStateDto => ({
  note: {
    state: 'complete',
    percent: 100,
    asOf: at(-12),
    failing: null,
    paused: null,
    embedded: false,
  },
  kinds: [kind()],
  leftOut: [],
  at: at(0),
  intervalSeconds: 30,
  restartedBecause: null,
  ...parts,
});
const partly: SyncStateDto['note'] = { ...state().note, state: 'partial', percent: 25, asOf: null };
const paused = { at: at(-3600), by: { zh: '王敏', en: 'Min Wang' } };

/** Our own API: what each address answers, the last one given for good. */
function answerWith(answers: Record<string, unknown>) {
  const sent: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const asked = `${init?.method ?? 'GET'} ${String(input)}`;
    sent.push(init?.body ? `${asked} ${String(init.body)}` : asked);
    const body = answers[asked];
    if (body instanceof Response) return body.clone();
    if (body === undefined) return new Response(null, { status: 204 });
    return Response.json(body);
  });
  return sent;
}
const problem = (status: number, code: string, reason?: string) =>
  new Response(JSON.stringify({ status, code, reason, requestId: 'r-1' }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

function show(first: SyncStateDto, more: Record<string, unknown> = {}) {
  const sent = answerWith({ 'GET /api/sync': first, ...more });
  const queryClient = createTestQueryClient();
  queryClient.setQueryData(settingsQueries.sync().queryKey, first);
  const screen = renderScreen(<SyncProgress />, { queryClient });
  /** The next answer of the server. */
  const then = (next: SyncStateDto) =>
    act(async () => {
      queryClient.setQueryData(settingsQueries.sync().queryKey, next);
    });
  return { ...screen, sent, then };
}

test('an estimate comes from the pace that was watched, and not before ten seconds of it', async () => {
  const reading = (seconds: number, done: number) =>
    state({
      note: partly,
      at: at(seconds),
      kinds: [kind({ state: 'running', done, lastSuccessAt: null })],
    });
  const { findByText, getByText, getAllByText, queryByText, then } = show(reading(0, 1000));
  getByText('正在测算速度…');
  await then(reading(4, 1060));
  getByText('正在测算速度…');
  expect(queryByText(/约剩/)).toBeNull();
  await then(reading(20, 1320));
  await findByText('960 条/分钟');
  expect(getAllByText('约剩 3 分钟')).toHaveLength(2);
  await then(reading(100, 1320));
  await waitFor(() => expect(queryByText(/约剩/)).toBeNull());
});

test('how long ago each kind was read, how often it is, and when that is late', () => {
  const kinds = [
    kind(),
    kind({
      kind: 'offers',
      lastSuccessAt: at(-900),
      polling: [{ what: 'under_way', seconds: 300 }],
    }),
    kind({ kind: 'tests', lastSuccessAt: null, state: 'waiting', polling: [] }),
  ];
  const { getByText } = show(state({ kinds }));
  getByText('12 秒前读取');
  getByText('变化每 30 秒');
  getByText('进行中的每 5 分钟');
  expect(getByText(/^15 分钟前读取/).textContent).toContain('比约定的间隔晚');
  getByText('尚未读取');
});

test('a failure says why in words, with the code and a log id to copy', () => {
  const lastError = { code: '99991672', logId: '2026LOG', at: at(-60) };
  const { getByText, getByRole } = show(state({ kinds: [kind({ state: 'failed', lastError })] }));
  getByText(/失败：应用缺少权限（99991672）/);
  getByText('2026LOG');
  getByRole('button', { name: '复制日志 ID' });
});

test('a pause says who and since when, stops estimates, and can be ended', async () => {
  const note = { ...partly, paused };
  const kinds = [kind({ state: 'running', done: 1000 })];
  const { getByRole, getAllByText, queryByRole, queryByText, user, sent } = show(
    state({ note, kinds }),
  );
  expect(getByRole('status').textContent).toContain('王敏 于 今天 09:00 暂停了同步');
  getAllByText('已暂停');
  expect(queryByText('正在测算速度…')).toBeNull();
  expect(queryByRole('button', { name: '立即同步' })).toBeNull();
  expect(getByRole('button', { name: '全部重读…' }).hasAttribute('disabled')).toBe(true);
  await user.click(getByRole('button', { name: '继续同步' }));
  expect(sent).toContain('PUT /api/sync/pause {"paused":false}');
});

test('reading all again is asked for only with its cost in sight', async () => {
  const cost = { applications: 50_000, calls: 96_000, minutes: 33, budgetLeft: 20_000 };
  const { findByRole, getByRole, user, sent } = show(state(), { 'GET /api/sync/again': cost });
  await user.click(getByRole('button', { name: '全部重读…' }));
  const dialog = within(await findByRole('alertdialog'));
  dialog.getByText(/50000 份投递，共约 96000 次调用.*至少需要 33 分钟/);
  dialog.getByText('本月额度只剩 20000 次调用，不够读完一遍。');
  expect(sent).not.toContain('POST /api/sync/again {}');
  await user.click(dialog.getByRole('button', { name: '全部重读' }));
  expect(sent).toContain('POST /api/sync/again {}');
});

test('a refusal to read all again is said where it was asked', async () => {
  const { findByRole, getByRole, user } = show(state(), {
    'GET /api/sync/again': { applications: 1, calls: 5, minutes: 1, budgetLeft: null },
    'POST /api/sync/again': problem(409, 'CONFLICT', 'READING'),
  });
  await user.click(getByRole('button', { name: '全部重读…' }));
  const dialog = within(await findByRole('alertdialog'));
  await user.click(dialog.getByRole('button', { name: '全部重读' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('没有重新开始');
});

test('while everything is read it cannot be read again', () => {
  const { getByRole } = show(state({ kinds: [kind({ state: 'running', done: 1 })] }));
  expect(getByRole('button', { name: '全部重读…' }).hasAttribute('disabled')).toBe(true);
});

test('what the month’s budget leaves out is named, and what is held back is not called slow', () => {
  const { getByText, queryByText } = show(
    state({
      note: partly,
      leftOut: ['ended_applications', 'pace'],
      kinds: [kind({ state: 'running', done: 1000 })],
    }),
  );
  getByText(/已结束投递的详情/);
  getByText(/变化读得比平时慢/);
  getByText('本月额度内暂不读取其余部分');
  expect(queryByText('正在测算速度…')).toBeNull();
});

test('without an answer it says so and offers to try again', async () => {
  answerWith({ 'GET /api/sync': problem(503, 'DATABASE_UNAVAILABLE') });
  const { findByRole } = renderScreen(<SyncProgress />);
  const alert = within(await findByRole('alert'));
  alert.getByText('数据库没有响应，请稍后再试。');
  alert.getByText('r-1');
  alert.getByRole('button', { name: '重试' });
});

test('once nobody answers, what is shown says from when it is', async () => {
  const { findByText, getByText } = show(state(), { 'GET /api/sync': problem(503, 'INTERNAL') });
  await findByText(/以下是 今天 10:00 的状态/);
  getByText('12 秒前读取');
});
