import { EndSessionsInput } from '@/lib/domain/settings-access';
import { endSessionsOf } from '@/lib/server/auth/signed-in';
import { route } from '@/lib/server/http/route';
import { ACTIONS, auditAct } from '@/lib/server/services/audit';

export const POST = route({
  permission: 'settings:write',
  body: EndSessionsInput,
  handle: async ({ actor, body: { openId }, requestId, ip }) => {
    const act = { action: ACTIONS.endSessions, entity: 'person', entityId: openId } as const;
    await auditAct(actor, { requestId, ip, ...act });
    await endSessionsOf(openId);
  },
});
