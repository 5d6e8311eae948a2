import type { Call } from '@/sandbox/platform/call';
import { badParameter } from '@/sandbox/platform/errors';
import type { Application } from '@/sandbox/world/types';
import { offersOf } from './offer-records';
import { OFFER } from './offer-rules';

type Ending = { terminationType: 1 | 22 | 27; reasonIds: string[]; note: string };

/**
 * Type, reasons and note of terminate and cancel_onboard, which name the last two differently. No
 * page says whether a reason must be enabled and of the type sent: the switch is strict by default.
 */
export function endingIn(call: Call, listName: string, noteName: string): Ending {
  const type = call.body.int('termination_type');
  if (type !== 1 && type !== 22 && type !== 27) throw badParameter(call.endpoint);
  const reasonIds = call.body.texts(listName) ?? [];
  for (const id of reasonIds) {
    const reason = call.world.reasons.find((one) => one.id === id);
    const fits = reason?.active === true && reason.type === type;
    const isTaken = call.switches.terminationReasons === 'strict' ? fits : reason !== undefined;
    if (!isTaken) throw badParameter(call.endpoint);
  }
  return { terminationType: type, reasonIds, note: call.body.text(noteName) ?? '' };
}

/** What the end of an application does to an offer that is still out, where the switch says so. */
export function endOffers(call: Call, application: Application): void {
  if (call.switches.terminateLiveOffer !== 'void') return;
  for (const offer of offersOf(call, application)) {
    if (offer.status !== OFFER.sent && offer.status !== OFFER.accepted) continue;
    call.commit({ kind: 'offer.changed', at: call.now, offerId: offer.id, status: OFFER.void });
  }
}
