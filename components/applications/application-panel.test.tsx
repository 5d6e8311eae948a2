import { waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applicationQueries } from '@/lib/client/queries/applications';
import type { ApplicationDto } from '@/lib/domain/applications';
import { anApplication } from '@/lib/testing/application';
import { createTestQueryClient, renderScreen } from '@/lib/testing/render';
import { ApplicationPanel } from './application-panel';
import { ApplicationView } from './application-view';

// The résumé's file never comes; what these tests look at is where it would be drawn.
beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => {})));
afterEach(() => vi.unstubAllGlobals());

const judged: Partial<ApplicationDto> = {
  evaluations: [
    {
      id: '1',
      evaluator: { openId: 'ou_lei', name: { zh: '李雷', en: 'Li Lei' } },
      stageName: null,
      submitted: true,
      conclusion: 'pass',
      content: '',
      createdAt: '2026-06-21T02:00:00.000Z',
      updatedAt: '2026-06-22T02:00:00.000Z',
    },
  ],
};

function clientWith(applications: Record<string, Partial<ApplicationDto>>) {
  const client = createTestQueryClient();
  client.setDefaultOptions({ queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } });
  for (const [id, over] of Object.entries(applications)) {
    const base = anApplication(over);
    const data = { ...base, row: { ...base.row, id } };
    client.setQueryData(applicationQueries.detail(id).queryKey, data);
  }
  return client;
}

function Panel({ ids }: { ids: string[] }) {
  const [id, setId] = useState(ids[0] ?? '');
  return <ApplicationPanel applicationId={id} ids={ids} onSelect={setId} onClose={vi.fn()} />;
}

test('a candidate whom nobody has judged opens with the résumé, one who is with the overview', async () => {
  const queryClient = clientWith({ '101': {}, '102': judged, '103': { resume: null } });
  const { user, findByRole, getByRole } = renderScreen(<Panel ids={['101', '102', '103']} />, {
    queryClient,
  });
  const selected = (name: string) => findByRole('tab', { name, selected: true });
  await selected('简历');
  getByRole('dialog').focus();
  await user.keyboard('j');
  await selected('概览');
  await user.keyboard('j');
  await selected('概览');
});

test('the tab a person chose stays while they walk through the list', async () => {
  const queryClient = clientWith({ '101': judged, '102': judged, '103': {} });
  const { user, findByRole, getByRole } = renderScreen(<Panel ids={['101', '102', '103']} />, {
    queryClient,
  });
  await user.click(await findByRole('tab', { name: '动态' }));
  await user.keyboard('j');
  await findByRole('tab', { name: '动态', selected: true });
  await user.keyboard('j');
  await waitFor(() =>
    expect(getByRole('tab', { name: '动态' }).getAttribute('aria-selected')).toBe('true'),
  );
});

test('the full page leads back to the job’s board, where the viewer may see it', () => {
  const base = anApplication();
  const queryClient = clientWith({
    '101': {},
    '102': { job: { ...base.job, visible: false } },
  });
  const { getByRole, queryByRole, rerender } = renderScreen(
    <ApplicationView key="101" applicationId="101" wide />,
    { queryClient },
  );
  expect(getByRole('link', { name: '后端工程师 · 看板' }).getAttribute('href')).toBe('/jobs/301');
  rerender(<ApplicationView key="102" applicationId="102" wide />);
  expect(queryByRole('link', { name: /看板/ })).toBeNull();
});

test('a full page without a résumé says so in a line and keeps no column for it', () => {
  const queryClient = clientWith({ '101': { resume: null } });
  const { container, getByText } = renderScreen(<ApplicationView applicationId="101" wide />, {
    queryClient,
  });
  expect(getByText('飞书中这份投递没有简历附件。', { selector: 'p.max-lg\\:hidden' })).toBeTruthy();
  const columns = [...container.querySelectorAll('[role="tabpanel"]')];
  expect(columns.map((column) => column.classList.contains('lg:hidden'))).toEqual([
    true,
    false,
    false,
  ]);
});
