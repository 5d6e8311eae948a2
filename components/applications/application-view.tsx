'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, HeaderSkeleton, Loading } from '@/components/layout/loading';
import { NotFound } from '@/components/layout/no-access';
import { SyncBanner } from '@/components/layout/sync-note';
import { errorFacts } from '@/components/layout/use-error-words';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { ApiError } from '@/lib/client/fetch';
import { applicationQueries } from '@/lib/client/queries/applications';
import type { ApplicationDto } from '@/lib/domain/applications';
import { jobHref } from '@/lib/domain/links';
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

const TABS = ['overview', 'resume', 'timeline'] as const;
export type ApplicationTab = (typeof TABS)[number];

type Look = {
  /** The full page shows the résumé beside everything; the panel in a tab. */
  wide: boolean;
  /** The tab chosen by the person, if they have. */
  tab?: ApplicationTab | undefined;
  onTab?: (tab: ApplicationTab) => void;
};

export function ApplicationView({ applicationId, ...look }: Look & { applicationId: string }) {
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
  return <Application application={data} {...look} />;
}

/** Nobody has judged yet: what there is to read is the résumé. */
function openingTab({ resume, evaluations, tests, interviews }: ApplicationDto): ApplicationTab {
  const isUnjudged = evaluations.length + tests.length + interviews.length === 0;
  return isUnjudged && resume ? 'resume' : 'overview';
}

/** In tabs; on a wide page the tabs dissolve into two columns, résumé beside the decision. */
function Application({ application, wide, tab, onTab }: Look & { application: ApplicationDto }) {
  const t = useTranslations('applications');
  // Once: an evaluation that arrives meanwhile takes nobody away from what they read.
  const [own, setOwn] = useState(() => openingTab(application));
  const { job, resume } = application;
  const panel = (onWide: string) =>
    cn('data-[state=inactive]:hidden', wide && 'lg:min-w-0', wide && onWide);
  const choose = (value: string) => {
    const next = TABS.find((name) => name === value);
    if (!next) return;
    setOwn(next);
    onTab?.(next);
  };
  return (
    <div className={cn('grid gap-4 py-4', wide ? 'px-6 max-sm:px-4' : 'px-5')}>
      {wide && job.visible && <BackToBoard job={job} />}
      <SyncBanner {...application.sync} />
      <ApplicationHeader application={application} />
      <StageTrack application={application} />
      <Tabs value={tab ?? own} onValueChange={choose}>
        <TabsList aria-label={t('tabs')} className={cn(wide && 'lg:hidden')}>
          {TABS.map((name) => (
            <TabsTrigger key={name} value={name}>
              {t(`tab.${name}`)}
            </TabsTrigger>
          ))}
        </TabsList>
        <div
          className={cn(
            wide && 'lg:grid lg:grid-cols-2 lg:grid-rows-[auto_1fr] lg:items-start lg:gap-x-6',
          )}
        >
          <TabsContent
            value="resume"
            forceMount={wide || undefined}
            className={panel(
              resume
                ? 'lg:sticky lg:top-0 lg:row-span-2 lg:data-[state=inactive]:block'
                : 'lg:hidden',
            )}
          >
            <ResumeViewer
              attachmentId={resume?.attachmentId ?? null}
              name={application.row.name ?? ''}
            />
          </TabsContent>
          <TabsContent
            value="overview"
            forceMount
            className={panel('lg:data-[state=inactive]:block')}
          >
            <div className="grid gap-5">
              {wide && !resume && (
                <p className="text-muted max-lg:hidden">{t('resume.noneBody')}</p>
              )}
              <Blocks application={application} />
            </div>
          </TabsContent>
          <TabsContent
            value="timeline"
            forceMount
            className={panel('lg:data-[state=inactive]:block')}
          >
            <Timeline events={application.timeline} />
          </TabsContent>
        </div>
      </Tabs>
    </div>
  );
}

function BackToBoard({ job }: { job: ApplicationDto['job'] }) {
  const t = useTranslations('applications');
  return (
    <Link
      href={jobHref(job.id)}
      className="-mb-2 flex w-fit max-w-full items-center gap-1 text-sm text-muted hover:text-accent hover:underline print:hidden"
    >
      <ChevronLeft aria-hidden="true" className="size-4 shrink-0" />
      <span className="truncate">{t('backToBoard', { job: job.title })}</span>
    </Link>
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
