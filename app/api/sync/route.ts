import { route } from '@/lib/server/http/route';
import { getSyncState } from '@/lib/server/services/sync/get-sync-state';

export const GET = route({
  permission: 'settings:read',
  handle: () => getSyncState(),
});
