'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton } from '@/components/layout/loading';
import { NotFound } from '@/components/layout/no-access';
import { Page } from '@/components/layout/page';
import { SyncBanner } from '@/components/layout/sync-note';
import { errorFacts } from '@/components/layout/use-error-words';
import { LinkTabs } from '@/components/ui/link-tabs';
import { ApiError } from '@/lib/client/fetch';
import { talentQueries } from '@/lib/client/queries/talents';
import { talentHref } from '@/lib/domain/links';
import { ProfileSkeleton } from './profile-skeleton';
import { TalentHeader } from './talent-header';
import { TalentOverview } from './talent-overview';
import { TALENT_TABS, type TalentTab } from './talent-tabs';

const ResumeViewer = dynamic(
  () => import('@/components/applications/resume-viewer').then((module) => module.ResumeViewer),
  { ssr: false, loading: () => <BlockSkeleton className="h-160" /> },
);

/** Opening a profile has its notes read from Feishu: they are here a moment later. */
const NOTES_ARRIVE_MS = 2_000;
const MOST_LOOKS = 6;

type Props = { talentId: string; tab: TalentTab };

/** One person: who they are, what they did, what they applied to and how it went. */
export function TalentProfile({ talentId, tab }: Props) {
  const t = useTranslations('talents.profile');
  const {
    data: talent,
    error,
    refetch,
  } = useQuery({
    ...talentQueries.detail(talentId),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.notesAsOf === null && dataUpdateCount < MOST_LOOKS ? NOTES_ARRIVE_MS : false,
  });
  if (error && !talent) {
    return (
      <Page>
        {error instanceof ApiError && error.code === 'NOT_FOUND' ? (
          <NotFound />
        ) : (
          <ErrorState error={errorFacts(error)} onRetry={refetch} />
        )}
      </Page>
    );
  }
  if (!talent) return <ProfileSkeleton />;
  return (
    <Page>
      <TalentHeader talent={talent} />
      <SyncBanner {...talent.sync} />
      <LinkTabs
        label={t('tabs')}
        current={tab}
        tabs={TALENT_TABS.map((key) => ({
          key,
          label: t(`tab.${key}`),
          href: `${talentHref(talentId)}${key === 'overview' ? '' : `?tab=${key}`}`,
        }))}
      />
      {tab === 'resume' ? (
        <div className="w-full max-w-240">
          <ResumeViewer attachmentId={talent.resumeAttachmentIds[0] ?? null} name={talent.name} />
        </div>
      ) : (
        <TalentOverview talent={talent} />
      )}
    </Page>
  );
}
