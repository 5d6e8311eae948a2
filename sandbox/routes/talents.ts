import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { offsetPage, stretchPage, updateWindow } from '@/sandbox/platform/paging';
import type { Talent } from '@/sandbox/world/types';
import { compositeTalent } from './talent-composite';
import { idsByContact } from './talent-lookup';
import { talentOf } from './talent-of';
import { talentInFull, talentRow } from './talent-rows';

/** What a keyword or another order leaves, newest first; 2 (relevance) falls back to updates. */
function talentsSearched(call: Call, window: { from: number; to: number }): Talent[] {
  const keyword = call.query.text('keyword')?.toLowerCase() ?? '';
  const rows = call.app.order.talentsByUpdate.ascending
    .filter(
      (t) =>
        t.updatedAt >= window.from &&
        t.updatedAt <= window.to &&
        (t.name.toLowerCase().includes(keyword) ||
          t.email.toLowerCase().includes(keyword) ||
          t.mobile.includes(keyword)),
    )
    .reverse();
  switch (call.query.int('sort_by')) {
    case 3:
      return rows.sort((a, b) => latestApplication(call, b) - latestApplication(call, a));
    case 4:
      return rows.sort((a, b) => b.createdAt - a.createdAt);
    default:
      return rows;
  }
}

function talentPage(call: Call) {
  const window = updateWindow(call);
  const shape = (talent: Talent) => talentRow(call, talent);
  const isPlain = !call.query.text('keyword') && (call.query.int('sort_by') ?? 1) < 3;
  return isPlain
    ? stretchPage(call, call.app.order.talentsByUpdate, window, true, shape)
    : offsetPage(call, talentsSearched(call, window), shape);
}

function latestApplication(call: Call, talent: Talent): number {
  const rows = call.index.applicationsByTalent.get(talent.id) ?? [];
  return rows.reduce((latest, row) => Math.max(latest, row.createdAt), 0);
}

export const talentHandlers: Handlers = {
  'hire.v1.talent.list': (call) => {
    const page = talentPage(call);
    const forgives = call.query.text('query_option') === 'ignore_empty_error';
    if (page.items.length === 0 && !forgives) {
      throw new Refusal(call.switches.emptyTalentListCode, { http: 400 });
    }
    return page;
  },

  'hire.v1.talent.get': (call) => {
    const id = call.param('talent_id');
    if (!/^\d{1,19}$/.test(id)) throw new Refusal(call.switches.malformedTalentIdCode);
    return { talent: talentInFull(call, talentOf(call, id)) };
  },

  'hire.v2.talent.get': (call) => compositeTalent(call, talentOf(call, call.param('talent_id'))),

  'hire.v1.talent.batchGetId': (call) => ({ talent_list: idsByContact(call) }),
};
