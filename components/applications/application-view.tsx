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
  return wide ? <WideView application={data} /> : <PanelView application={data} />;
}

function PanelView({ application }: { application: ApplicationDto }) {
  const t = useTranslations('applications');
  return (
    <div className="grid gap-4 px-5 py-4">
      <SyncBanner {...application.sync} />
      <ApplicationHeader application={application} />
      <StageTrack application={application} />
      <Tabs defaultValue="overview">
        <TabsList aria-label={t('tabs')}>
          <TabsTrigger value="overview">{t('tab.overview')}</TabsTrigger>
          <TabsTrigger value="resume">{t('tab.resume')}</TabsTrigger>
          <TabsTrigger value="timeline">{t('tab.timeline')}</TabsTrigger>
        </TabsList>
        <TabsContent value="overview" className="grid gap-5">
          <Blocks application={application} />
        </TabsContent>
        <TabsContent value="resume">
          <Resume application={application} />
        </TabsContent>
        <TabsContent value="timeline">
          <Timeline events={application.timeline} />
        </TabsContent>
      </Tabs>
    </div>
  );
}

function WideView({ application }: { application: ApplicationDto }) {
  return (
    <div className="grid gap-4 px-6 py-4 max-sm:px-4">
      <SyncBanner {...application.sync} />
      <ApplicationHeader application={application} />
      <StageTrack application={application} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-5 lg:order-2">
          <Blocks application={application} />
          <Timeline events={application.timeline} titled />
        </div>
        <div className="min-w-0 lg:sticky lg:top-4">
          <Resume application={application} />
        </div>
      </div>
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

function Resume({ application }: { application: ApplicationDto }) {
  return (
    <ResumeViewer
      attachmentId={application.resume?.attachmentId ?? null}
      name={application.row.name ?? ''}
    />
  );
}
