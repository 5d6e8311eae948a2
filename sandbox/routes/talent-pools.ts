import type { Call, Handlers } from '@/sandbox/platform/call';
import { offsetPage } from '@/sandbox/platform/paging';
import type { TalentPool } from '@/sandbox/world/records/talents';
import { talentOf, talentsOf } from './talent-of';
import { i18n, ms } from './wire';

const poolShape = (pool: TalentPool) => ({
  id: pool.id,
  i18n_name: i18n(pool.name),
  i18n_description: i18n(pool.description),
  parent_id: pool.parentId ?? undefined,
  is_private: pool.isPrivate ? 1 : 2,
  create_time: ms(pool.createdAt),
  modify_time: ms(pool.modifiedAt),
});

const poolOf = (call: Call): TalentPool =>
  call.found(
    call.world.pools.find(({ id }) => id === call.param('talent_pool_id')),
    1002109,
  );

const poolsOf = (call: Call, talentId: string): string[] =>
  (call.world.talentFiles.get(talentId)?.pools ?? []).map(({ id }) => id);

function place(call: Call, talentId: string, poolId: string, inside: boolean): void {
  if (poolsOf(call, talentId).includes(poolId) === inside) return;
  call.commit({ kind: 'talent.pooled', at: call.now, talentId, poolId, inside });
}

const MOVE = 2;
const ADD = 1;

export const talentPoolHandlers: Handlers = {
  'hire.v1.talentPool.search': (call) => {
    const ids = call.query.texts('id_list');
    const pools = ids ? call.world.pools.filter(({ id }) => ids.includes(id)) : call.world.pools;
    return offsetPage(call, pools, poolShape, 'opaque');
  },

  'hire.v1.talentPool.moveTalent': (call) => {
    const pool = poolOf(call);
    const talent = talentOf(call, call.body.must('talent_id'));
    if (call.body.int('add_type') === MOVE) {
      for (const other of poolsOf(call, talent.id)) {
        if (other !== pool.id) place(call, talent.id, other, false);
      }
    }
    place(call, talent.id, pool.id, true);
    return { talent_pool_id: pool.id, talent_id: talent.id };
  },

  'hire.v1.talentPool.batchChangeTalentPool': (call) => {
    const pool = poolOf(call);
    const talents = talentsOf(call, call.body.texts('talent_id_list') ?? []);
    const inside = call.body.int('option_type') === ADD;
    for (const { id } of talents) place(call, id, pool.id, inside);
    return {};
  },
};
