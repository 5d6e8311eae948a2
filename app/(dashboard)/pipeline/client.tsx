'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { LazyApplicationPanel } from '@/components/applications/lazy-application-panel';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { SyncBanner, SyncNote } from '@/components/layout/sync-note';
import { ApplicationList } from '@/components/pipeline/application-list';
import { BoardFilterBar } from '@/components/pipeline/board-filter-bar';
import { BoardView } from '@/components/pipeline/board-view';
import { FacetChoices } from '@/components/pipeline/facet-choices';
import { StatusChoice, StepChoice } from '@/components/pipeline/list-choices';
import { MeaningChips } from '@/components/pipeline/meaning-chips';
import { useApplicationPanel } from '@/components/pipeline/use-application-panel';
import { useShown } from '@/components/pipeline/use-shown';
import { Segmented } from '@/components/ui/segmented';
import { notify } from '@/lib/client/notify';
import { pipelineQueries } from '@/lib/client/queries/pipeline';
import { orderFor } from '@/lib/domain/links';
import {
  boardFilter,
  boardQuery,
  droppedOnBoard,
  pipelineFilter,
  pipelineParams,
  withoutListOnly,
} from './search-params';

export function PipelineClient() {
  const t = useTranslations('pipeline');
  const shell = useTranslations('shell');
  const [params, setParams] = useQueryStates(pipelineParams, { history: 'push' });
  const panel = useApplicationPanel();
  const isBoard = params.view === 'board';
  const filter = isBoard ? boardFilter(params) : pipelineFilter(params);
  const query = boardQuery(params);
  const board = useQuery({ ...pipelineQueries.board(query), enabled: isBoard });
  const shown = useShown(
    { ...filter, sort: params.sort, direction: params.direction },
    isBoard ? board.data : undefined,
  );

  const clear = () => {
    const { view, sort, direction } = params;
    setParams(null);
    setParams({ view, sort, direction });
  };

  const turnTo = (view: 'board' | 'list') => {
    const dropped = view === 'board' ? droppedOnBoard(params) : [];
    setParams({ view, ...(view === 'board' ? withoutListOnly : {}) });
    if (dropped.length === 0) return;
    const names = dropped.map((name) => t(`view.dropped.${name}`)).join(t('view.separator'));
    notify({
      title: t('view.boardShows'),
      detail: t('view.left', { names }),
      action: { label: t('view.back'), run: () => setParams(params) },
    });
  };

  return (
    <Page fill>
      <PageHeader
        title={shell('pipeline')}
        context={
          shown && (
            <>
              <span data-total="">{t('context', { count: shown.total })}</span>
              <SyncNote {...shown.sync} />
            </>
          )
        }
        actions={
          <Segmented
            name="pipeline-view"
            label={t('view.label')}
            value={params.view}
            onChange={turnTo}
            options={[
              { value: 'board', label: t('view.board') },
              { value: 'list', label: t('view.list') },
            ]}
          />
        }
      />
      <BoardFilterBar
        values={params}
        onChange={setParams}
        onClear={clear}
        moreSet={Object.values(filter).some((value) => value !== undefined)}
      >
        <FacetChoices values={params} onChange={setParams} showJob />
        {!isBoard && (
          <>
            <StatusChoice
              value={params.status}
              usual="active"
              onChange={(status) => setParams({ status, ...orderFor(status, params.sort) })}
            />
            <StepChoice value={params.step} onChange={(step) => setParams({ step })} />
          </>
        )}
        <MeaningChips
          values={isBoard ? { ...params, ...withoutListOnly } : params}
          onChange={setParams}
        />
      </BoardFilterBar>
      {shown && <SyncBanner {...shown.sync} />}
      {isBoard ? (
        <BoardView
          query={query}
          filter={filter}
          mayMove={false}
          showJob
          currentId={panel.id}
          onOpen={panel.open}
          onClear={clear}
        />
      ) : (
        <ApplicationList
          filter={filter}
          sort={params.sort}
          direction={params.direction}
          onSort={(sort, direction) => setParams({ sort, direction })}
          showJob
          currentId={panel.id}
          onOpen={panel.open}
          onClear={clear}
        />
      )}
      {panel.id !== null && (
        <LazyApplicationPanel
          applicationId={panel.id}
          ids={shown?.ids ?? []}
          onSelect={panel.open}
          onClose={panel.close}
        />
      )}
    </Page>
  );
}
