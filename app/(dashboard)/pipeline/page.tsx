import { getTranslations } from 'next-intl/server';
import type { SearchParams } from 'nuqs/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { Hydrate } from '@/components/layout/hydrate';
import { applicationQueries } from '@/lib/client/queries/applications';
import { pipelineQueries } from '@/lib/client/queries/pipeline';
import { ApplicationListQuery } from '@/lib/domain/application-filter';
import { BoardQuery } from '@/lib/domain/pipeline';
import { requireActor } from '@/lib/server/auth/actor';
import { listApplications } from '@/lib/server/services/applications/list-applications';
import { getBoard } from '@/lib/server/services/pipeline/get-board';
import { PipelineClient } from './client';
import {
  boardFilter,
  loadPipelineParams,
  type PipelineParams,
  pipelineFilter,
} from './search-params';

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('pipeline') };
}

type Actor = Awaited<ReturnType<typeof requireActor>>;

async function firstAnswer(actor: Actor, params: PipelineParams) {
  if (params.view === 'board') {
    const filter = boardFilter(params);
    const data = await getBoard(actor.scope, BoardQuery.parse(filter));
    return { queryKey: pipelineQueries.board(filter).queryKey, data };
  }
  const { sort, direction } = params;
  const query = { ...pipelineFilter(params), sort, direction };
  const page = await listApplications(actor.scope, ApplicationListQuery.parse(query));
  return {
    queryKey: applicationQueries.list(query).queryKey,
    data: { pages: [page], pageParams: [undefined] },
  };
}

export default async function PipelinePage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [actor, params] = await Promise.all([
    requireActor('pipeline:read'),
    loadPipelineParams(searchParams),
  ]);
  return (
    <ClientMessages namespaces={['pipeline', 'applications', 'talents']}>
      <Hydrate queries={[await firstAnswer(actor, params)]}>
        <PipelineClient />
      </Hydrate>
    </ClientMessages>
  );
}
