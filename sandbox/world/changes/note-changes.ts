import { z } from 'zod';
import { appendTo, removeFrom } from '@/sandbox/world/indexes';
import type { Note } from '@/sandbox/world/types';
import { at, change, id } from './parts';
import { type Appliers, need } from './scene';

const note: z.ZodType<Note> = z.object({
  id,
  talentId: id,
  applicationId: id.nullable(),
  creatorId: z.string().nullable(),
  content: z.string(),
  isPrivate: z.boolean(),
  createdAt: at,
  modifiedAt: at,
});

export const noteChanges = [
  change('note.created', { note }),
  change('note.updated', { noteId: id, content: z.string(), isPrivate: z.boolean().optional() }),
  change('note.deleted', { noteId: id }),
] as const;
export type NoteChange = z.infer<(typeof noteChanges)[number]>;

export const noteAppliers: Appliers<NoteChange> = {
  'note.created'(scene, change) {
    const { note } = change;
    need(scene.world.talents, note.talentId);
    scene.world.notes.set(note.id, note);
    appendTo(scene.index.notesByTalent, note.talentId, note);
  },
  'note.updated'(scene, change) {
    const note = need(scene.world.notes, change.noteId);
    note.content = change.content;
    if (change.isPrivate !== undefined) note.isPrivate = change.isPrivate;
    note.modifiedAt = change.at;
  },
  'note.deleted'(scene, change) {
    const note = need(scene.world.notes, change.noteId);
    scene.world.notes.delete(note.id);
    removeFrom(scene.index.notesByTalent, note.talentId, note);
  },
};
