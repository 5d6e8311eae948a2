import type { Channel } from './records/offer-terms';
import type { Offer } from './types';

/** `offer_status` of CONTRACT section 4: not put up for anything yet. */
const FRESH = [1, 10];

/** Where the offer was put up for approval; what was there at the epoch went through Feishu. */
export function approvalChannel(offer: Offer): Channel | null {
  return offer.approvalIn ?? (FRESH.includes(offer.status) ? null : 'feishu');
}

export function sendingChannel(offer: Offer): Channel | null {
  return offer.sentIn ?? (offer.sentAt === null ? null : 'feishu');
}
