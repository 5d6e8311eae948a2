import { z } from 'zod';
import { MoveApplicationInput } from '@/lib/domain/applications';
import { Id } from '@/lib/domain/common';
import { route } from '@/lib/server/http/route';
import { moveApplication } from '@/lib/server/services/applications/move-application';

export const POST = route({
  permission: 'applications:move',
  params: z.object({ id: Id }),
  body: MoveApplicationInput,
  handle: ({ actor, params, body, ip }) => moveApplication(actor, params.id, body, { ip }),
});
