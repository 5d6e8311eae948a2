'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { LazyApplicationPanel } from '@/components/applications/lazy-application-panel';
import { JobContext } from '@/components/jobs/job-context';
import { JobTitle } from '@/components/jobs/job-title';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, HeaderSkeleton, Loading } from '@/components/layout/loading';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { SyncBanner } from '@/components/layout/sync-note';
import { errorFacts } from '@/components/layout/use-error-words';
import { ApplicationList } from '@/components/pipeline/application-list';
import { BoardFilterBar } from '@/components/pipeline/board-filter-bar';
import { BoardView } from '@/components/pipeline/board-view';
import { FacetChoices } from '@/components/pipeline/facet-choices';
import { StatusChoice } from '@/components/pipeline/list-choices';
import { useApplicationPanel } from '@/components/pipeline/use-application-panel';
import { useShown } from '@/components/pipeline/use-shown';
import { LinkTabs } from '@/components/ui/link-tabs';
import { jobQueries } from '@/lib/client/queries/jobs';
import { pipelineQueries } from '@/lib/client/queries/pipeline';
import { jobHref, orderFor } from '@/lib/domain/links';
import { langOf } from '@/lib/i18n/text';
import { JOB_TABS, jobFilter, jobParams } from './search-params';

const JobDetails = dynamic(() =>
  import('@/components/jobs/job-details').then((module) => module.JobDetails),
);
const FunnelReport = dynamic(
  () => import('@/components/reports/funnel-report').then((module) => module.FunnelReport),
  { loading: () => <BlockSkeleton className="h-96" /> },
);
const TimeInStageReport = dynamic(
  () =>
    import('@/components/reports/time-in-stage-report').then((module) => module.TimeInStageReport),
  { loading: () => <BlockSkeleton className="h-96" /> },
);

export function JobClient({ jobId }: { jobId: string }) {
  const t = useTranslations('jobs');
  const [params, setParams] = useQueryStates(jobParams, { history: 'push' });
  const panel = useApplicationPanel();
  const { data: job, error, refetch } = useQuery(jobQueries.detail(jobId));
  const narrowed = jobFilter(params);
  const boardQuery = { ...narrowed, job: jobId };
  const filter = { ...narrowed, job: [jobId], status: params.status };
  const onBoard = params.tab === 'board';
  const board = useQuery({ ...pipelineQueries.board(boardQuery), enabled: onBoard });
  const shown = useShown(
    { ...filter, sort: params.sort, direction: params.direction },
    onBoard ? board.data : undefined,
  );
  const clear = () => setParams({ q: null, source: null, turn: null, stale: null, status: null });

  if (error && !job) return <ErrorState error={errorFacts(error)} onRetry={refetch} />;
  if (!job) {
    return (
      <Page>
        <Loading className="grid gap-4">
          <HeaderSkeleton />
          <BlockSkeleton />
        </Loading>
      </Page>
    );
  }
  const listed = onBoard || params.tab === 'list';
  return (
    <Page fill={listed}>
      <PageHeader
        title={<JobTitle job={job} />}
        titleLang={langOf(job.title)}
        context={<JobContext job={job} />}
      />
      <LinkTabs
        label={t('tabsLabel')}
        current={params.tab}
        tabs={JOB_TABS.map((tab) => ({
          key: tab,
          href: jobHref(jobId, tab),
          label: t(`tab.${tab}`),
        }))}
      />
      <SyncBanner {...job.sync} />
      {listed && (
        <BoardFilterBar
          values={params}
          onChange={setParams}
          onClear={clear}
          moreSet={params.source.length > 0 || (!onBoard && params.status !== 'all')}
        >
          <FacetChoices
            values={{ job: [], department: [], recruiter: [], source: params.source }}
            onChange={({ source }) => setParams({ source })}
            showJob={false}
          />
          {!onBoard && (
            <StatusChoice
              value={params.status}
              usual="all"
              onChange={(status) => setParams({ status, ...orderFor(status, params.sort) })}
            />
          )}
        </BoardFilterBar>
      )}
      {onBoard && (
        <BoardView
          query={boardQuery}
          filter={{ ...narrowed, job: [jobId] }}
          mayMove={job.mayMove}
          showJob={false}
          currentId={panel.id}
          onOpen={panel.open}
          onClear={clear}
        />
      )}
      {params.tab === 'list' && (
        <ApplicationList
          filter={filter}
          sort={params.sort}
          direction={params.direction}
          onSort={(sort, direction) => setParams({ sort, direction })}
          showJob={false}
          currentId={panel.id}
          onOpen={panel.open}
          onClear={clear}
        />
      )}
      {params.tab === 'funnel' && (
        <>
          <FunnelReport query={{ job: [jobId] }} />
          <TimeInStageReport query={{ job: [jobId] }} />
        </>
      )}
      {params.tab === 'details' && <JobDetails job={job} />}
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
