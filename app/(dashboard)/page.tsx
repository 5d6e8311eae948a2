import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { Hydrate } from '@/components/layout/hydrate';
import { todayQueries } from '@/lib/client/queries/today';
import type { Role } from '@/lib/domain/permissions';
import { requireActor } from '@/lib/server/auth/actor';
import { getToday } from '@/lib/server/services/today/get-today';
import { TodayClient } from './client';

/** Whose day begins with the figures of the pipeline; everybody else's with what waits for them. */
const RECRUITING: readonly Role[] = ['admin', 'recruiter'];

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('today') };
}

export default async function TodayPage() {
  const actor = await requireActor('today:read');
  const data = await getToday(actor.scope, actor.openId);
  return (
    <ClientMessages namespaces={['today', 'pipeline', 'applications', 'talents']}>
      <Hydrate queries={[{ queryKey: todayQueries.today().queryKey, data }]}>
        <TodayClient inboxFirst={!actor.roles.some((role) => RECRUITING.includes(role))} />
      </Hydrate>
    </ClientMessages>
  );
}
