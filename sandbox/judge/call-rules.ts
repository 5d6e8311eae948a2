import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import { doubles } from './world-rules';

const TO_JOIN = 6;
const JOINED = 7;
const APPROVED = [4, 6, 7, 11, 12];

type Seen = {
  stageId: string;
  type: number;
  active: boolean;
  isLockedElsewhere: boolean;
  endedAt: number | null;
};
type SeenOffer = { status: number; terms: string };
/** What the state rules of CONTRACT section 5 speak of, as it was before a call. */
export type Before = {
  doubles: Set<string>;
  applications: Map<string, Seen>;
  offers: Map<string, SeenOffer>;
  effects: string;
};

export function stateOf(app: SandboxApp): Before {
  const { world, index } = app.store;
  const applications = new Map<string, Seen>();
  for (const { id, stageId, active, talentId, terminatedAt } of world.applications.values()) {
    const holder = world.talents.get(talentId)?.lockedByApplicationId ?? null;
    const type = index.stages.get(stageId)?.stage.type ?? 0;
    const isLockedElsewhere = holder !== null && holder !== id;
    applications.set(id, {
      stageId,
      type,
      active,
      isLockedElsewhere,
      endedAt: terminatedAt,
    });
  }
  const offers = new Map<string, SeenOffer>();
  for (const offer of [...world.offers.values(), ...world.internOffers.values()]) {
    const { status, sentAt: _, decidedAt: __, expiresAt: ___, sentIn, approvalIn, ...rest } = offer;
    offers.set(offer.id, { status, terms: JSON.stringify({ ...rest, refusal: undefined }) });
  }
  return { doubles: doubles(world), applications, offers, effects: effectsOf(app) };
}

const effectsOf = (app: SandboxApp) => JSON.stringify(app.log.summary().effects);

/** What an API call has done that section 5 forbids; `isRefused` is that it was not answered with 0. */
export function forbiddenBy(
  app: SandboxApp,
  before: Before,
  endpointId: string,
  isRefused: boolean,
): string[] {
  const wrong: string[] = [];
  if (isRefused && effectsOf(app) !== before.effects)
    wrong.push('was refused and changed the world');
  const after = stateOf(app);
  for (const pair of after.doubles) {
    if (!before.doubles.has(pair)) wrong.push(`made ${pair} active twice`);
  }
  for (const [id, now] of after.applications) {
    const was = before.applications.get(id);
    if (was) wrong.push(...stepProblems(app, id, was, now, endpointId));
  }
  for (const [id, now] of after.offers) {
    const was = before.offers.get(id);
    if (was) wrong.push(...offerProblems(id, was, now, endpointId));
  }
  return wrong;
}

/** The one documented way back: PATCH employees with operation 3. */
const RETURNS = 'hire.v1.employee.patch';
const JOINS = ['hire.v1.application.transferOnboard', 'hire.v1.offer.internOfferStatus'];

function stepProblems(
  app: SandboxApp,
  id: string,
  was: Seen,
  now: Seen,
  endpointId: string,
): string[] {
  const wrong: string[] = [];
  const say = (what: string) => wrong.push(`application ${id} ${what}`);
  if (!was.active && now.active) {
    if (endpointId !== 'hire.v1.application.recover') say('came back to life');
    if (was.isLockedElsewhere) say('recovered though locked elsewhere');
    if (was.type === JOINED) say('recovered though joined');
  }
  if (!was.active && !now.active && was.endedAt !== now.endedAt) say('ended again');
  if (was.stageId === now.stageId) return wrong;
  if (was.type === JOINED && endpointId !== RETURNS) say('left the joined stage');
  if (now.type === JOINED && !JOINS.includes(endpointId)) say('joined by a move');
  if (now.type === JOINED && was.type !== TO_JOIN) say('joined without waiting to join');
  if (was.isLockedElsewhere) say('moved though locked elsewhere');
  if (!was.active) say('moved though ended');
  const { index, world } = app.store;
  const process = index.stages.get(now.stageId)?.process;
  if (process !== index.stages.get(was.stageId)?.process) say('moved to another process');
  if (process?.forbiddenMoves.some(({ from, to }) => from === was.stageId && to === now.stageId)) {
    if (endpointId === 'hire.v1.application.transferStage') say('made a forbidden move');
  }
  if (now.type === TO_JOIN && was.type !== JOINED && process?.offerApprovalRequired) {
    const offers = [...world.offers.values(), ...world.internOffers.values()];
    const isApproved = offers.some(
      (offer) => offer.applicationId === id && APPROVED.includes(offer.status),
    );
    if (!isApproved) say('waits to join without an approved offer');
  }
  return wrong;
}

/** Sent, accepted: an offer in either is closed to edits. */
const CLOSED = [6, 7];
/** What must have come before, CONTRACT section 5 and the pages of offer_status: 6, 7 then 9 … */
const FROM: Record<number, readonly number[]> = {
  2: [1, 10, 3, 5],
  3: [2, 4, 8, 9],
  4: [2],
  5: [2],
  6: [4, 10, 1],
  7: [6],
  8: [6],
  9: [6, 7],
};

function offerProblems(id: string, was: SeenOffer, now: SeenOffer, endpointId: string): string[] {
  const wrong: string[] = [];
  if (was.status !== now.status && !FROM[now.status]?.includes(was.status)) {
    wrong.push(`offer ${id} went from ${was.status} to ${now.status} by ${endpointId}`);
  }
  if (CLOSED.includes(was.status) && was.terms !== now.terms) {
    wrong.push(`offer ${id} was edited in status ${was.status}`);
  }
  return wrong;
}
