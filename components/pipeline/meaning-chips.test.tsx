import { test, vi } from 'vitest';
import { applicationQueries } from '@/lib/client/queries/applications';
import { createTestQueryClient, renderScreen } from '@/lib/testing/render';
import { FacetChoices } from './facet-choices';
import { MeaningChips } from './meaning-chips';

const both = (name: string) => ({ zh: name, en: name });

function knowing() {
  const queryClient = createTestQueryClient();
  queryClient.setQueryDefaults(['applications'], { staleTime: Number.POSITIVE_INFINITY });
  queryClient.setQueryData(applicationQueries.facets().queryKey, {
    items: [],
    total: 0,
    nextCursor: null,
    visible: 0,
    facets: {
      sources: [],
      departments: [],
      jobs: [{ id: '6900000000001', title: '后端工程师' }],
      recruiters: [],
      stages: [{ id: '6900000000010', name: both('一面') }],
      waitedFor: [{ openId: 'ou_1', name: both('王敏') }],
    },
    sync: {
      state: 'complete',
      percent: 100,
      asOf: null,
      failing: null,
      paused: null,
      embedded: false,
    },
  });
  return queryClient;
}

const chips = (turnPerson: string, stage: string[]) => (
  <MeaningChips
    values={{
      stage,
      turnPerson,
      from: null,
      to: null,
      hiredFrom: null,
      hiredTo: null,
      reached: null,
      outcome: null,
    }}
    onChange={vi.fn()}
  />
);

test('chips name the stage and the person a link came with', () => {
  const { getByText } = renderScreen(chips('ou_1', ['6900000000010']), { queryClient: knowing() });
  getByText('阶段 一面');
  getByText('等王敏');
});

test('nobody named is said in words', () => {
  const { getByText } = renderScreen(chips('ou_none', []), { queryClient: knowing() });
  getByText('未指定到人');
});

test('a choice without a name shows how many are chosen, never an id', () => {
  const { getByRole } = renderScreen(
    <FacetChoices
      values={{ job: ['6900000000001'], source: ['0'], department: ['d1', 'd2'], recruiter: [] }}
      onChange={vi.fn()}
      showJob
    />,
    { queryClient: knowing() },
  );
  getByRole('button', { name: '职位 后端工程师' });
  getByRole('button', { name: '来源 来源未知' });
  getByRole('button', { name: '部门 2' });
});
