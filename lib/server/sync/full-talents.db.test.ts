import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications } from '@/lib/server/db/schema/applications';
import { changes } from '@/lib/server/db/schema/operations';
import { notes, talentGroups, talents } from '@/lib/server/db/schema/talents';
import { getTalent } from '@/lib/server/feishu/resources/talents';
import { talentsKnown } from '@/lib/server/mirror/talent-groups';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import {
  readWhole,
  startSync,
  syncDepsFor,
  type TestSync,
  type WorldClock,
} from '@/lib/testing/sync-run';
import { REREAD } from './settings';

const database = testDatabase();
const sandbox = testSandbox({ size: 60, seed: 19 });

let sync: TestSync;
let clock: WorldClock;
beforeAll(async () => {
  const deps = await syncDepsFor(database, sandbox);
  clock = deps.clock;
  sync = await startSync(deps);
  await readWhole(sync);
});
afterAll(() => sync.stop());

async function jump(ms: number): Promise<void> {
  await sandbox.control('PUT', '/clock', { jumpMs: ms });
  clock.jump(ms);
}
const talent = async (id: string) => {
  const [row] = await database.db.select().from(talents).where(eq(talents.id, id));
  return row;
};
const ofActive = async () => {
  const { rows } = await database.db.execute<{ id: string }>(
    sql`select talent_id as id from applications where outcome = 'active' order by id limit 1`,
  );
  return rows[0]?.id ?? '';
};
/** A tag set by hand that the talent lacks. */
const newTag = async (id: string) => {
  const { tag_list = [] } = await getTalent(sync.run.feishu, id);
  const all = await database.db.select().from(talentGroups).where(eq(talentGroups.kind, 'tag'));
  for (const tag of all) {
    if (tag_list.some((has) => has.id === tag.id)) continue;
    const done = await sandbox
      .control('POST', '/acts', { act: 'tag', talentId: id, tagId: tag.id })
      .catch(() => undefined);
    if (done) return tag.id;
  }
  throw new Error('Every tag is set');
};

describe('full records of talents', () => {
  it('tell of everybody what they are filed under, with names for it', async () => {
    const { known, total } = await talentsKnown(database.db);
    expect(known).toBe(total);
    const rows = await database.db.select().from(talents);
    const groups = new Set((await database.db.select().from(talentGroups)).map(({ id }) => id));
    let filed = 0;
    for (const row of rows) {
      const told = await getTalent(sync.run.feishu, row.id);
      expect([...row.tagIds].sort()).toEqual((told.tag_list ?? []).map(({ id }) => id).sort());
      expect([...row.poolIds].sort()).toEqual([...(told.talent_pool_id_list ?? [])].sort());
      expect(row.folderIds).toHaveLength((told.talent_folder_ref_list_v2 ?? []).length);
      expect(row.blocked).toBe(told.block_info !== undefined);
      const under = [...row.tagIds, ...row.poolIds, ...row.folderIds];
      filed += under.length;
      for (const id of under) expect(groups.has(id), id).toBe(true);
    }
    expect(filed).toBeGreaterThan(20);
  });

  it('bring every note, as the list of notes has it', async () => {
    const { rows } = await database.db.execute<{ n: number }>(
      sql`select count(*)::int as n from talents where notes_at is null`,
    );
    expect(rows[0]?.n).toBe(0);
    const kept = await database.db.select().from(notes);
    expect(kept.length).toBeGreaterThan(3);
    for (const note of kept.slice(0, 10)) {
      const told = await getTalent(sync.run.feishu, note.talentId);
      const same = told.note_list_v2?.find(({ id }) => id === note.id);
      expect(same).toMatchObject({ content: note.content, privacy: note.isPrivate ? 1 : 2 });
    }
  });

  it('are read again when the list says they changed, and say what', async () => {
    const id = await ofActive();
    const tagId = await newTag(id);
    await database.db.delete(changes);
    await sync.engine.round();
    await sync.engine.settled();
    expect((await talent(id))?.tagIds).toContain(tagId);
    const told = await database.db.select().from(changes).where(eq(changes.entityId, id));
    expect(told.map(({ detail }) => detail.what)).toContain('filing');
  });

  it('are read again once they are old, whatever the list says', async () => {
    const id = await ofActive();
    const before = await talent(id);
    await database.db
      .update(talents)
      .set({ tagIds: ['unknown'] })
      .where(eq(talents.id, id));
    await sync.engine.round();
    await sync.engine.settled();
    expect((await talent(id))?.tagIds).toEqual(['unknown']);
    await jump(REREAD.activeTalent + 60_000);
    await sync.engine.round();
    await sync.engine.settled();
    expect((await talent(id))?.tagIds).toEqual(before?.tagIds);
  });

  it('find out who is gone, and ask the applications whose they are now', async () => {
    const id = await ofActive();
    await sandbox.control('POST', '/acts', { act: 'delete-talent', talentId: id });
    await jump(REREAD.activeTalent + 60_000);
    await sync.engine.round();
    await sync.engine.settled();
    expect(await talent(id)).toBeUndefined();
    const left = await database.db.select().from(applications).where(eq(applications.talentId, id));
    expect(left).toEqual([]);
  });
});
