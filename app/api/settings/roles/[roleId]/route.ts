import { z } from 'zod';
import { Id } from '@/lib/domain/common';
import { MapRoleInput } from '@/lib/domain/settings-access';
import { route } from '@/lib/server/http/route';
import { mapRole } from '@/lib/server/services/settings/map-role';

export const PUT = route({
  permission: 'settings:write',
  params: z.object({ roleId: Id }),
  body: MapRoleInput,
  handle: ({ actor, params, body, requestId, ip }) =>
    mapRole(actor, params.roleId, body.administers, { requestId, ip }),
});
