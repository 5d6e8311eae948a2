import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { requireActor } from '@/lib/server/auth/actor';
import { SettingsClient } from './client';

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('settings') };
}

/** The check asks Feishu and takes seconds, so the page does not wait for it. */
export default async function SettingsPage() {
  await requireActor('settings:read');
  return (
    <ClientMessages namespaces={['settings']}>
      <SettingsClient />
    </ClientMessages>
  );
}
