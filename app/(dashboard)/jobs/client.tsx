'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { JobsFilterBar } from '@/components/jobs/jobs-filter-bar';
import { JobsTable } from '@/components/jobs/jobs-table';
import { EmptyState } from '@/components/layout/empty-state';
import { ErrorState } from '@/components/layout/error-state';
import { Loading, TableSkeleton } from '@/components/layout/loading';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { SyncBanner, SyncNote } from '@/components/layout/sync-note';
import { errorFacts } from '@/components/layout/use-error-words';
import { Button } from '@/components/ui/button';
import { jobQueries } from '@/lib/client/queries/jobs';
import { JOB_SORTS } from '@/lib/domain/sorts';
import { jobsParams, jobsQuery } from './search-params';

export function JobsClient() {
  const t = useTranslations('jobs');
  const shell = useTranslations('shell');
  const actions = useTranslations('common.actions');
  const [params, setParams] = useQueryStates(jobsParams, { history: 'push' });
  const { data, error, refetch } = useQuery(jobQueries.list(jobsQuery(params)));
  const clear = () =>
    setParams({
      q: null,
      department: null,
      city: null,
      recruiter: null,
      manager: null,
      status: null,
      type: null,
    });

  return (
    <Page fill>
      <PageHeader
        title={shell('jobs')}
        context={
          data && (
            <>
              <span>
                {t('context', {
                  count: data.items.length,
                  active: data.items.reduce((sum, job) => sum + job.active, 0),
                })}
              </span>
              <SyncNote {...data.sync} />
            </>
          )
        }
      />
      <JobsFilterBar values={params} facets={data?.facets} onChange={setParams} onClear={clear} />
      {data && <SyncBanner {...data.sync} />}
      {error && !data && <ErrorState error={errorFacts(error)} onRetry={refetch} />}
      {!error && !data && (
        <Loading>
          <TableSkeleton columns={7} />
        </Loading>
      )}
      {data && data.items.length > 0 && (
        <JobsTable
          jobs={data.items}
          sort={{ key: params.sort, direction: params.direction }}
          onSort={({ key, direction }) => {
            const sort = JOB_SORTS.find((name) => name === key);
            if (sort) setParams({ sort, direction });
          }}
        />
      )}
      {data && data.items.length === 0 && (
        <EmptyState
          reason={data.visible > 0 ? 'filter' : data.sync.state === 'complete' ? 'nothing' : 'sync'}
          percent={data.sync.percent}
          body={data.visible === 0 && data.sync.state === 'complete' ? t('noneYours') : undefined}
          action={
            data.visible > 0 ? (
              <Button onClick={clear}>{actions('clearFilters')}</Button>
            ) : undefined
          }
        />
      )}
    </Page>
  );
}
