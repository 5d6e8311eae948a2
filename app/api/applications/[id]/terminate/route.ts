import { z } from 'zod';
import { TerminateApplicationInput } from '@/lib/domain/applications';
import { Id } from '@/lib/domain/common';
import { route } from '@/lib/server/http/route';
import { terminateApplication } from '@/lib/server/services/applications/terminate-application';

export const POST = route({
  permission: 'applications:end',
  params: z.object({ id: Id }),
  body: TerminateApplicationInput,
  handle: ({ actor, params, body, ip }) => terminateApplication(actor, params.id, body, { ip }),
});
