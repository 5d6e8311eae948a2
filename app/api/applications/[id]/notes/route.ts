import { z } from 'zod';
import { CreateNoteInput } from '@/lib/domain/applications';
import { Id } from '@/lib/domain/common';
import { route } from '@/lib/server/http/route';
import { createNote } from '@/lib/server/services/applications/create-note';

export const POST = route({
  permission: 'notes:write',
  params: z.object({ id: Id }),
  body: CreateNoteInput,
  handle: ({ actor, params, body, ip }) => createNote(actor, params.id, body, { ip }),
});
