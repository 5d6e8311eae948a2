import { route } from '@/lib/server/http/route';
import { listHireRoles } from '@/lib/server/services/settings/list-roles';

export const GET = route({
  permission: 'settings:read',
  handle: ({ actor }) => listHireRoles(actor),
});
