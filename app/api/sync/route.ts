import { z } from 'zod';
import { route } from '@/lib/server/http/route';
import { getSyncState } from '@/lib/server/services/sync/get-sync-state';
import { requestRound } from '@/lib/server/services/sync/request-round';

export const GET = route({
  permission: 'settings:read',
  handle: () => getSyncState(),
});

export const POST = route({
  permission: 'settings:write',
  body: z.strictObject({}),
  handle: ({ actor, requestId, ip }) => requestRound(actor, { requestId, ip }),
});
