import type { Application, World } from './types';

/** 操作类型 of CONTRACT section 4, of those that the world's records can tell of. */
const OPERATION = {
  talentCreated: 1,
  blocked: 20,
  evaluationAssigned: 1001,
  evaluated: 1005,
  interviewArranged: 2001,
  interviewCancelled: 2003,
  assessed: 2006,
  applied: 3001,
  terminated: 3003,
  moved: 3004,
  onboarded: 7001,
  offerCreated: 8002,
  offerSent: 8021,
} as const;

export type Operation = {
  type: number;
  operatorId: string;
  at: number;
  talentId: string;
  applicationId: string | null;
};
export type OperationFilter = {
  operatorIds: ReadonlySet<string>;
  types: ReadonlySet<number>;
  /** null: of any job, or of none. */
  jobIds: ReadonlySet<string> | null;
};

/**
 * What employees did, newest first, read off the records they left: nothing is logged twice. Moves
 * of the generated time are the recruiter's; a later one may have come through the API, which the
 * log leaves out as it does everything that no employee did.
 */
export function operationsOf(world: World, filter: OperationFilter): Operation[] {
  const found: Operation[] = [];
  const wants = (type: number) => filter.types.has(type);
  const add = (
    type: number,
    operatorId: string | null | undefined,
    at: number | null,
    application: Application | undefined,
    talentId = application?.talentId,
  ) => {
    if (!operatorId || at === null || !talentId || !wants(type)) return;
    if (!filter.operatorIds.has(operatorId)) return;
    if (filter.jobIds && !(application && filter.jobIds.has(application.jobId))) return;
    found.push({ type, operatorId, at, talentId, applicationId: application?.id ?? null });
  };
  const applicationOf = (record: { applicationId: string }) =>
    world.applications.get(record.applicationId);

  for (const application of world.applications.values()) {
    add(OPERATION.applied, application.creatorId, application.createdAt, application);
    add(OPERATION.terminated, application.terminatorId, application.terminatedAt, application);
    if (wants(OPERATION.moved) || wants(OPERATION.onboarded)) addMoves(world, application, add);
  }
  if (wants(OPERATION.evaluationAssigned) || wants(OPERATION.evaluated)) {
    for (const evaluation of world.evaluations.values()) {
      const { creatorId, evaluatorId, submitted, createdAt, updatedAt } = evaluation;
      const application = applicationOf(evaluation);
      add(OPERATION.evaluationAssigned, creatorId, createdAt, application);
      if (submitted) add(OPERATION.evaluated, evaluatorId, updatedAt, application);
    }
  }
  if ([2001, 2003, 2006].some(wants)) {
    for (const interview of world.interviews.values()) {
      const { creatorId, createdAt, cancelled, modifiedAt, records } = interview;
      const application = applicationOf(interview);
      add(OPERATION.interviewArranged, creatorId, createdAt, application);
      if (cancelled) add(OPERATION.interviewCancelled, creatorId, modifiedAt, application);
      for (const record of records) {
        add(OPERATION.assessed, record.interviewerId, record.submittedAt, application);
      }
    }
  }
  for (const offer of world.offers.values()) {
    const application = applicationOf(offer);
    add(OPERATION.offerCreated, offer.creatorId, offer.createdAt, application);
    if (offer.sentIn !== 'api') add(OPERATION.offerSent, offer.ownerId, offer.sentAt, application);
  }
  for (const [talentId, { block }] of world.talentFiles) {
    if (block) add(OPERATION.blocked, block.creatorId, block.at, undefined, talentId);
  }
  for (const [talentId, { creatorId }] of world.profiles) {
    const createdAt = world.talents.get(talentId)?.createdAt ?? null;
    add(OPERATION.talentCreated, creatorId, createdAt, undefined, talentId);
  }
  return found.sort((a, b) => b.at - a.at || a.type - b.type);
}

function addMoves(
  world: World,
  application: Application,
  add: (type: number, operatorId: string | undefined, at: number, of: Application) => void,
): void {
  const recruiterId = world.jobs.get(application.jobId)?.recruiterId;
  const joined = joinedStages(world);
  for (const { stageId, enter } of application.stageTimes.slice(1)) {
    if (enter > world.epoch) return;
    add(
      joined.has(stageId) ? OPERATION.onboarded : OPERATION.moved,
      recruiterId,
      enter,
      application,
    );
  }
}

const joinedByWorld = new WeakMap<World, Set<string>>();

function joinedStages(world: World): Set<string> {
  let ids = joinedByWorld.get(world);
  if (!ids) {
    const stages = world.processes.flatMap((process) => process.stages);
    ids = new Set(stages.filter(({ type }) => type === 7).map(({ id }) => id));
    joinedByWorld.set(world, ids);
  }
  return ids;
}
