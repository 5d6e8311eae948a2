import { z } from 'zod';
import type { Offer } from '@/sandbox/world/types';
import { at, change, id } from './parts';
import { type Appliers, need, touch } from './scene';

const offer: z.ZodType<Offer> = z.object({
  id,
  applicationId: id,
  status: z.number().int(),
  ownerId: z.string(),
  creatorId: z.string(),
  leaderId: z.string(),
  departmentId: z.string(),
  currency: z.literal('CNY'),
  basicSalary: z.string(),
  probationMonths: z.number(),
  onboardDate: z.string(),
  expiresAt: at.nullable(),
  createdAt: at,
  sentAt: at.nullable(),
  decidedAt: at.nullable(),
});

export const offerChanges = [
  change('offer.created', { offer }),
  change('offer.changed', { offerId: id, status: z.number().int() }),
] as const;
export type OfferChange = z.infer<(typeof offerChanges)[number]>;

export const offerAppliers: Appliers<OfferChange> = {
  'offer.created'(scene, change) {
    const { offer } = change;
    touch(scene, offer.applicationId, change.at);
    scene.world.offers.set(offer.id, offer);
    scene.index.offerByApplication.set(offer.applicationId, offer);
  },
  'offer.changed'(scene, change) {
    const offer = need(scene.world.offers, change.offerId);
    touch(scene, offer.applicationId, change.at);
    offer.status = change.status;
    if (change.status === 6) offer.sentAt = change.at;
    if (change.status >= 7 && change.status <= 9) offer.decidedAt = change.at;
  },
};
