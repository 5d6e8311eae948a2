import { z } from 'zod';
import { approvalChannel } from '@/sandbox/world/offer-channels';
import type { OfferTerms } from '@/sandbox/world/records/offer-terms';
import type { Offer } from '@/sandbox/world/types';
import { at, change, id } from './parts';
import { type Appliers, type Scene, touch, UnknownRecord } from './scene';

const channel = z.enum(['feishu', 'api']);
const terms: z.ZodType<OfferTerms> = z.object({
  schemaId: z.string(),
  employmentJobId: z.string().optional(),
  employeeTypeId: z.string().optional(),
  jobFamilyId: z.string().optional(),
  jobLevelId: z.string().optional(),
  jobGradeId: z.string().optional(),
  positionId: z.string().optional(),
  pathwayId: z.string().optional(),
  jobOffered: z.string().optional(),
  contractYear: z.number().int().optional(),
  contractPeriod: z.object({ type: z.number().int(), period: z.number().int() }).optional(),
  onboardAddressId: z.string().optional(),
  workAddressId: z.string().optional(),
  recommendedWords: z.string().optional(),
  jobRequirementId: z.string().optional(),
  jobProcessType: z.number().int().optional(),
  attachmentIds: z.array(z.string()).optional(),
  commonAttachmentIds: z.array(z.string()).optional(),
  attachmentDescription: z.string().optional(),
  operatorId: z.string(),
  probationPercentage: z.string().optional(),
  awardMultiple: z.string().optional(),
  optionShares: z.string().optional(),
  quarterlyBonus: z.string().optional(),
  halfYearBonus: z.string().optional(),
  custom: z.array(z.object({ id: z.string(), value: z.string() })),
});
const refusal = z.object({ reasonIds: z.array(z.string()), note: z.string() });
const offer: z.ZodType<Offer> = z.object({
  id,
  applicationId: id,
  status: z.number().int(),
  ownerId: z.string(),
  creatorId: z.string(),
  leaderId: z.string(),
  departmentId: z.string(),
  currency: z.string(),
  basicSalary: z.string(),
  probationMonths: z.number(),
  onboardDate: z.string(),
  expiresAt: at.nullable(),
  createdAt: at,
  sentAt: at.nullable(),
  decidedAt: at.nullable(),
  offerType: z.union([z.literal(1), z.literal(2)]).optional(),
  terms: terms.optional(),
  approvalIn: channel.optional(),
  sentIn: channel.optional(),
  refusal: refusal.optional(),
});

export const offerChanges = [
  change('offer.created', { offer }),
  /** The whole of it anew, status included. */
  change('offer.edited', { offer }),
  change('offer.changed', {
    offerId: id,
    status: z.number().int(),
    /** Feishu's own screens when absent. */
    by: channel.optional(),
    expiresAt: at.optional(),
    refusal: refusal.optional(),
  }),
] as const;
export type OfferChange = z.infer<(typeof offerChanges)[number]>;

export const offerAppliers: Appliers<OfferChange> = {
  'offer.created'(scene, change) {
    const { offer } = change;
    touch(scene, offer.applicationId, change.at);
    keepOffer(scene, offer);
  },
  'offer.edited'(scene, change) {
    const { offer } = change;
    needOffer(scene, offer.id);
    touch(scene, offer.applicationId, change.at);
    keepOffer(scene, offer);
  },
  'offer.changed'(scene, change) {
    const offer = needOffer(scene, change.offerId);
    touch(scene, offer.applicationId, change.at);
    const by = change.by ?? 'feishu';
    offer.approvalIn = approvalChannel(offer) ?? by;
    if (change.status === 6) {
      offer.sentIn = by;
      offer.sentAt = change.at;
      offer.expiresAt = change.expiresAt ?? offer.expiresAt;
    }
    if (change.status >= 7 && change.status <= 9) offer.decidedAt = change.at;
    if (change.refusal) offer.refusal = change.refusal;
    offer.status = change.status;
  },
};

function needOffer({ world }: Scene, offerId: string): Offer {
  const offer = world.offers.get(offerId) ?? world.internOffers.get(offerId);
  if (!offer) throw new UnknownRecord(offerId);
  return offer;
}

function keepOffer({ world, index }: Scene, offer: Offer): void {
  const isIntern = offer.offerType === 2;
  (isIntern ? world.internOffers : world.offers).set(offer.id, offer);
  const byApplication = isIntern ? index.internOfferByApplication : index.offerByApplication;
  byApplication.set(offer.applicationId, offer);
}
