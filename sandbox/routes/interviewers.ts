import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter } from '@/sandbox/platform/errors';
import { offsetPage } from '@/sandbox/platform/paging';
import type { Interviewer } from '@/sandbox/world/records/interviewing';

const UNCERTIFIED = 1;
const CERTIFIED = 2;

const shape = (call: Call, { openId, verified }: Interviewer) => ({
  user_id: call.ids.user(openId),
  verify_status: verified ? CERTIFIED : UNCERTIFIED,
});

function bound(call: Call, name: string, open: number): number {
  const text = call.query.text(name);
  if (text === undefined) return open;
  if (!/^\d{1,15}$/.test(text)) throw badParameter(call.endpoint);
  return Number(text);
}

export const interviewerHandlers: Handlers = {
  /** Only who was ever updated, by update time and then id. */
  'hire.v1.interviewer.list': (call) => {
    const asked = call.query.texts('user_ids');
    const wanted = asked ? new Set(asked.map((id) => call.ids.person(id).openId)) : null;
    const status = call.query.int('verify_status');
    const from = bound(call, 'earliest_update_time', Number.NEGATIVE_INFINITY);
    const to = bound(call, 'latest_update_time', Number.POSITIVE_INFINITY);
    const rows = [...call.world.interviewers.values()]
      .filter(
        (row) =>
          (!wanted || wanted.has(row.openId)) &&
          (status === undefined || row.verified === (status === CERTIFIED)) &&
          row.updatedAt >= from &&
          row.updatedAt <= to,
      )
      .sort((a, b) => a.updatedAt - b.updatedAt || (a.openId < b.openId ? -1 : 1));
    return offsetPage(call, rows, (row) => shape(call, row), 'opaque');
  },

  /** Without a status it only says that the person is known: uncertified, or as before. */
  'hire.v1.interviewer.patch': (call) => {
    const { openId } = call.ids.person(call.param('interviewer_id'));
    const status = call.body.part('interviewer')?.int('verify_status');
    const before = call.world.interviewers.get(openId)?.verified ?? false;
    const verified = status === undefined ? before : status === CERTIFIED;
    call.commit({ kind: 'interviewer.updated', at: call.now, openId, verified });
    return { interviewer: shape(call, { openId, verified, updatedAt: call.now }) };
  },
};
