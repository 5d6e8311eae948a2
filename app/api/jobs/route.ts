import { JobListQuery } from '@/lib/domain/jobs';
import { route } from '@/lib/server/http/route';
import { listJobs } from '@/lib/server/services/jobs/list-jobs';

export const GET = route({
  permission: 'jobs:read',
  query: JobListQuery,
  handle: ({ actor, query }) => listJobs(actor.scope, query),
});
