import { PauseSyncInput } from '@/lib/domain/settings';
import { route } from '@/lib/server/http/route';
import { pauseSync } from '@/lib/server/services/sync/pause-sync';

export const PUT = route({
  permission: 'settings:write',
  body: PauseSyncInput,
  handle: ({ actor, body, requestId, ip }) => pauseSync(actor, body.paused, { requestId, ip }),
});
