import { expect, test } from 'vitest';
import { todayQueries } from '@/lib/client/queries/today';
import { anApplication } from '@/lib/testing/application';
import { createTestQueryClient, renderScreen } from '@/lib/testing/render';
import { TodayClient } from './client';

function draw(inboxFirst: boolean) {
  const queryClient = createTestQueryClient();
  queryClient.setQueryDefaults(['today'], { staleTime: Number.POSITIVE_INFINITY });
  queryClient.setQueryData(todayQueries.today().queryKey, {
    figures: [{ key: 'active', value: 12, filter: { status: 'active' }, previous: null }],
    inbox: [{ kind: 'evaluation', since: '2026-06-28T02:00:00.000Z', row: anApplication().row }],
    stuck: [],
    interviews: [],
    offersExpiring: [],
    sync: {
      state: 'complete',
      percent: 100,
      asOf: null,
      failing: null,
      paused: null,
      embedded: false,
    },
  });
  const { getByText, unmount } = renderScreen(<TodayClient inboxFirst={inboxFirst} />, {
    queryClient,
  });
  const order = getByText('待我评估与反馈').compareDocumentPosition(getByText('12'));
  unmount();
  return order & Node.DOCUMENT_POSITION_FOLLOWING ? 'inbox first' : 'figures first';
}

test('who does not recruit finds what waits for them before the figures', () => {
  expect(draw(true)).toBe('inbox first');
  expect(draw(false)).toBe('figures first');
});
