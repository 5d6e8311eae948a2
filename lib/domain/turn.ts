import type { Step } from './steps';

/** Who an active application waits for (DESIGN "Who must act"). */
export const TURN_PARTIES = [
  'recruiter',
  'evaluator',
  'interviewer',
  'candidate',
  'approver',
] as const;
export type TurnParty = (typeof TURN_PARTIES)[number];

/** All times are epoch milliseconds. */
export type TurnFacts = {
  now: number;
  step: Step;
  /** When the open stage was entered. */
  stageEnteredAt: number;
  recruiterOpenId: string | null;
  evaluations: {
    evaluatorOpenId: string;
    submitted: boolean;
    createdAt: number;
    updatedAt: number;
  }[];
  interviews: {
    begin: number;
    end: number;
    cancelled: boolean;
    records: { interviewerOpenId: string; submitted: boolean; submittedAt: number | null }[];
  }[];
  /** Feishu's test_status and reply_status (CONTRACT section 4). */
  tests: { status: number; replyStatus: number; createdAt: number; completedAt: number | null }[];
  /** Feishu's offer_status (CONTRACT section 4), null without an offer. */
  offer: { status: number; changedAt: number } | null;
};

export type Turn = { party: TurnParty; openId: string | null; since: number };

const TEST_UNANSWERED = 2;
const TEST_REFUSED = 2;
const OFFER_APPROVING = 2;
const OFFER_SENT = 6;

/**
 * The one party an active application waits for, and since when (epoch ms). Reads only what the
 * mirror knows; where several could act, the one who has owed it longest is named. The facts given
 * belong to the open stage (evaluations, interviews and tests of other stages are left out by the
 * caller), and nobody has been waited for since before the stage was entered. The answer changes
 * with `now` only when an interview ends, so that a second look at the same facts says the same;
 * `since` of an interview ahead is when it begins.
 */
export function turnOf(facts: TurnFacts): Turn {
  const turn = waitingFor(facts);
  return { ...turn, since: Math.max(turn.since, facts.stageEnteredAt) };
}

function waitingFor(facts: TurnFacts): Turn {
  switch (facts.step) {
    case 'screen':
    case 'evaluation':
      return evaluationTurn(facts) ?? recruiterAfterAll(facts);
    case 'test':
      return testTurn(facts) ?? evaluationTurn(facts) ?? recruiterAfterAll(facts);
    case 'interview':
      return interviewTurn(facts) ?? evaluationTurn(facts) ?? recruiterAfterAll(facts);
    case 'offer':
      return offerTurn(facts);
    case 'to_join':
      return { party: 'candidate', openId: null, since: facts.stageEnteredAt };
    case 'joined':
      return { party: 'recruiter', openId: facts.recruiterOpenId, since: facts.stageEnteredAt };
  }
}

function evaluationTurn({ evaluations }: TurnFacts): Turn | undefined {
  const open = earliest(
    evaluations.filter((evaluation) => !evaluation.submitted),
    (evaluation) => evaluation.createdAt,
  );
  return open && { party: 'evaluator', openId: open.evaluatorOpenId, since: open.createdAt };
}

/** Unanswered is the candidate's; answered, to be marked, refused or not arranged is ours. */
function testTurn({ tests }: TurnFacts): Turn | undefined {
  const open = earliest(
    tests.filter(
      (test) =>
        test.completedAt === null &&
        test.status === TEST_UNANSWERED &&
        test.replyStatus !== TEST_REFUSED,
    ),
    (test) => test.createdAt,
  );
  return open && { party: 'candidate', openId: null, since: open.createdAt };
}

/**
 * Feedback owed for an interview that has ended comes before one that is still ahead, for which
 * nobody is waited for until it begins: its time of beginning lies in the future.
 */
function interviewTurn({ interviews, now }: TurnFacts): Turn | undefined {
  const standing = interviews.filter((interview) => !interview.cancelled);
  const owed = earliest(
    standing
      .filter((interview) => interview.end <= now)
      .flatMap(({ end, records }) =>
        records.filter((record) => !record.submitted).map((record) => ({ end, record })),
      ),
    ({ end }) => end,
  );
  if (owed) {
    return { party: 'interviewer', openId: owed.record.interviewerOpenId, since: owed.end };
  }
  const ahead = earliest(
    standing.filter((interview) => interview.end > now),
    (interview) => interview.begin,
  );
  if (!ahead) return undefined;
  const due = ahead.records.find((record) => !record.submitted) ?? ahead.records[0];
  return {
    party: 'interviewer',
    openId: due?.interviewerOpenId ?? null,
    since: ahead.begin,
  };
}

function offerTurn({ offer, recruiterOpenId, stageEnteredAt }: TurnFacts): Turn {
  if (!offer) return { party: 'recruiter', openId: recruiterOpenId, since: stageEnteredAt };
  const since = offer.changedAt;
  if (offer.status === OFFER_APPROVING) return { party: 'approver', openId: null, since };
  if (offer.status === OFFER_SENT) return { party: 'candidate', openId: null, since };
  return { party: 'recruiter', openId: recruiterOpenId, since };
}

/** Everybody else has done their part; ours began when the last of them did. */
function recruiterAfterAll(facts: TurnFacts): Turn {
  const done = [
    ...facts.evaluations.map((evaluation) => evaluation.updatedAt),
    ...facts.tests.map((test) => test.completedAt ?? test.createdAt),
    ...facts.interviews
      .filter((interview) => !interview.cancelled)
      .flatMap(({ end, records }) => records.map((record) => record.submittedAt ?? end)),
  ];
  return {
    party: 'recruiter',
    openId: facts.recruiterOpenId,
    since: Math.max(facts.stageEnteredAt, ...done),
  };
}

function earliest<T>(items: readonly T[], time: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || time(item) < time(best) ? item : best),
    undefined,
  );
}
