import { DAY } from './calendar';
import { REASONS } from './dictionary-data';
import type { Case, Draft } from './draft';
import type { Journey } from './journey';
import { openIdOf } from './people';
import type { Random } from './random';
import { TERMINATION_NOTES } from './text-data';
import type { Application, StageType, Talent, World } from './types';

export function makeApplication(
  random: Random,
  draft: Draft,
  journey: Journey,
  talent: Talent,
): Case {
  const { job } = journey.plan;
  const { world } = draft;
  const application: Application = {
    id: draft.ids.next('application'),
    jobId: job.id,
    talentId: talent.id,
    stageId: journey.visits.at(-1)?.stageId ?? '',
    stageTimes: journey.visits,
    active: journey.fate !== 'ended',
    sourceId: world.sources[journey.source]?.id ?? '',
    deliveryType: journey.sourced ? 1 : 2,
    createdAt: journey.createdAt,
    modifiedAt: journey.visits.at(-1)?.enter ?? journey.createdAt,
    terminationType: null,
    terminationReasonIds: [],
    terminationNote: '',
    terminatedAt: null,
    terminatorId: null,
    preferredCityCodes: random.chance(0.6) ? [random.pick(job.cityCodes)] : [...job.cityCodes],
    creatorId: creatorOf(random, journey),
    attachmentId: talent.attachmentId,
  };
  if (journey.endedAt !== null) end(random, world, application, journey, journey.endedAt);
  world.applications.set(application.id, application);
  return { application, journey };
}

function creatorOf(random: Random, journey: Journey): string {
  if (journey.sourced) return journey.plan.job.recruiterId;
  // The first source is referral: any colleague may have handed the résumé in.
  return journey.source === 0 ? openIdOf(random.int(8, 58)) : '';
}

function end(
  random: Random,
  world: World,
  application: Application,
  journey: Journey,
  at: number,
): void {
  const type: StageType = journey.plan.processSpec.stages[journey.stage]?.type ?? 1;
  const spec = random.weighted(REASONS, (reason) => reason.at[type] ?? 0);
  const reason = world.reasons[REASONS.indexOf(spec)];
  if (!reason) throw new Error(`No reason to end at a stage of type ${type}`);
  application.terminationType = reason.type;
  application.terminationReasonIds = [reason.id];
  if (reason.type === 1 && random.chance(0.12)) {
    const also = world.reasons.find(
      (other) => other.type === 1 && other.active && other !== reason,
    );
    if (also) application.terminationReasonIds.push(also.id);
  }
  application.terminationNote = random.pick(TERMINATION_NOTES);
  application.terminatedAt = at;
  application.terminatorId = journey.plan.job.recruiterId;
  // Feishu tells no time of ending; the modification time is that moment or, edited since, later.
  application.modifiedAt = random.chance(0.12)
    ? Math.min(Math.floor(at + random.between(0.1, 25) * DAY), world.epoch)
    : at;
}
