import { notFound } from 'next/navigation';
import type { SearchParams } from 'nuqs/server';
import { cache } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';
import { Hydrate } from '@/components/layout/hydrate';
import { applicationQueries } from '@/lib/client/queries/applications';
import { jobQueries } from '@/lib/client/queries/jobs';
import { pipelineQueries } from '@/lib/client/queries/pipeline';
import { AppError } from '@/lib/domain/app-error';
import { ApplicationListQuery } from '@/lib/domain/application-filter';
import { BoardQuery } from '@/lib/domain/pipeline';
import { requireActor } from '@/lib/server/auth/actor';
import { listApplications } from '@/lib/server/services/applications/list-applications';
import { getJob } from '@/lib/server/services/jobs/get-job';
import { getBoard } from '@/lib/server/services/pipeline/get-board';
import { JobClient } from './client';
import { jobFilter, loadJobParams } from './search-params';

type Props = { params: Promise<{ jobId: string }>; searchParams: Promise<SearchParams> };

/** The job, read once for title and page; another's job is not there. */
const readJob = cache(async (jobId: string) => {
  const actor = await requireActor('jobs:read');
  try {
    return { actor, job: await getJob(actor.scope, jobId) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props) {
  const { job } = await readJob((await params).jobId);
  return { title: job.title };
}

export default async function JobPage({ params, searchParams }: Props) {
  const [{ jobId }, search] = await Promise.all([params, loadJobParams(searchParams)]);
  const { actor, job } = await readJob(jobId);
  const queries: { queryKey: readonly unknown[]; data: unknown }[] = [
    { queryKey: jobQueries.detail(jobId).queryKey, data: job },
  ];
  if (search.tab === 'board') {
    const query = { ...jobFilter(search), job: jobId };
    queries.push({
      queryKey: pipelineQueries.board(query).queryKey,
      data: await getBoard(actor.scope, BoardQuery.parse(query)),
    });
  }
  // The chip of a source says its name at once.
  if (search.source.length > 0) {
    const names = ApplicationListQuery.parse({ status: 'all', limit: 1 });
    queries.push({
      queryKey: applicationQueries.facets().queryKey,
      data: await listApplications(actor.scope, names),
    });
  }
  return (
    <ClientMessages
      namespaces={['jobs', 'pipeline', 'applications', 'talents', 'reports', 'charts']}
    >
      <Hydrate queries={queries}>
        <JobClient jobId={jobId} />
      </Hydrate>
    </ClientMessages>
  );
}
