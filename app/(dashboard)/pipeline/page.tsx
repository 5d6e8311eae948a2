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
  boardQuery,
  loadPipelineParams,
  type PipelineParams,
  pipelineFilter,
} from './search-params';

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('pipeline') };
}

type Actor = Awaited<ReturnType<typeof requireActor>>;

/** The address names somebody or something by id, which its chips name in words. */
const carriesNames = ({ job, stage, source, department, recruiter, turnPerson }: PipelineParams) =>
  [job, stage, source, department, recruiter].some((ids) => ids.length > 0) || turnPerson !== null;

async function firstAnswer(actor: Actor, params: PipelineParams) {
  if (params.view === 'board') {
    const query = boardQuery(params);
    const [data, names] = await Promise.all([
      getBoard(actor.scope, BoardQuery.parse(query)),
      carriesNames(params)
        ? listApplications(actor.scope, ApplicationListQuery.parse({ status: 'all', limit: 1 }))
        : undefined,
    ]);
    return [
      { queryKey: pipelineQueries.board(query).queryKey, data },
      ...(names ? [{ queryKey: applicationQueries.facets().queryKey, data: names }] : []),
    ];
  }
  const { sort, direction } = params;
  const query = { ...pipelineFilter(params), sort, direction };
  const page = await listApplications(actor.scope, ApplicationListQuery.parse(query));
  return [
    {
      queryKey: applicationQueries.list(query).queryKey,
      data: { pages: [page], pageParams: [undefined] },
    },
    { queryKey: applicationQueries.facets().queryKey, data: { ...page, items: [] } },
  ];
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
      <Hydrate queries={await firstAnswer(actor, params)}>
        <PipelineClient />
      </Hydrate>
    </ClientMessages>
  );
}
