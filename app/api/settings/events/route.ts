import { getInbox } from '@/lib/server/events/overview';
import { route } from '@/lib/server/http/route';

export const GET = route({
  permission: 'settings:read',
  handle: () => getInbox(),
});
