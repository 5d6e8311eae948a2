import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import type { Talent } from '@/sandbox/world/types';
import { msOf, talentOf } from './talent-of';
import { ms } from './wire';

const ADD = 1;
const ONBOARD = 1;
const BLOCK = 1;

/** A departed talent has to come back by a new application, so joining is refused as well. */
function join(call: Call, talent: Talent): void {
  const since = msOf(call.body.text('onboard_time'));
  const departed = call.world.talentFiles.get(talent.id)?.departedAt ?? null;
  if (talent.onboarded || departed !== null) throw new Refusal(1002002);
  call.commit({
    kind: 'talent.employed',
    at: call.now,
    talentId: talent.id,
    employed: true,
    since,
  });
}

function leave(call: Call, talent: Talent): void {
  const since = msOf(call.body.text('overboard_time'));
  if (!talent.onboarded) throw new Refusal(1002002);
  for (const { id: applicationId } of call.index.applicationsByTalent.get(talent.id) ?? []) {
    const employee = call.index.employeeByApplication.get(applicationId);
    if (employee?.onboardStatus !== 1) continue;
    const left = { employeeId: employee.id, applicationId, leftAt: since, note: '' };
    call.commit({ kind: 'employee.left', at: call.now, ...left });
  }
  call.commit({
    kind: 'talent.employed',
    at: call.now,
    talentId: talent.id,
    employed: false,
    since,
  });
}

/** The tags of a call, looked at as a whole before any is set. */
function checkedTags(call: Call, talent: Talent, adds: boolean): string[] {
  const ids = [...new Set(call.body.texts('tag_id_list') ?? [])];
  if (ids.length === 0) throw new Refusal(1002002);
  for (const id of ids) {
    const tag = call.found(
      call.world.tags.find((one) => one.id === id),
      1002111,
    );
    if (tag.rule) throw new Refusal(call.switches.automaticTagCode);
    if (adds && !tag.active) throw new Refusal(1002112);
    if (adds === talent.tagIds.includes(id)) throw new Refusal(adds ? 1002113 : 1002114);
  }
  return ids;
}

function externalInfo(call: Call, exists: boolean) {
  const talent = talentOf(call, call.param('talent_id'));
  const externalCreatedAt = msOf(call.body.must('external_create_time'));
  const known = call.world.talentFiles.get(talent.id)?.externalCreatedAt ?? null;
  if (call.switches.externalInfo === 'strict' && (known !== null) !== exists) {
    throw new Refusal(1002002);
  }
  const talentId = talent.id;
  call.commit({ kind: 'talent.marked_external', at: call.now, talentId, externalCreatedAt });
  return { external_info: { talent_id: talentId, external_create_time: ms(externalCreatedAt) } };
}

export const talentStateHandlers: Handlers = {
  'hire.v1.talent.onboardStatus': (call) => {
    const talent = talentOf(call, call.param('talent_id'));
    if (call.body.int('operation') === ONBOARD) join(call, talent);
    else leave(call, talent);
    return {};
  },

  'hire.v1.talent.tag': (call) => {
    const talent = talentOf(call, call.param('talent_id'));
    const adds = call.body.int('operation') === ADD;
    const kind = adds ? 'talent.tagged' : 'talent.untagged';
    for (const tagId of checkedTags(call, talent, adds)) {
      call.commit({ kind, at: call.now, talentId: talent.id, tagId });
    }
    return {};
  },

  'hire.v1.talentBlocklist.changeTalentBlock': (call) => {
    const { id: talentId } = talentOf(call, call.body.must('talent_id'));
    const blocks = call.body.int('option') === BLOCK;
    const reason = call.body.text('reason');
    if (blocks && reason === undefined) throw new Refusal(1002002);
    const isBlocked = Boolean(call.world.talentFiles.get(talentId)?.block);
    if (isBlocked === blocks && call.switches.repeatedBlock !== 'ok') throw new Refusal(1002002);
    if (reason !== undefined && blocks) {
      // Blocked by the app: no person did it.
      call.commit({ kind: 'talent.blocked', at: call.now, talentId, reason, creatorId: null });
    } else if (isBlocked) {
      call.commit({ kind: 'talent.unblocked', at: call.now, talentId });
    }
    return {};
  },

  'hire.v1.talentExternalInfo.create': (call) => externalInfo(call, false),
  'hire.v1.talentExternalInfo.update': (call) => externalInfo(call, true),
};
