import { route } from '@/lib/server/http/route';
import { checkConnection } from '@/lib/server/services/settings/check-connection';

export const GET = route({
  permission: 'settings:read',
  handle: () => checkConnection(),
});
