import { z } from 'zod';
import { found } from '@/sandbox/control/control';
import { dateOf } from '@/sandbox/world/calendar';
import { isInternship } from '@/sandbox/world/intern-offers';
import type { Offer } from '@/sandbox/world/types';
import { type ActScene, act, conflict, id, type Performers } from './scene';

const DAY = 86_400_000;

export const offerActs = [
  act(
    'create-offer',
    'an intern’s where the job is an internship; `basicSalary` a month, as text',
    {
      applicationId: id,
      basicSalary: z.string().optional(),
    },
  ),
  act(
    'offer-status',
    'approve 4, send 6, accept 7, decline 8 (with its reasons) …: `offer_status` of CONTRACT 4',
    {
      offerId: id.optional(),
      applicationId: id.optional(),
      status: z.number().int().min(1).max(13),
      reasonIds: z.array(id).optional(),
      note: z.string().optional(),
    },
  ),
] as const;
type OfferAct = z.infer<(typeof offerActs)[number]>;

export const offerPerformers: Performers<OfferAct> = {
  'create-offer'(scene, { applicationId, basicSalary }) {
    const application = scene.application(applicationId);
    const job = scene.job(application.jobId);
    if (offerOf(scene, applicationId)) conflict('it has an offer');
    const offer: Offer = {
      id: scene.nextId('offer'),
      applicationId,
      status: 10,
      ownerId: job.recruiterId,
      creatorId: job.recruiterId,
      leaderId: job.managerIds[0] ?? job.recruiterId,
      departmentId: job.departmentId,
      currency: 'CNY',
      basicSalary: basicSalary ?? String(job.minSalary * 1000),
      probationMonths: 3,
      onboardDate: dateOf(scene.at + 30 * DAY),
      expiresAt: scene.at + 14 * DAY,
      createdAt: scene.at,
      sentAt: null,
      decidedAt: null,
      ...(isInternship(job.recruitmentTypeId) ? { offerType: 2 as const } : {}),
    };
    scene.commit({ kind: 'offer.created', offer });
    return offer.id;
  },
  'offer-status'(scene, { offerId, applicationId, status, reasonIds, note }) {
    const { world } = scene;
    const named = offerId ? (world.offers.get(offerId) ?? world.internOffers.get(offerId)) : null;
    const offer = found(named ?? offerOf(scene, applicationId ?? ''), 'such offer');
    const why = { reasonIds: reasonIds ?? [], note: note ?? '' };
    const refusal = reasonIds || note ? { refusal: why } : {};
    scene.commit({ kind: 'offer.changed', offerId: offer.id, status, ...refusal });
    return offer.id;
  },
};

/** Formal or, for an internship, the intern's. */
const offerOf = ({ index }: ActScene, applicationId: string): Offer | undefined =>
  index.offerByApplication.get(applicationId) ?? index.internOfferByApplication.get(applicationId);
