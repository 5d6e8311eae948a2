import { z } from 'zod';
import { Id } from '@/lib/domain/common';
import { route } from '@/lib/server/http/route';
import { getJob } from '@/lib/server/services/jobs/get-job';

export const GET = route({
  permission: 'jobs:read',
  params: z.object({ id: Id }),
  handle: ({ actor, params }) => getJob(actor.scope, params.id),
});
