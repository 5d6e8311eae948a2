import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { notes, talents } from '@/lib/server/db/schema/talents';
import type { FeishuNote } from '@/lib/server/feishu/wire/notes';
import { recordChanges } from './changes';
import type { MirrorContext } from './context';
import { type BadRow, quarantineRows } from './quarantine';
import type { Tally } from './tally';
import { upsertRows } from './upsert';
import { instantOf } from './values';

/**
 * The same for an answer asked for at `askedAt`: it is dropped where a later one is here, for it
 * lacks the note just written.
 */
export async function replaceNotesAsOf(
  executor: Executor,
  talentId: string,
  list: readonly FeishuNote[],
  askedAt: Date,
  context: MirrorContext,
  unreadable: readonly string[] = [],
): Promise<void> {
  const [talent] = await executor
    .select({ notesAt: talents.notesAt })
    .from(talents)
    .where(eq(talents.id, talentId))
    .for('update');
  const at = talent?.notesAt ?? null;
  // A time from the future (a clock that was wrong) must not hide every note until then.
  if (at !== null && at > askedAt && at <= context.now) return;
  await replaceNotes(executor, talentId, list, { ...context, now: askedAt }, unreadable);
}

/**
 * `list` is every note of the talent, but for the `unreadable` ones: others that are here were
 * deleted in Feishu.
 */
export async function replaceNotes(
  executor: Executor,
  talentId: string,
  list: readonly FeishuNote[],
  context: MirrorContext,
  unreadable: readonly string[] = [],
): Promise<Tally> {
  const bad: BadRow[] = [];
  const rows = list.flatMap((note) => {
    const createdAt = instantOf(note.create_time ?? note.modify_time);
    if (createdAt === null) {
      bad.push({ id: note.id, fields: ['create_time'] });
      return [];
    }
    return {
      id: note.id,
      talentId,
      applicationId: note.application_id ?? null,
      creatorId: note.creator_id ?? null,
      content: note.content,
      isPrivate: note.is_private ?? false,
      createdAt,
      modifiedAt: instantOf(note.modify_time) ?? createdAt,
    };
  });
  await quarantineRows(executor, 'notes', bad, context.now);
  const done = await upsertRows(executor, notes, rows, { key: ['id'] });
  const kept = new Set([...list.map(({ id }) => id), ...unreadable]);
  const here = await executor
    .select({ id: notes.id })
    .from(notes)
    .where(eq(notes.talentId, talentId));
  const gone = here.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) await executor.delete(notes).where(inArray(notes.id, gone));
  await executor.update(talents).set({ notesAt: context.now }).where(eq(talents.id, talentId));
  if (done.added.length + done.updated.length + gone.length > 0) {
    await recordChanges(
      executor,
      [{ entity: 'talent', entityId: talentId, change: 'updated', detail: { what: 'note' } }],
      context.now,
      context.actor,
    );
  }
  return { ...done.tally, deleted: gone.length };
}
