import { expect, test } from 'vitest';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { ApiRateDto, CallsDto } from '@/lib/domain/settings-calls';
import { createTestQueryClient, renderScreen } from '@/lib/testing/render';
import { CallLimits } from './call-limits';
import { MonthCalls } from './month-calls';

const rate = (parts: Partial<ApiRateDto> = {}): ApiRateDto => ({
  api: 'applications.get',
  path: 'GET /hire/v1/applications/:application_id',
  lastMinute: 940,
  perMinute: 1000,
  share: 0.95,
  outsiderSeen: false,
  pausedSeconds: 0,
  ...parts,
});
const none: CallsDto['month'] = { month: '2026-06', calls: 0, budget: null, apis: [] };

function show(parts: Partial<CallsDto>) {
  const queryClient = createTestQueryClient();
  // Fresh for good: these tests ask nobody.
  queryClient.setDefaultOptions({ queries: { staleTime: Number.POSITIVE_INFINITY } });
  const calls: CallsDto = { at: '2026-06-30T02:00:00Z', rates: [], month: none, ...parts };
  queryClient.setQueryData(settingsQueries.calls().queryKey, calls);
  return renderScreen(
    <>
      <CallLimits />
      <MonthCalls />
    </>,
    { queryClient },
  );
}

test('nothing called is said in words, and nothing counted is no zero', () => {
  const { getByText, container } = show({ rates: [rate({ lastMinute: 0 })] });
  getByText('最近一分钟没有调用飞书。');
  getByText('本月还没有统计到调用。');
  expect(container.textContent).not.toMatch(/0 次/);
});

test('each limit shows what was used of it', () => {
  const { getByRole, getByText, queryByText } = show({ rates: [rate()] });
  getByText('940 / 1000');
  expect(getByRole('progressbar').getAttribute('aria-valuenow')).toBe('94');
  expect(queryByText(/让出份额/)).toBeNull();
});

test('a pause that Feishu asked for, and room left to another program, are said', () => {
  const { getByText } = show({
    rates: [rate({ lastMinute: 0, pausedSeconds: 52, outsiderSeen: true, share: 0.4 })],
  });
  getByText('飞书要求暂停，还剩 52 秒');
  getByText('可能有其他程序在调用，已让出份额');
  getByText('后台上限 40%');
});

test('beyond eight APIs the rest is one line, but none that is held back', () => {
  const many = Array.from({ length: 12 }, (_, n) =>
    rate({
      api: `a${n}`,
      path: `GET /a${n}`,
      lastMinute: 100 - n,
      pausedSeconds: n === 11 ? 5 : 0,
    }),
  );
  const { getByText, queryByText } = show({ rates: many });
  getByText('GET /a7');
  expect(queryByText('GET /a8')).toBeNull();
  getByText('GET /a11');
  getByText('其余 3 个接口共 273 次。');
});

test('a month near the end of its budget warns before Feishu refuses', () => {
  const month = {
    month: '2026-06',
    calls: 95_000,
    budget: 100_000,
    apis: [{ api: 'jobs.list', path: 'GET /hire/v1/jobs', calls: 95_000 }],
  };
  const { getByText } = show({ month });
  getByText('95000 / 100000 次');
  getByText('月度额度已用 95%');
  getByText(/月度额度快用完了/);
});
