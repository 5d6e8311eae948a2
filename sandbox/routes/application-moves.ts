import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { lockStatusOf } from '@/sandbox/world/locks';
import type { Application, Stage } from '@/sandbox/world/types';
import { applicationOf } from './applications';
import { offersOf, statusOf } from './offer-records';
import { APPROVED_STATES } from './offer-rules';
import { endingIn, endOffers } from './terminations';

const JOINED = 7;
const TO_JOIN = 6;

/** The refusals of transfer_stage, CONTRACT section 5, in the order they are looked at. */
function checkMove(call: Call, application: Application, target: Stage): void {
  const { switches, index } = call;
  const process = index.processes.get(call.world.jobs.get(application.jobId)?.processId ?? '');
  const current = index.stages.get(application.stageId)?.stage;
  if (!application.active && switches.transferTerminated === '1002212') throw new Refusal(1002212);
  if (lockStatusOf(call.world, application) === 2) throw new Refusal(1002210);
  if (current?.type === JOINED) throw new Refusal(1002220);
  if (target.type === JOINED) throw new Refusal(1002211);
  const isForeign = !process?.stages.some((stage) => stage.id === target.id);
  if (isForeign && switches.transferForeignStage === '1002211') throw new Refusal(1002211);
  if (target.id === application.stageId && switches.transferPresentStage === '1002211') {
    throw new Refusal(1002211);
  }
  const isForbidden = process?.forbiddenMoves.some(
    (move) => move.from === application.stageId && move.to === target.id,
  );
  if (isForbidden) throw new Refusal(switches.controlRuleCode);
  if (target.type === TO_JOIN && process?.offerApprovalRequired) {
    const hasApproval = offersOf(call, application).some((offer) =>
      APPROVED_STATES.includes(statusOf(call, offer)),
    );
    if (!hasApproval) throw new Refusal(switches.transferToPendingOnboardCode);
  }
}

export const applicationMoveHandlers: Handlers = {
  'hire.v1.application.transferStage': (call) => {
    const application = applicationOf(call);
    const target = call.found(call.index.stages.get(call.body.must('stage_id')), 1002204).stage;
    checkMove(call, application, target);
    if (target.id !== application.stageId) {
      call.commit({
        kind: 'application.moved',
        at: call.now,
        applicationId: application.id,
        stageId: target.id,
      });
    }
    return {};
  },

  'hire.v1.application.terminate': (call) => {
    const application = call.found(
      call.world.applications.get(call.param('application_id')),
      call.switches.terminateAbsentCode,
    );
    if (!application.active) throw new Refusal(1002221);
    const hasJoined = call.index.stages.get(application.stageId)?.stage.type === JOINED;
    if (hasJoined && call.switches.terminateJoined === '1002002') throw new Refusal(1002002);
    const ending = endingIn(call, 'termination_reason_list', 'termination_reason_note');
    endOffers(call, application);
    call.commit({
      kind: 'application.terminated',
      at: call.now,
      applicationId: application.id,
      ...ending,
      terminatorId: null,
    });
    return {};
  },

  'hire.v1.application.recover': (call) => {
    const application = applicationOf(call);
    if (application.active) throw new Refusal(1002225);
    const talent = call.world.talents.get(application.talentId);
    if (talent?.onboarded) throw new Refusal(1002209);
    if (lockStatusOf(call.world, application) === 2) throw new Refusal(1002210);
    const similar = (call.index.applicationsByTalent.get(application.talentId) ?? []).some(
      (other) => other.id !== application.id && other.jobId === application.jobId && other.active,
    );
    if (similar) throw new Refusal(1002206);
    call.commit({ kind: 'application.recovered', at: call.now, applicationId: application.id });
    return {};
  },
};
