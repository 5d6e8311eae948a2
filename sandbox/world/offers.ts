import { DAY, dateOf, HOUR } from './calendar';
import { type Case, type Draft, staysOf, touch } from './draft';
import type { Random } from './random';
import type { Offer } from './types';

/** `offer_status` of CONTRACT section 4. */
const APPROVING = 2;
const WITHDRAWN = 3;
const APPROVED = 4;
const REJECTED = 5;
const SENT = 6;
const ACCEPTED = 7;
const DECLINED = 8;
const OBSOLETE = 9;
const CREATED = 10;

/** Offers of who reached the offer stage, employees of who joined. */
export function addOffers(random: Random, draft: Draft, cases: Case[]): void {
  for (const item of cases) {
    const stays = staysOf(item);
    const stay =
      stays.find(({ spec }) => spec.type === 5) ?? stays.find(({ spec }) => spec.type === 6);
    const last = stays.at(-1);
    if (!stay || !last || last.spec.type < 5 || last.spec.type > 7) continue;
    const offer = makeOffer(random, draft, item, stay.enter, last.spec.type);
    if (!offer) continue;
    draft.world.offers.set(offer.id, offer);
    touch(item.application, Math.max(offer.createdAt, offer.sentAt ?? 0, offer.decidedAt ?? 0));
    if (last.spec.type === 7) addEmployee(random, draft, item, offer, last.enter);
  }
}

function makeOffer(
  random: Random,
  draft: Draft,
  { application, journey }: Case,
  enter: number,
  stageType: number,
): Offer | null {
  const { epoch } = draft.world;
  const { job } = journey.plan;
  const status = statusOf(random, stageType, application.active, application.terminationType);
  if (status === null) return null;
  const lastEnter = application.stageTimes.at(-1)?.enter ?? enter;
  const limit = stageType === 5 ? (application.terminatedAt ?? epoch) : lastEnter;
  const span = Math.max(limit - enter, 0);
  const createdAt = Math.floor(enter + Math.min(span * 0.15, 6 * HOUR));
  const wasSent =
    status === SENT || status === ACCEPTED || status === DECLINED || status === OBSOLETE;
  const sentAt = wasSent ? Math.floor(enter + span * random.between(0.4, 0.7)) : null;
  const decided = status === ACCEPTED || status === DECLINED || status === OBSOLETE;
  const basic = Math.round(random.between(job.minSalary, job.maxSalary) * 2) * 500;
  const onboard =
    stageType === 7
      ? lastEnter
      : Math.max(createdAt + 25 * DAY, epoch - 3 * DAY) + random.int(2, 30) * DAY;
  return {
    id: draft.ids.next('offer'),
    applicationId: application.id,
    status,
    ownerId: job.recruiterId,
    creatorId: job.recruiterId,
    leaderId: job.managerIds[0] ?? job.recruiterId,
    departmentId: job.departmentId,
    currency: 'CNY',
    basicSalary: String(basic),
    probationMonths: job.processType === 2 ? 6 : random.pick([3, 6, 6]),
    onboardDate: dateOf(application.active ? onboard : createdAt + 30 * DAY),
    expiresAt: sentAt === null ? null : expiry(random, status, sentAt, epoch),
    createdAt,
    sentAt,
    decidedAt: decided ? Math.max(Math.floor(limit - span * 0.05), sentAt ?? 0) : null,
  };
}

/** A sent one runs out within days; some have just done so unnoticed. */
function expiry(random: Random, status: number, sentAt: number, epoch: number): number {
  if (status !== SENT) return sentAt + 7 * DAY;
  return Math.max(sentAt + 5 * DAY, epoch + random.int(-2, 6) * DAY);
}

function statusOf(
  random: Random,
  stageType: number,
  active: boolean,
  terminationType: number | null,
): number | null {
  const draw = random.next();
  if (stageType === 7) return ACCEPTED;
  if (stageType === 6) return active || draw < 0.35 ? ACCEPTED : OBSOLETE;
  if (active) {
    if (draw < 0.1) return null;
    if (draw < 0.26) return CREATED;
    if (draw < 0.52) return APPROVING;
    if (draw < 0.66) return APPROVED;
    if (draw < 0.7) return REJECTED;
    return draw < 0.96 ? SENT : ACCEPTED;
  }
  if (terminationType === 22) return draw < 0.7 ? DECLINED : draw < 0.85 ? OBSOLETE : CREATED;
  if (draw < 0.3) return null;
  return draw < 0.6 ? WITHDRAWN : OBSOLETE;
}

function addEmployee(
  random: Random,
  draft: Draft,
  { application, journey }: Case,
  offer: Offer,
  joinedAt: number,
): void {
  const { world } = draft;
  const expectedConversionTime = joinedAt + offer.probationMonths * 30 * DAY;
  const over = expectedConversionTime < world.epoch;
  const left = over && random.chance(0.07);
  const id = draft.ids.next('employee');
  world.employees.set(id, {
    id,
    applicationId: application.id,
    onboardStatus: left ? 2 : 1,
    conversionStatus: over && !left ? 2 : 1,
    onboardTime: joinedAt,
    expectedConversionTime,
    departmentId: journey.plan.job.departmentId,
    leaderId: offer.leaderId,
  });
  const talent = world.talents.get(application.talentId);
  if (talent) {
    talent.onboarded = true;
    talent.updatedAt = Math.max(talent.updatedAt, joinedAt);
  }
}
