import { z } from 'zod';
import { Id } from '@/lib/domain/common';
import { RevealContactInput } from '@/lib/domain/talents';
import { route } from '@/lib/server/http/route';
import { revealContact } from '@/lib/server/services/talents/reveal-contact';

export const POST = route({
  permission: 'contact:reveal',
  params: z.object({ id: Id }),
  body: RevealContactInput,
  handle: ({ actor, params, body, requestId, ip }) =>
    revealContact(actor, params.id, body, { requestId, ip }),
});
