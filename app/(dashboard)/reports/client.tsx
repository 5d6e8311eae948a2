'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useNow, useTimeZone, useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { BlockSkeleton } from '@/components/layout/loading';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { SyncBanner, SyncNote } from '@/components/layout/sync-note';
import { FunnelReport } from '@/components/reports/funnel-report';
import { PeriodWords } from '@/components/reports/period-words';
import { ReportFilterBar } from '@/components/reports/report-filter-bar';
import { Button } from '@/components/ui/button';
import { reportQueries } from '@/lib/client/queries/reports';
import { tenantDay } from '@/lib/domain/tenant-day';
import { isNarrowed, ownPeriod, reportParams, reportQuery } from './search-params';

/** Below the first screen, and asked for by the browser: fetched after it. */
const loading = () => <BlockSkeleton className="h-96" />;
const TimeInStageReport = dynamic(
  () =>
    import('@/components/reports/time-in-stage-report').then((module) => module.TimeInStageReport),
  { ssr: false, loading },
);
const SourcesReport = dynamic(
  () => import('@/components/reports/sources-report').then((module) => module.SourcesReport),
  { ssr: false, loading },
);
const TrendReport = dynamic(
  () => import('@/components/reports/trend-report').then((module) => module.TrendReport),
  { ssr: false, loading },
);

export function ReportsClient() {
  const t = useTranslations('reports');
  const shell = useTranslations('shell');
  const actions = useTranslations('common.actions');
  const now = useNow();
  const timeZone = useTimeZone() ?? 'Asia/Shanghai';
  const [params, setParams] = useQueryStates(reportParams, { history: 'push' });
  const query = reportQuery(params, tenantDay(now, timeZone));
  const { data: funnel } = useQuery(reportQueries.funnel(query));
  const clear = () => setParams(null);

  return (
    <Page>
      <PageHeader
        title={shell('reports')}
        context={
          <>
            <span>
              <PeriodWords from={query.from} to={query.to} />
            </span>
            {funnel && <span>{t('context', { count: funnel.cohort })}</span>}
            {funnel && <SyncNote {...funnel.sync} />}
          </>
        }
      />
      <ReportFilterBar
        values={params}
        own={ownPeriod(params)}
        onChange={(values) =>
          setParams(values.period ? { ...values, from: null, to: null } : values)
        }
        onOwn={({ from, to }) =>
          setParams({
            period: null,
            from: from === null ? null : new Date(from),
            to: to === null ? null : new Date(to),
          })
        }
        onClear={isNarrowed(params) ? clear : undefined}
      />
      {funnel && <SyncBanner {...funnel.sync} />}
      <FunnelReport
        query={query}
        clear={<Button onClick={clear}>{actions('clearFilters')}</Button>}
      />
      {funnel?.cohort !== 0 && (
        <>
          <TimeInStageReport query={query} />
          <SourcesReport query={query} />
          <TrendReport query={query} />
        </>
      )}
    </Page>
  );
}
