import { route } from '@/lib/server/http/route';
import { getToday } from '@/lib/server/services/today/get-today';

export const GET = route({
  permission: 'today:read',
  handle: ({ actor }) => getToday(actor.scope, actor.openId),
});
