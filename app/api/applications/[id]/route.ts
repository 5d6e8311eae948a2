import { z } from 'zod';
import { Id } from '@/lib/domain/common';
import { route } from '@/lib/server/http/route';
import { getApplication } from '@/lib/server/services/applications/get-application';

export const GET = route({
  permission: 'applications:read',
  params: z.object({ id: Id }),
  handle: ({ actor, params }) => getApplication(actor, params.id),
});
