import 'server-only';
import { z } from 'zod';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import { FeishuNote } from '@/lib/server/feishu/wire/notes';
import { USER_IDS } from './query';

const Note = z.object({ note: FeishuNote });

export const listNotes = (
  client: FeishuClient,
  talentId: string,
  pageToken?: string,
): Promise<Page<FeishuNote>> =>
  listPage(client, 'notes.list', FeishuNote, {
    query: { ...USER_IDS, talent_id: talentId, page_size: 200, page_token: pageToken },
  });

export type NewNote = {
  talentId: string;
  applicationId?: string;
  /** Open id of the author shown in Feishu. */
  creatorId?: string;
  content: string;
  isPrivate: boolean;
};

/** There is no key against doubles: after `mayHaveHappened`, list before writing again. */
export async function createNote(client: FeishuClient, note: NewNote): Promise<FeishuNote> {
  const reply = await client.call('notes.create', {
    query: USER_IDS,
    body: {
      talent_id: note.talentId,
      application_id: note.applicationId,
      creator_id: note.creatorId,
      content: note.content,
      privacy: note.isPrivate ? 1 : 2,
    },
    response: Note,
  });
  return reply.note;
}

export async function updateNote(
  client: FeishuClient,
  noteId: string,
  change: { content: string; operatorId?: string },
): Promise<FeishuNote> {
  const reply = await client.call('notes.update', {
    path: { note_id: noteId },
    query: USER_IDS,
    body: { content: change.content, operator_id: change.operatorId },
    response: Note,
  });
  return reply.note;
}

export async function deleteNote(client: FeishuClient, noteId: string): Promise<void> {
  await client.call('notes.delete', { path: { note_id: noteId }, response: z.unknown() });
}
