import { z } from 'zod';
import { Id } from '@/lib/domain/common';
import { route } from '@/lib/server/http/route';
import { getTalent } from '@/lib/server/services/talents/get-talent';

export const GET = route({
  permission: 'talents:read',
  params: z.object({ id: Id }),
  handle: ({ actor, params }) => getTalent(actor, params.id),
});
