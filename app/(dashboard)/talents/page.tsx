import { getTranslations } from 'next-intl/server';
import type { SearchParams } from 'nuqs/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { Hydrate } from '@/components/layout/hydrate';
import { talentQueries } from '@/lib/client/queries/talents';
import { TalentListQuery } from '@/lib/domain/talents';
import { requireActor } from '@/lib/server/auth/actor';
import { listTalents } from '@/lib/server/services/talents/list-talents';
import { TalentsClient } from './client';
import { loadTalentsParams, talentsQuery } from './search-params';

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('talents') };
}

export default async function TalentsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [actor, params] = await Promise.all([
    requireActor('talents:read'),
    loadTalentsParams(searchParams),
  ]);
  const query = talentsQuery(params);
  const page = await listTalents(actor, TalentListQuery.parse(query));
  const data = { pages: [page], pageParams: [undefined] };
  return (
    <ClientMessages namespaces={['talents']}>
      <Hydrate queries={[{ queryKey: talentQueries.list(query).queryKey, data }]}>
        <TalentsClient mayFindContact={actor.permissions.has('contact:reveal')} />
      </Hydrate>
    </ClientMessages>
  );
}
