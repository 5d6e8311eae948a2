'use client';

import { useTranslations } from 'next-intl';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ConnectionCheck } from '@/components/settings/connection-check';
import { SyncProgress } from '@/components/settings/sync-progress';

export function SettingsClient() {
  const t = useTranslations('settings');
  const shell = useTranslations('shell');
  return (
    <Page className="max-w-280">
      <PageHeader title={shell('settings')} context={<span>{t('context')}</span>} />
      <ConnectionCheck />
      <SyncProgress />
    </Page>
  );
}
