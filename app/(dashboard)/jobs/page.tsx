import { getTranslations } from 'next-intl/server';
import type { SearchParams } from 'nuqs/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { Hydrate } from '@/components/layout/hydrate';
import { jobQueries } from '@/lib/client/queries/jobs';
import { JobListQuery } from '@/lib/domain/jobs';
import { requireActor } from '@/lib/server/auth/actor';
import { listJobs } from '@/lib/server/services/jobs/list-jobs';
import { JobsClient } from './client';
import { jobsQuery, loadJobsParams } from './search-params';

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('jobs') };
}

export default async function JobsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, params] = await Promise.all([
    requireActor('jobs:read'),
    loadJobsParams(searchParams),
  ]);
  const query = jobsQuery(params);
  const data = await listJobs(actor.scope, JobListQuery.parse(query));
  return (
    <ClientMessages namespaces={['jobs', 'charts']}>
      <Hydrate queries={[{ queryKey: jobQueries.list(query).queryKey, data }]}>
        <JobsClient />
      </Hydrate>
    </ClientMessages>
  );
}
