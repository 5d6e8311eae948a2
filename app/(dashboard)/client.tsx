'use client';

import { useQuery } from '@tanstack/react-query';
import { useNow, useTranslations } from 'next-intl';
import { LazyApplicationPanel } from '@/components/applications/lazy-application-panel';
import { EmptyState } from '@/components/layout/empty-state';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, HeaderSkeleton, Loading } from '@/components/layout/loading';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { SyncBanner, SyncNote } from '@/components/layout/sync-note';
import { errorFacts } from '@/components/layout/use-error-words';
import { useApplicationPanel } from '@/components/pipeline/use-application-panel';
import { ExpiringOffers } from '@/components/today/expiring-offers';
import { Figures } from '@/components/today/figures';
import { Inbox } from '@/components/today/inbox';
import { StuckGroups } from '@/components/today/stuck-groups';
import { TodayInterviews } from '@/components/today/today-interviews';
import { todayQueries } from '@/lib/client/queries/today';
import { useFormat } from '@/lib/i18n/use-format';

export function TodayClient({ inboxFirst }: { inboxFirst: boolean }) {
  const t = useTranslations('today');
  const shell = useTranslations('shell');
  const format = useFormat();
  const now = useNow();
  const panel = useApplicationPanel();
  const { data, error, refetch } = useQuery(todayQueries.today());

  if (error && !data) return <ErrorState error={errorFacts(error)} onRetry={refetch} />;
  if (!data) {
    return (
      <Page>
        <Loading className="grid gap-4">
          <HeaderSkeleton />
          <BlockSkeleton className="h-24" />
          <BlockSkeleton />
        </Loading>
      </Page>
    );
  }
  const quiet =
    data.inbox.length === 0 &&
    data.stuck.length === 0 &&
    data.interviews.length === 0 &&
    data.offersExpiring.length === 0;
  const inbox = data.inbox.length > 0 && <Inbox items={data.inbox} onOpen={panel.open} />;
  const ids = [
    ...data.inbox.map((item) => item.row.id),
    ...data.stuck.flatMap((group) => group.top.map((row) => row.id)),
  ];
  return (
    <Page>
      <PageHeader
        title={shell('today')}
        context={
          <>
            <span>{format.date(now)}</span>
            <SyncNote {...data.sync} />
          </>
        }
      />
      <SyncBanner {...data.sync} />
      {inboxFirst && inbox}
      <Figures figures={data.figures} complete={data.sync.state === 'complete'} />
      {quiet ? (
        <EmptyState
          reason={data.sync.state === 'complete' ? 'nothing' : 'sync'}
          percent={data.sync.percent}
          title={data.sync.state === 'complete' ? t('quietTitle') : undefined}
          body={data.sync.state === 'complete' ? t('quietBody') : undefined}
        />
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="grid min-w-0 gap-4">
            {!inboxFirst && inbox}
            {data.stuck.length > 0 && <StuckGroups groups={data.stuck} onOpen={panel.open} />}
          </div>
          <div className="grid min-w-0 gap-4">
            <TodayInterviews interviews={data.interviews} onOpen={panel.open} />
            {data.offersExpiring.length > 0 && (
              <ExpiringOffers offers={data.offersExpiring} onOpen={panel.open} />
            )}
          </div>
        </div>
      )}
      {panel.id !== null && (
        <LazyApplicationPanel
          applicationId={panel.id}
          ids={ids}
          onSelect={panel.open}
          onClose={panel.close}
        />
      )}
    </Page>
  );
}
