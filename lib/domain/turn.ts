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

export type TurnFacts = {
  now: number;
  step: Step;
  /** When the open stage was entered, epoch ms. */
  stageEnteredAt: number;
  recruiterOpenId: string | null;
  evaluations: { evaluatorOpenId: string; submitted: boolean; createdAt: number }[];
  interviews: {
    begin: number;
    end: number;
    cancelled: boolean;
    records: { interviewerOpenId: string; submitted: boolean; submittedAt: number | null }[];
  }[];
  tests: { status: number; replyStatus: number; createdAt: number; completedAt: number | null }[];
  /** Feishu's offer_status (CONTRACT section 4), null without an offer. */
  offer: { status: number; changedAt: number } | null;
};

export type Turn = { party: TurnParty; openId: string | null; since: number };

/**
 * The one party an active application waits for, and since when (epoch ms). Reads only what the
 * mirror knows; where several could act, the one whose action unblocks the rest is named. The
 * facts given belong to the open stage (evaluations, interviews and tests of earlier visits are
 * left out by the caller).
 */
export function turnOf(facts: TurnFacts): Turn {
  const recruiter = (since: number): Turn => ({
    party: 'recruiter',
    openId: facts.recruiterOpenId,
    since: Math.max(since, facts.stageEnteredAt),
  });
  switch (facts.step) {
    case 'screen':
    case 'joined':
      return recruiter(facts.stageEnteredAt);
    case 'evaluation': {
      const open = earliest(
        facts.evaluations.filter((e) => !e.submitted),
        (e) => e.createdAt,
      );
      if (open) return { party: 'evaluator', openId: open.evaluatorOpenId, since: open.createdAt };
      return recruiter(latest(facts.evaluations.map((e) => e.createdAt)));
    }
    case 'test': {
      const test = earliest(
        facts.tests.filter((t) => t.completedAt === null && t.replyStatus !== 2),
        (t) => t.createdAt,
      );
      if (test) return { party: 'candidate', openId: null, since: test.createdAt };
      return recruiter(latest(facts.tests.map((t) => t.completedAt ?? t.createdAt)));
    }
    case 'interview': {
      const held = facts.interviews.filter((i) => !i.cancelled);
      const owed = earliest(
        held
          .filter((i) => i.end <= facts.now)
          .flatMap((i) => i.records.filter((r) => !r.submitted).map((r) => ({ ...r, end: i.end }))),
        (r) => r.end,
      );
      if (owed) return { party: 'interviewer', openId: owed.interviewerOpenId, since: owed.end };
      const ahead = earliest(
        held.filter((i) => i.end > facts.now),
        (i) => i.begin,
      );
      if (ahead) {
        return {
          party: 'interviewer',
          openId: ahead.records[0]?.interviewerOpenId ?? null,
          since: Math.min(ahead.begin, facts.now),
        };
      }
      return recruiter(latest(held.flatMap((i) => i.records.map((r) => r.submittedAt ?? i.end))));
    }
    case 'offer':
    case 'to_join': {
      const offer = facts.offer;
      if (facts.step === 'to_join')
        return { party: 'candidate', openId: null, since: facts.stageEnteredAt };
      if (offer?.status === 2) return { party: 'approver', openId: null, since: offer.changedAt };
      if (offer?.status === 6) return { party: 'candidate', openId: null, since: offer.changedAt };
      return recruiter(offer?.changedAt ?? facts.stageEnteredAt);
    }
  }
}

function earliest<T>(items: readonly T[], time: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || time(item) < time(best) ? item : best),
    undefined,
  );
}

function latest(times: readonly number[]): number {
  return times.reduce((best, time) => Math.max(best, time), 0);
}
