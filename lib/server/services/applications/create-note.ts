import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { AppError } from '@/lib/domain/app-error';
import type { CreateNoteInput, NoteDto } from '@/lib/domain/applications';
import type { Actor } from '@/lib/server/db/actor';
import { notes } from '@/lib/server/db/schema/talents';
import { createNote as create } from '@/lib/server/feishu/resources/notes';
import { runtime } from '@/lib/server/runtime';
import { ACTIONS, type RequestFacts } from '@/lib/server/services/audit';
import { readPeople } from '@/lib/server/services/people';
import { writeOnce } from '@/lib/server/services/writes/write-once';
import { syncDeps } from '@/lib/server/sync/deps';
import { refreshNotes } from '@/lib/server/sync/refresh-application';
import { toNote } from './record-dto';
import { visibleApplication } from './writable-application';

/**
 * Adds a note to an application in this person's name; whoever sees the application may. Its text
 * goes to Feishu and the mirror and nowhere else.
 * @throws AppError NOT_FOUND outside the scope, UPSTREAM_REJECTED with Feishu's reason,
 *   UPSTREAM_UNAVAILABLE `not_done` or `uncertain`
 */
export async function createNote(
  actor: Actor,
  applicationId: string,
  input: z.output<typeof CreateNoteInput>,
  facts: Pick<RequestFacts, 'ip'>,
): Promise<NoteDto> {
  const { db, feishu } = runtime();
  const { requestId, content, isPrivate } = input;
  const { talentId } = await visibleApplication(db, actor, applicationId);
  if (talentId === null) {
    throw new AppError('CONFLICT', 'Its talent is not read yet', { reason: 'not_synced' });
  }
  const identicalNotes = () =>
    db
      .select()
      .from(notes)
      .where(
        and(
          eq(notes.talentId, talentId),
          eq(notes.applicationId, applicationId),
          eq(notes.creatorId, actor.openId),
          eq(notes.content, content),
          eq(notes.isPrivate, isPrivate),
        ),
      );
  return writeOnce(db, {
    requestId,
    body: { content, isPrivate },
    endpoint: 'notes',
    audit: {
      ...facts,
      requestId,
      actorOpenId: actor.openId,
      action: ACTIONS.createNote,
      entity: 'application',
      entityId: applicationId,
      detail: { isPrivate },
    },
    send: () =>
      create(feishu('person'), {
        talentId,
        applicationId,
        creatorId: actor.openId,
        content,
        isPrivate,
      }),
    // Read now: one of the same words that the mirror lacks must not pass for this one later.
    async before() {
      await refreshNotes(syncDeps(), talentId);
      return (await identicalNotes()).map(({ id }) => id);
    },
    async confirm(sent, before) {
      await refreshNotes(syncDeps(), talentId, { actor: actor.openId });
      const [written] = sent
        ? await db.select().from(notes).where(eq(notes.id, sent.id))
        : (await identicalNotes()).filter(({ id }) => !before?.includes(id));
      return written ? toNote(written, await readPeople(db, [written.creatorId])) : null;
    },
  });
}
