import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter, Refusal } from '@/sandbox/platform/errors';
import type { Parameters } from '@/sandbox/platform/parameters';
import { approvalChannel, sendingChannel } from '@/sandbox/world/offer-channels';
import type { Offer } from '@/sandbox/world/types';
import { newEmployee } from './employees';
import { isInternOffer, jobOf, offerById, stageTypeOf, statusOf } from './offer-records';
import { APPROVAL_STATES, mayFollow, OFFER, SENDING_STATES } from './offer-rules';

const TO_JOIN = 6;
const DAY_MS = 86_400_000;
const ZONE_MS = 8 * 3_600_000;

/** The refusals of offer_status, CONTRACT section 5 and the page, in the order they are looked at. */
function checkStatus(call: Call, offer: Offer, to: number): void {
  const { switches } = call;
  const isApproval = APPROVAL_STATES.includes(to) || to === OFFER.created;
  const isSending = SENDING_STATES.includes(to);
  if (isApproval && !switches.offerApprovalByApi) throw new Refusal(1002074);
  if (isSending && !switches.offerSendingByApi) throw new Refusal(1002074);
  if (isApproval && approvalChannel(offer) === 'feishu') throw new Refusal(1002070);
  if (isSending && sendingChannel(offer) === 'feishu') throw new Refusal(1002073);
  if ((stageTypeOf(call, offer.applicationId) ?? 0) >= TO_JOIN) throw new Refusal(1002071);
  const isActive = call.world.applications.get(offer.applicationId)?.active === true;
  if (!isActive && switches.offerStatusWhenEnded === '1002069') throw new Refusal(1002069);

  const process = call.index.processes.get(jobOf(call, offer.applicationId)?.processId ?? '');
  const allowed = mayFollow(offer.status, to, {
    mayGoUnapproved:
      switches.offerSendUnapproved === 'always' ||
      (switches.offerSendUnapproved === 'when-optional' &&
        process?.offerApprovalRequired === false),
    mayReopen: switches.offerReopen === 'allow',
  });
  if (allowed) return;
  if (to === OFFER.void) throw new Refusal(1002072);
  throw new Refusal(isSending ? switches.offerSendFlowCode : 1002069);
}

/** `YYYY-MM-DD` in Shanghai, as its first or last millisecond. */
function dayIn(call: Call, text: string | undefined, end = false): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
  if (Number.isNaN(time)) throw badParameter(call.endpoint);
  return time - ZONE_MS + (end ? DAY_MS - 1 : 0);
}

/** 「被候选人拒绝时必填」; each must be a reason of the tenant. */
function refusalIn(call: Call): NonNullable<Offer['refusal']> {
  const reasonIds = call.body.texts('termination_reason_id_list') ?? [];
  const known = new Set(call.world.reasons.map(({ id }) => id));
  if (reasonIds.length === 0 || reasonIds.some((id) => !known.has(id))) {
    throw badParameter(call.endpoint);
  }
  return { reasonIds, note: call.body.text('termination_reason_note') ?? '' };
}

const need = (call: Call, part: Parameters | undefined): Parameters =>
  part ?? raise(badParameter(call.endpoint));
const raise = (refusal: Refusal): never => {
  throw refusal;
};

/** The three operations on an internship offer; what they answer beside the offer's id. */
const internOperations: Record<string, (call: Call, offer: Offer) => object> = {
  /** 确认入职: the intern joins, as with transfer_onboard. */
  confirm_onboarding: (call, offer) => {
    const date = need(call, call.body.part('onboarding_info')).must('actual_onboarding_date');
    const joinedAt = dayIn(call, date);
    if (statusOf(call, offer) !== OFFER.internToJoin) throw new Refusal(1002067);
    if (joinedAt > call.now) throw badParameter(call.endpoint);
    call.commit({
      kind: 'application.onboarded',
      at: call.now,
      employee: newEmployee(call, offer.applicationId, { onboardTime: joinedAt }),
    });
    return { onboarding_info: { actual_onboarding_date: date } };
  },

  /** 放弃入职. */
  cancel_onboarding: (call, offer) => {
    if (statusOf(call, offer) !== OFFER.internToJoin) throw new Refusal(1002067);
    const status = call.switches.internAbandonedStatus;
    call.commit({ kind: 'offer.changed', at: call.now, offerId: offer.id, status, by: 'api' });
    return {};
  },

  /** 操作离职: 「实际离职日期需晚于实际入职日期」. */
  offboard: (call, offer) => {
    const info = need(call, call.body.part('offboarding_info'));
    const date = info.must('actual_offboarding_date');
    const leftAt = dayIn(call, date);
    const employee = call.index.employeeByApplication.get(offer.applicationId);
    if (statusOf(call, offer) !== OFFER.internJoined || !employee) throw new Refusal(1002068);
    if (leftAt <= employee.onboardTime) throw badParameter(call.endpoint);
    const notes = info.text('notes') ?? '';
    const about = { employeeId: employee.id, applicationId: offer.applicationId };
    call.commit({ kind: 'employee.left', at: call.now, ...about, leftAt, note: notes });
    return { offboarding_info: { actual_offboarding_date: date, notes } };
  },
};

export const offerStatusHandlers: Handlers = {
  'hire.v1.offer.offerStatus': (call) => {
    const offer = offerById(call, 1002064);
    const status = call.body.int('offer_status') ?? OFFER.created;
    const expiresAt =
      status === OFFER.sent ? dayIn(call, call.body.text('expiration_date'), true) : undefined;
    const refusal = status === OFFER.declined ? refusalIn(call) : undefined;
    checkStatus(call, offer, status);
    call.commit({
      kind: 'offer.changed',
      at: call.now,
      offerId: offer.id,
      status,
      by: 'api',
      expiresAt,
      refusal,
    });
    return {};
  },

  'hire.v1.offer.internOfferStatus': (call) => {
    const offer = offerById(call, call.switches.absentRecordCode);
    const operation = call.body.must('operation');
    const perform = internOperations[operation];
    if (!perform) throw badParameter(call.endpoint);
    // A formal offer is in none of the states of an internship.
    if (!isInternOffer(offer)) throw new Refusal(operation === 'offboard' ? 1002068 : 1002067);
    return { offer_id: offer.id, operation, ...perform(call, offer) };
  },
};
