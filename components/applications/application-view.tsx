'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, HeaderSkeleton, Loading } from '@/components/layout/loading';
import { NotFound } from '@/components/layout/no-access';
import { SyncBanner } from '@/components/layout/sync-note';
import { errorFacts } from '@/components/layout/use-error-words';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { ApiError } from '@/lib/client/fetch';
import { applicationQueries } from '@/lib/client/queries/applications';
import type { ApplicationDto } from '@/lib/domain/applications';
import { cn } from '@/lib/utils';
import { ApplicationHeader } from './application-header';
import { ConflictRadar } from './conflict-radar';
import { EvaluationList } from './evaluation-list';
import { InterviewList } from './interview-list';
import { NoteSection } from './note-section';
import { OfferSection } from './offer-section';
import { StageTrack } from './stage-track';
import { TestList } from './test-list';
import { Timeline } from './timeline';

const ResumeViewer = dynamic(
  () => import('./resume-viewer').then((module) => module.ResumeViewer),
  { ssr: false, loading: () => <BlockSkeleton className="h-160" /> },
);

type Props = {
  applicationId: string;
  /** The full page shows the résumé beside everything; the panel in a tab. */
  wide: boolean;
};

export function ApplicationView({ applicationId, wide }: Props) {
  const { data, error, refetch } = useQuery(applicationQueries.detail(applicationId));
  if (error && !data) {
    return error instanceof ApiError && error.code === 'NOT_FOUND' ? (
      <NotFound />
    ) : (
      <ErrorState error={errorFacts(error)} onRetry={refetch} />
    );
  }
  if (!data) {
    return (
      <Loading className="grid gap-4 p-5">
        <HeaderSkeleton />
        <BlockSkeleton className="h-24" />
        <BlockSkeleton />
      </Loading>
    );
  }
  return <Application application={data} wide={wide} />;
}

/** In tabs; on a wide page the tabs dissolve into two columns, résumé beside the decision. */
function Application({ application, wide }: { application: ApplicationDto; wide: boolean }) {
  const t = useTranslations('applications');
  const panel = (onWide: string) => cn('data-[state=inactive]:hidden', wide && onWide);
  return (
    <div className={cn('grid gap-4 py-4', wide ? 'px-6 max-sm:px-4' : 'px-5')}>
      <SyncBanner {...application.sync} />
      <ApplicationHeader application={application} />
      <StageTrack application={application} />
      <Tabs defaultValue="overview">
        <TabsList aria-label={t('tabs')} className={cn(wide && 'lg:hidden')}>
          <TabsTrigger value="overview">{t('tab.overview')}</TabsTrigger>
          <TabsTrigger value="resume">{t('tab.resume')}</TabsTrigger>
          <TabsTrigger value="timeline">{t('tab.timeline')}</TabsTrigger>
        </TabsList>
        <div className={cn(wide && 'lg:grid lg:grid-cols-2 lg:items-start lg:gap-x-6')}>
          <TabsContent
            value="resume"
            forceMount={wide || undefined}
            className={panel(
              'lg:sticky lg:top-0 lg:row-span-2 lg:min-w-0 lg:data-[state=inactive]:block',
            )}
          >
            <ResumeViewer
              attachmentId={application.resume?.attachmentId ?? null}
              name={application.row.name ?? ''}
            />
          </TabsContent>
          <TabsContent
            value="overview"
            forceMount
            className={panel('lg:min-w-0 lg:data-[state=inactive]:block')}
          >
            <div className="grid gap-5">
              <Blocks application={application} />
            </div>
          </TabsContent>
          <TabsContent
            value="timeline"
            forceMount
            className={panel('lg:min-w-0 lg:data-[state=inactive]:block')}
          >
            <Timeline events={application.timeline} />
          </TabsContent>
        </div>
      </Tabs>
    </div>
  );
}

function Blocks({ application }: { application: ApplicationDto }) {
  return (
    <>
      <ConflictRadar others={application.others} lock={application.row.lock} />
      <EvaluationList evaluations={application.evaluations} />
      <TestList tests={application.tests} />
      <InterviewList interviews={application.interviews} />
      <OfferSection application={application} />
      <NoteSection
        applicationId={application.row.id}
        notes={application.notes}
        asOf={application.notesAsOf}
        mayAdd={application.allowed.note}
      />
    </>
  );
}
