import { ReplayEventsInput, type ReplayedDto } from '@/lib/domain/settings-events';
import { replayEvents } from '@/lib/server/events/overview';
import { route } from '@/lib/server/http/route';
import { ACTIONS, auditAct } from '@/lib/server/services/audit';

export const POST = route({
  permission: 'settings:write',
  body: ReplayEventsInput,
  handle: async ({ actor, body, requestId, ip }): Promise<ReplayedDto> => {
    const entityId = body.eventId ?? 'all';
    const act = { action: ACTIONS.replayEvents, entity: 'event', entityId } as const;
    await auditAct(actor, { requestId, ip, ...act });
    return { replayed: await replayEvents(body.eventId) };
  },
});
