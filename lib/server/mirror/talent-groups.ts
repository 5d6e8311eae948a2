import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { talentGroups } from '@/lib/server/db/schema/talents';
import type {
  FeishuTalentFolder,
  FeishuTalentPool,
  FeishuTalentTag,
} from '@/lib/server/feishu/wire/talent-groups';
import type { FeishuTalentDetail } from '@/lib/server/feishu/wire/talents';
import { type Change, recordChanges } from './changes';
import type { MirrorContext } from './context';
import { replaceNotesAsOf } from './notes';
import type { Tally } from './tally';
import { upsertRows } from './upsert';
import { bothNames, i18nNames } from './values';

type Group = typeof talentGroups.$inferInsert;

export const tagGroup = (tag: FeishuTalentTag): Group => ({
  id: tag.id,
  kind: 'tag',
  ...i18nNames(tag.name),
});
export const poolGroup = (pool: FeishuTalentPool): Group => ({
  id: pool.id,
  kind: 'pool',
  ...i18nNames(pool.i18n_name),
});
export const folderGroup = (folder: FeishuTalentFolder): Group => ({
  id: folder.folder_id,
  kind: 'folder',
  ...bothNames(folder.folder_name, undefined),
});

/** Those that are gone from their list stay, for talents that still name them. */
export async function upsertTalentGroups(
  executor: Executor,
  rows: readonly Group[],
): Promise<Tally> {
  return (await upsertRows(executor, talentGroups, rows, { key: ['id'] })).tally;
}

/** A full record, and when it was asked for: a note written since is not in it. */
export type FullTalent = { talent: FeishuTalentDetail; askedAt: Date };

/**
 * What only the full record tells: tags, pools, folders, block list, notes. The rest of it is left
 * to the list, whose rows come by time of change.
 */
export async function storeFullTalents(
  executor: Executor,
  list: readonly FullTalent[],
  context: MirrorContext,
): Promise<void> {
  if (list.length === 0) return;
  await nameGroups(executor, list);
  const json = JSON.stringify(
    list.map(({ talent }) => ({
      id: talent.talent_id,
      tags: ids(talent.tag_list?.map(({ id }) => id)),
      pools: ids(talent.talent_pool_id_list ?? talent.talent_pool_ref_list_v2?.map(({ id }) => id)),
      folders: ids(talent.talent_folder_ref_list_v2?.map(({ folder_id }) => folder_id)),
      blocked: talent.block_info !== undefined,
    })),
  );
  const { rows } = await executor.execute<{ id: string; changed: boolean }>(sql`
    update talents t
       set tag_ids = d.tags, pool_ids = d.pools, folder_ids = d.folders, blocked = d.blocked,
           full_at = ${context.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${json}::jsonb) as d(
             id text, tags jsonb, pools jsonb, folders jsonb, blocked boolean),
           talents old
     where t.id = d.id and old.id = d.id
    returning t.id, (old.tag_ids, old.pool_ids, old.folder_ids, old.blocked)
                    is distinct from (d.tags, d.pools, d.folders, d.blocked) as changed`);
  const changed = rows.filter((row) => row.changed);
  await recordChanges(
    executor,
    changed.map(
      ({ id }): Change => ({
        entity: 'talent',
        entityId: id,
        change: 'updated',
        detail: { what: 'filing' },
      }),
    ),
    context.now,
    context.actor,
  );
  const here = new Set(rows.map(({ id }) => id));
  for (const { talent, askedAt } of list) {
    if (!here.has(talent.talent_id) || talent.note_list_v2 === undefined) continue;
    await replaceNotesAsOf(
      executor,
      talent.talent_id,
      talent.note_list_v2.map((note) => noteOf(talent.talent_id, note)),
      askedAt,
      context,
    );
  }
}

const ids = (list: readonly string[] | undefined): string[] => [...new Set(list ?? [])].sort();

const PRIVATE = 1;

/** As the list of notes has it: other names, the same note. */
const noteOf = (
  talentId: string,
  {
    update_time,
    privacy,
    content = '',
    ...note
  }: NonNullable<FeishuTalentDetail['note_list_v2']>[number],
) => ({
  ...note,
  talent_id: talentId,
  content,
  modify_time: update_time,
  is_private: privacy === PRIVATE,
});

/** Records name what they are filed under, so filters read right without the lists' scopes. */
async function nameGroups(executor: Executor, list: readonly FullTalent[]): Promise<void> {
  const named = list.flatMap(({ talent }): Group[] => [
    ...(talent.tag_list ?? []).map(tagGroup),
    ...(talent.talent_pool_ref_list_v2 ?? []).map(({ id, name }) =>
      poolGroup({ id, i18n_name: name }),
    ),
    ...(talent.talent_folder_ref_list_v2 ?? []).map(({ folder_id, name }) =>
      folderGroup({ folder_id, folder_name: name }),
    ),
  ]);
  await upsertRows(
    executor,
    talentGroups,
    named.filter(({ nameZh }) => nameZh !== ''),
    { key: ['id'] },
  );
}

/**
 * Talents whose full record is to be read, most important first: never read, changed since by what
 * the list says, or too old; see `sync/full-talents.ts`.
 */
export async function dueTalents(
  executor: Executor,
  due: { activeBefore: Date; otherBefore: Date; activeOnly: boolean; limit: number },
): Promise<string[]> {
  const { rows } = await executor.execute<{ id: string }>(sql`
    with seen as (
      select t.id, t.full_at, t.updated_at, exists (
               select 1 from applications a where a.talent_id = t.id and a.outcome = 'active'
             ) as active
        from talents t
       where t.full_at is null or t.full_at < t.updated_at
          or t.full_at < ${due.activeBefore.toISOString()}::timestamptz)
    select id from seen
     where (active or not ${due.activeOnly}::boolean)
       and (full_at is null or full_at < updated_at or active
            or full_at < ${due.otherBefore.toISOString()}::timestamptz)
     order by (active and full_at is null) desc, active desc, full_at nulls first, id desc
     limit ${due.limit}`);
  return rows.map((row) => row.id);
}

/** Of how many talents tags, pools, folders and the block list are known. */
export async function talentsKnown(executor: Executor): Promise<{ known: number; total: number }> {
  const { rows } = await executor.execute<{ known: number; total: number }>(
    sql`select count(full_at)::int as known, count(*)::int as total from talents`,
  );
  return rows[0] ?? { known: 0, total: 0 };
}
