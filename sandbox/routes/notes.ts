import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { offsetPage } from '@/sandbox/platform/paging';
import type { Note } from '@/sandbox/world/types';

function noteShape(call: Call, note: Note) {
  return {
    id: note.id,
    talent_id: note.talentId,
    application_id: note.applicationId ?? undefined,
    is_private: note.isPrivate,
    create_time: Math.floor(note.createdAt),
    modify_time: Math.floor(note.modifiedAt),
    creator_id: call.ids.user(note.creatorId),
    content: note.content,
  };
}

const noteOf = (call: Call) =>
  call.found(call.world.notes.get(call.param('note_id')), call.switches.absentNoteCode);

export const noteHandlers: Handlers = {
  'hire.v1.note.create': (call) => {
    const talent = call.found(call.world.talents.get(call.body.must('talent_id')), 1002102);
    const applicationId = call.body.text('application_id') ?? null;
    if (applicationId !== null) {
      const application = call.found(call.world.applications.get(applicationId), 1002201);
      if (application.talentId !== talent.id) throw new Refusal(1002002);
    }
    const creator = call.body.text('creator_id');
    const note: Note = {
      id: call.app.store.nextId('note'),
      talentId: talent.id,
      applicationId,
      creatorId: creator === undefined ? null : call.ids.person(creator).openId,
      content: call.body.must('content'),
      isPrivate: call.body.int('privacy') === 1,
      createdAt: call.now,
      modifiedAt: call.now,
    };
    call.commit({ kind: 'note.created', at: call.now, note });
    return { note: noteShape(call, note) };
  },

  'hire.v1.note.list': (call) => {
    const talent = call.found(call.world.talents.get(call.query.must('talent_id')), 1002102);
    const notes = [...(call.index.notesByTalent.get(talent.id) ?? [])].reverse();
    return offsetPage(call, notes, (note) => noteShape(call, note), 'number');
  },

  'hire.v1.note.get': (call) => ({ note: noteShape(call, noteOf(call)) }),

  'hire.v1.note.patch': (call) => {
    const note = noteOf(call);
    const operator = call.body.text('operator_id');
    if (operator !== undefined) call.ids.person(operator);
    const content = call.body.must('content');
    call.commit({ kind: 'note.updated', at: call.now, noteId: note.id, content });
    return { note: noteShape(call, note) };
  },

  'hire.v1.note.delete': (call) => {
    call.commit({ kind: 'note.deleted', at: call.now, noteId: noteOf(call).id });
    return {};
  },
};
