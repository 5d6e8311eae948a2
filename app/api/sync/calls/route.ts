import { route } from '@/lib/server/http/route';
import { getCalls } from '@/lib/server/services/sync/get-calls';

export const GET = route({
  permission: 'settings:read',
  handle: () => getCalls(),
});
