import { DAY } from './calendar';
import type { Case, Draft } from './draft';
import type { Random } from './random';

const ACCEPTED = 7;
const FINISHED = 7;
const STOPPED = 6;
/** Of agreements under way: applied, with the student, the company, the school. */
const UNDER_WAY = [2, 3, 4, 4, 5, 5];

/** 三方协议 of graduates who have accepted: most of them, at the pace of their schools. */
export function addAgreements(random: Random, draft: Draft, cases: Case[]): void {
  const { world, ids } = draft;
  const accepted = new Map<string, number>();
  for (const offer of world.offers.values()) {
    if (offer.status === ACCEPTED) {
      accepted.set(offer.applicationId, offer.decidedAt ?? offer.createdAt);
    }
  }
  for (const { application, journey } of cases) {
    const since = accepted.get(application.id);
    if (since === undefined || journey.plan.job.recruitmentTypeId !== '201') continue;
    if (!random.chance(0.75)) continue;
    const createdAt = Math.min(Math.floor(since + random.between(0.5, 9) * DAY), world.epoch);
    const age = (world.epoch - createdAt) / DAY;
    const state = !application.active
      ? STOPPED
      : age > random.between(10, 45)
        ? FINISHED
        : random.pick(UNDER_WAY);
    const modifiedAt = Math.min(
      Math.floor(createdAt + random.between(0.2, 1) * Math.min(age, 45) * DAY),
      world.epoch,
    );
    const id = ids.next('agreement');
    world.agreements.set(id, { id, applicationId: application.id, state, createdAt, modifiedAt });
  }
}
