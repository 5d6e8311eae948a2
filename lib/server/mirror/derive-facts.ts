import 'server-only';
import { stepAt } from '@/lib/domain/steps';
import { type TurnFacts, type TurnParty, turnOf } from '@/lib/domain/turn';

const JOINED = 7;
const TO_JOIN = 6;
const OFFER_SENT = 6;
const DAY_MS = 86_400_000;

/** What the mirror holds of one application; times are epoch milliseconds. */
export type FactSource = {
  active: boolean;
  stageId: string | null;
  /** Of the present stage. */
  step: number;
  createdAt: number | null;
  modifiedAt: number | null;
  recruiterId: string | null;
  /** As derived before; a row new to us starts as what it was first seen as. */
  outcome: 'active' | 'hired' | 'ended';
  endedAt: number | null;
  endedPrecision: 'exact' | 'latest' | null;
  /** Oldest first. */
  visits: { stageId: string; step: number; enteredAt: number | null; accidental: boolean }[];
  evaluations: (TurnFacts['evaluations'][number] & { stageId: string | null })[];
  interviews: (TurnFacts['interviews'][number] & { stageId: string | null })[];
  tests: TurnFacts['tests'];
  offer: {
    status: number;
    createdAt: number | null;
    sentAt: number | null;
    decidedAt: number | null;
    expiresAt: number | null;
    /** Where the planned day begins in the tenant's time zone. */
    onboardAt: number | null;
  } | null;
  onboardedAt: number | null;
};

export type DerivedFacts = {
  step: number;
  furthestStep: number;
  outcome: 'active' | 'hired' | 'ended';
  stageEnteredAt: number | null;
  endedAt: number | null;
  endedPrecision: 'exact' | 'latest' | null;
  hiredAt: number | null;
  turnParty: TurnParty | null;
  turnOpenId: string | null;
  turnSince: number | null;
  nextEventKind: 'interview' | 'offer_expiry' | 'onboarding' | null;
  nextEventAt: number | null;
  nextEventPeople: string[];
};

/**
 * Everything about an application that Feishu does not say outright (PRODUCT section 4). Pure; the
 * same source gives the same facts until an interview ends or an event passes.
 */
export function deriveFacts(source: FactSource, now: number): DerivedFacts {
  const counted = source.visits.filter((visit) => !visit.accidental);
  const outcome = !source.active ? 'ended' : source.step === JOINED ? 'hired' : 'active';
  const stageEnteredAt = enteredAt(source);
  const event = outcome === 'active' ? nextEvent(source, now) : undefined;
  const turn =
    outcome === 'active' && stageEnteredAt !== null
      ? turnOf(turnFacts(source, stageEnteredAt, now))
      : undefined;
  return {
    step: source.step,
    furthestStep: Math.max(source.step, ...counted.map((visit) => visit.step)),
    outcome,
    stageEnteredAt,
    ...ending(source, outcome),
    hiredAt: outcome === 'hired' ? hiredAt(source) : null,
    turnParty: turn?.party ?? null,
    turnOpenId: turn?.openId ?? null,
    turnSince: turn?.since ?? null,
    nextEventKind: event?.kind ?? null,
    nextEventAt: event?.at ?? null,
    nextEventPeople: event?.people ?? [],
  };
}

function enteredAt({ visits, stageId, createdAt }: FactSource): number | null {
  const open = visits.findLast((visit) => visit.stageId === stageId);
  return open?.enteredAt ?? (visits.length <= 1 ? createdAt : null);
}

/**
 * Feishu gives no time of ending. Seen going from active to ended, the change that ended it is the
 * last one (`exact`); ended when first seen, it ended by its last change at the latest.
 */
function ending(source: FactSource, outcome: DerivedFacts['outcome']) {
  if (outcome !== 'ended') return { endedAt: null, endedPrecision: null };
  if (source.endedAt !== null) {
    return { endedAt: source.endedAt, endedPrecision: source.endedPrecision };
  }
  const seenEnding = source.outcome !== 'ended';
  return {
    endedAt: source.modifiedAt,
    endedPrecision: seenEnding ? ('exact' as const) : ('latest' as const),
  };
}

function hiredAt({ visits, onboardedAt }: FactSource): number | null {
  return visits.find((visit) => visit.step === JOINED)?.enteredAt ?? onboardedAt;
}

/** Only what belongs to the open visit: an earlier stay in the same stage has had its turn. */
function turnFacts(source: FactSource, stageEnteredAt: number, now: number): TurnFacts {
  const here = (stageId: string | null) => stageId === null || stageId === source.stageId;
  const { offer } = source;
  return {
    now,
    step: stepAt(source.step),
    stageEnteredAt,
    recruiterOpenId: source.recruiterId,
    evaluations: source.evaluations.filter(
      (evaluation) =>
        here(evaluation.stageId) &&
        (!evaluation.submitted || evaluation.updatedAt >= stageEnteredAt),
    ),
    interviews: source.interviews.filter(
      (interview) => here(interview.stageId) && interview.end >= stageEnteredAt,
    ),
    tests: source.tests.filter(
      (test) => (test.completedAt ?? now) >= stageEnteredAt && test.createdAt <= now,
    ),
    offer: offer && {
      status: offer.status,
      changedAt: offerChangedAt(offer) ?? stageEnteredAt,
    },
  };
}

function offerChangedAt(offer: NonNullable<FactSource['offer']>): number | null {
  const sent = offer.sentAt ?? offer.createdAt;
  if (offer.status === OFFER_SENT) return sent;
  return offer.status > OFFER_SENT && offer.status < 10
    ? (offer.decidedAt ?? sent)
    : offer.createdAt;
}

type NextEvent = {
  kind: 'interview' | 'offer_expiry' | 'onboarding';
  at: number;
  people: string[];
};

function nextEvent(source: FactSource, now: number): NextEvent | undefined {
  const events: NextEvent[] = source.interviews
    .filter((interview) => !interview.cancelled && interview.end > now)
    .map((interview) => ({
      kind: 'interview',
      at: interview.begin,
      people: interview.records.map((record) => record.interviewerOpenId),
    }));
  const { offer } = source;
  if (offer?.status === OFFER_SENT && offer.expiresAt !== null && offer.expiresAt > now) {
    events.push({ kind: 'offer_expiry', at: offer.expiresAt, people: [] });
  }
  if (source.step === TO_JOIN && offer?.onboardAt != null && offer.onboardAt + DAY_MS > now) {
    events.push({ kind: 'onboarding', at: offer.onboardAt, people: [] });
  }
  return events.reduce<NextEvent | undefined>(
    (first, event) => (first === undefined || event.at < first.at ? event : first),
    undefined,
  );
}
