import { z } from 'zod';
import { RecoverApplicationInput } from '@/lib/domain/applications';
import { Id } from '@/lib/domain/common';
import { route } from '@/lib/server/http/route';
import { recoverApplication } from '@/lib/server/services/applications/recover-application';

export const POST = route({
  permission: 'applications:end',
  params: z.object({ id: Id }),
  body: RecoverApplicationInput,
  handle: ({ actor, params, body, ip }) => recoverApplication(actor, params.id, body, { ip }),
});
