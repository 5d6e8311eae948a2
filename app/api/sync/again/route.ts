import { z } from 'zod';
import { route } from '@/lib/server/http/route';
import { getReadAgainCost, readAgain } from '@/lib/server/services/sync/read-again';

export const GET = route({
  permission: 'settings:read',
  handle: () => getReadAgainCost(),
});

export const POST = route({
  permission: 'settings:write',
  body: z.strictObject({}),
  handle: ({ actor, requestId, ip }) => readAgain(actor, { requestId, ip }),
});
