import { expect, test, vi } from 'vitest';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { EventInboxDto, FailedEventDto } from '@/lib/domain/settings-events';
import { createTestQueryClient, renderScreen } from '@/lib/testing/render';
import { EventInbox } from './event-inbox';

const inbox = (parts: Partial<EventInboxDto> = {}): EventInboxDto => ({
  way: 'webhook',
  callbackUrl: 'https://hire.example.com/api/webhooks/feishu',
  configured: true,
  today: { webhook: 0, websocket: 0 },
  last: null,
  waiting: 0,
  failed: 0,
  failures: [],
  ...parts,
});
const failure = (parts: Partial<FailedEventDto> = {}): FailedEventDto => ({
  eventId: 'e1',
  eventType: 'hire.application.stage_changed_v1',
  receivedAt: '2026-06-30T01:30:00Z',
  via: 'webhook',
  attempts: 8,
  code: '99991672',
  logId: '2026LOG',
  about: { kind: 'application', id: '701' },
  ...parts,
});

function show(data: EventInboxDto, answer: unknown = { replayed: 1 }) {
  const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    return Response.json(init?.method === 'POST' ? answer : data);
  });
  const queryClient = createTestQueryClient();
  queryClient.setQueryData(settingsQueries.events().queryKey, data);
  const sent = () =>
    asked.mock.calls
      .filter(([, init]) => init?.method === 'POST')
      .map(([url, init]) => `${String(url)} ${String(init?.body)}`);
  return { ...renderScreen(<EventInbox />, { queryClient }), sent };
}

test('before any event it says that nothing is missed, and where events are to go', () => {
  const { getByText, queryByRole } = show(inbox());
  getByText(/还没有收到过事件。没有事件也不会漏掉变化/);
  getByText('https://hire.example.com/api/webhooks/feishu');
  expect(queryByRole('button', { name: /重放/ })).toBeNull();
});

test('how many came today by which way, and when the last one did', () => {
  const last = { at: '2026-06-30T01:42:00Z', via: 'websocket' as const };
  const data = inbox({
    way: 'websocket',
    callbackUrl: null,
    today: { webhook: 2, websocket: 40 },
    last,
  });
  const { getByText, queryByText } = show(data);
  getByText('42');
  getByText('回调 2 · 长连接 40');
  getByText('今天 09:42');
  getByText('使用长连接接收，无需公网地址。');
  expect(queryByText(/还没有收到过事件/)).toBeNull();
});

test('a failed event says what, why and how often, and can be replayed by itself', async () => {
  const { getByText, getByRole, user, sent } = show(inbox({ failed: 1, failures: [failure()] }));
  getByText('投递阶段变化');
  expect(getByRole('link', { name: '投递 701' }).getAttribute('href')).toBe('/applications/701');
  getByText('应用缺少权限（99991672）');
  getByText('2026LOG');
  getByText('试了 8 次');
  await user.click(getByRole('button', { name: '重放 e1' }));
  expect(sent()).toEqual(['/api/settings/events/replay {"eventId":"e1"}']);
});

test('all failed ones are replayed together, those too that are not listed', async () => {
  const { getByText, getByRole, user, sent } = show(
    inbox({ failed: 60, failures: [failure({ eventType: 'hire.new_v9', about: null })] }),
  );
  getByText('hire.new_v9');
  getByText('还有 59 条更早的失败事件');
  await user.click(getByRole('button', { name: '全部重放（60）' }));
  expect(sent()).toEqual(['/api/settings/events/replay {}']);
});

test('without the keys it says that events are refused', () => {
  const { getByText } = show(inbox({ configured: false }));
  getByText(/飞书的事件会被拒收/);
});
