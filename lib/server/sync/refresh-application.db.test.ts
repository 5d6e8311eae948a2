import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applications } from '@/lib/server/db/schema/applications';
import { changes } from '@/lib/server/db/schema/operations';
import { evaluations, interviews } from '@/lib/server/db/schema/process-records';
import { notes, talents } from '@/lib/server/db/schema/talents';
import { FeishuError } from '@/lib/server/feishu/errors';
import { terminateApplication } from '@/lib/server/feishu/resources/applications';
import { createNote } from '@/lib/server/feishu/resources/notes';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import { readWhole, startSync, syncDepsFor } from '@/lib/testing/sync-run';
import type { SyncDeps } from './deps';
import { refreshApplication, refreshNotes } from './refresh-application';

const database = testDatabase();
const sandbox = testSandbox({ size: 40, seed: 4 });

let deps: SyncDeps;
beforeAll(async () => {
  deps = await syncDepsFor(database, sandbox);
  const sync = await startSync(deps);
  await readWhole(sync);
  sync.stop();
});
beforeEach(() => database.db.delete(changes));

const someActive = async () => {
  const [row] = await database.db
    .select()
    .from(applications)
    .where(sql`outcome = 'active' and step <= 2`)
    .orderBy(applications.id)
    .limit(1);
  if (!row) throw new Error('Nobody is active');
  return row;
};
const read = async (id: string) => {
  const [row] = await database.db.select().from(applications).where(eq(applications.id, id));
  return row;
};
const feed = () => database.db.select().from(changes).orderBy(changes.seq);

describe('reading one application anew', () => {
  it('mirrors a write of ours and says who made it', async () => {
    const row = await someActive();
    await terminateApplication(deps.feishu('person'), row.id, { type: 1, note: '不匹配' });
    await expect(refreshApplication(deps, row.id, { actor: 'ou_me', parts: 'body' })).resolves.toBe(
      'here',
    );
    expect(await read(row.id)).toMatchObject({ outcome: 'ended', endedPrecision: 'exact' });
    expect(await feed()).toMatchObject([
      { entity: 'application', entityId: row.id, change: 'updated', actorOpenId: 'ou_me' },
    ]);
  });

  it('writes nothing but the time of looking when nothing changed', async () => {
    const row = await someActive();
    await refreshApplication(deps, row.id);
    await database.db.delete(changes);
    await refreshApplication(deps, row.id);
    expect(await feed()).toEqual([]);
    const after = await read(row.id);
    expect(after?.detailAt).not.toBeNull();
    expect({ ...after, detailAt: null }).toEqual({ ...row, detailAt: null });
  });

  it('brings what belongs to it: notes, evaluations, interviews', async () => {
    const row = await someActive();
    const [talent] = await database.db
      .select()
      .from(talents)
      .where(eq(talents.id, row.talentId ?? ''));
    const { id } = await createNote(deps.feishu('person'), {
      talentId: row.talentId ?? '',
      applicationId: row.id,
      content: '电话沟通过',
      isPrivate: false,
    });
    await database.db.delete(evaluations).where(eq(evaluations.applicationId, row.id));
    await database.db.delete(interviews).where(eq(interviews.applicationId, row.id));
    await refreshApplication(deps, row.id);
    const [note] = await database.db.select().from(notes).where(eq(notes.id, id));
    expect(note).toMatchObject({
      talentId: talent?.id,
      applicationId: row.id,
      content: '电话沟通过',
    });
    // The sandbox's facts are its own records as JSON.
    const facts = (await sandbox.control('GET', `/facts/applications/${row.id}/evaluations`)) as {
      evaluations: unknown[];
    };
    const back = await database.db
      .select()
      .from(evaluations)
      .where(eq(evaluations.applicationId, row.id));
    expect(back).toHaveLength(facts.evaluations.length);
  });

  it('takes away what Feishu no longer has', async () => {
    const row = await someActive();
    await sandbox.control('POST', '/acts', { act: 'delete', applicationId: row.id });
    await expect(refreshApplication(deps, row.id)).resolves.toBe('gone');
    expect(await read(row.id)).toBeUndefined();
    expect(await feed()).toMatchObject([{ entityId: row.id, change: 'deleted' }]);
  });

  it('stores what could be read when a part could not, and looks again next time', async () => {
    const row = await someActive();
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.note.list',
      status: 400,
      code: 1002002,
    });
    await database.db
      .update(applications)
      .set({ detailAt: null })
      .where(eq(applications.id, row.id));
    await expect(refreshApplication(deps, row.id)).resolves.toBe('here');
    expect((await read(row.id))?.detailAt).toBeNull();
    await refreshApplication(deps, row.id);
    expect((await read(row.id))?.detailAt).not.toBeNull();
  });

  it('fails when the application itself cannot be read, and leaves it as it was', async () => {
    const row = await someActive();
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.application.get',
      status: 400,
      code: 1002002,
    });
    await expect(refreshApplication(deps, row.id)).rejects.toThrow(FeishuError);
    expect(await read(row.id)).toEqual(row);
  });
});

describe('reading notes anew', () => {
  it('forgets a note that was deleted in Feishu', async () => {
    const row = await someActive();
    const talentId = row.talentId ?? '';
    await database.db.insert(notes).values({
      id: '1',
      talentId,
      content: 'gone',
      isPrivate: false,
      createdAt: new Date(0),
      modifiedAt: new Date(0),
    });
    await refreshNotes(deps, talentId, { actor: 'ou_me' });
    expect(await database.db.select().from(notes).where(eq(notes.id, '1'))).toEqual([]);
    expect(await feed()).toMatchObject([
      { entity: 'talent', entityId: talentId, change: 'updated', actorOpenId: 'ou_me' },
    ]);
  });
});
