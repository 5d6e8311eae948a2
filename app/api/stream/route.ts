import { z } from 'zod';
import { actorOf } from '@/lib/server/auth/actor';
import { eventStream } from '@/lib/server/http/event-stream';
import { route } from '@/lib/server/http/route';
import { followChanges } from '@/lib/server/services/changes/follow-changes';

const Seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const GET = route({
  permission: 'today:read',
  /** A browser that begins a new connection says here where it was. */
  query: z.object({ after: Seq.optional() }),
  handle: async ({ actor, query, request }) => {
    const resumed = Seq.safeParse(request.headers.get('last-event-id') ?? undefined);
    const after = resumed.success ? resumed.data : query.after;
    return eventStream(request, (signal) =>
      followChanges({ actor, after, look: () => actorOf(request) }, signal),
    );
  },
});
