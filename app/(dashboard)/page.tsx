import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { Hydrate } from '@/components/layout/hydrate';
import { todayQueries } from '@/lib/client/queries/today';
import { requireActor } from '@/lib/server/auth/actor';
import { getToday } from '@/lib/server/services/today/get-today';
import { TodayClient } from './client';

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('today') };
}

export default async function TodayPage() {
  const actor = await requireActor('today:read');
  const data = await getToday(actor.scope, actor.openId);
  return (
    <ClientMessages namespaces={['today', 'pipeline', 'applications', 'talents']}>
      <Hydrate queries={[{ queryKey: todayQueries.today().queryKey, data }]}>
        <TodayClient />
      </Hydrate>
    </ClientMessages>
  );
}
