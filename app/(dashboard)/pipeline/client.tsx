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
import { MeaningChips } from '@/components/pipeline/meaning-chips';
import { useApplicationPanel } from '@/components/pipeline/use-application-panel';
import { useShown } from '@/components/pipeline/use-shown';
import { Segmented } from '@/components/ui/segmented';
import { pipelineQueries } from '@/lib/client/queries/pipeline';
import { boardFilter, listOnly, pipelineFilter, pipelineParams } from './search-params';

export function PipelineClient() {
  const t = useTranslations('pipeline');
  const shell = useTranslations('shell');
  const [params, setParams] = useQueryStates(pipelineParams, { history: 'push' });
  const panel = useApplicationPanel();
  const filter = pipelineFilter(params);
  const query = boardFilter(params);
  const isBoard = params.view === 'board';
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
            onChange={(view) => setParams({ view, ...(view === 'board' ? listOnly : {}) })}
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
        <FacetChoices values={params} onChange={setParams} showJob={!isBoard} />
        {!isBoard && <MeaningChips values={params} onChange={setParams} />}
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
