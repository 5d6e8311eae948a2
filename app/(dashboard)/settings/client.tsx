'use client';

import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { AdminRoles } from '@/components/settings/admin-roles';
import { CallLimits } from '@/components/settings/call-limits';
import { ConnectionCheck } from '@/components/settings/connection-check';
import { EventInbox } from '@/components/settings/event-inbox';
import { MonthCalls } from '@/components/settings/month-calls';
import { SignedInPeople } from '@/components/settings/signed-in-people';
import { SyncProgress } from '@/components/settings/sync-progress';
import { LinkTabs } from '@/components/ui/link-tabs';
import { settingsHref } from '@/lib/domain/links';
import { SETTINGS_TABS, settingsParams } from './search-params';

export function SettingsClient() {
  const t = useTranslations('settings');
  const shell = useTranslations('shell');
  const [{ tab }] = useQueryStates(settingsParams);
  return (
    <Page className="max-w-280">
      <PageHeader title={shell('settings')} context={<span>{t('context')}</span>} />
      <LinkTabs
        label={t('tabsLabel')}
        current={tab}
        tabs={SETTINGS_TABS.map((key) => ({
          key,
          href: settingsHref(key),
          label: t(`tab.${key}`),
        }))}
      />
      {tab === 'connection' && <ConnectionCheck />}
      {tab === 'sync' && (
        <>
          <SyncProgress />
          <CallLimits />
          <MonthCalls />
          <EventInbox />
        </>
      )}
      {tab === 'access' && (
        <>
          <AdminRoles />
          <SignedInPeople />
        </>
      )}
    </Page>
  );
}
