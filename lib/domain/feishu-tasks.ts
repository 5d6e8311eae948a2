import type { Step } from './steps';
import type { TurnParty } from './turn';

/** What Feishu lets nobody do from outside: these are done on its own pages. */
export const FEISHU_TASKS = ['evaluate', 'feedback', 'schedule'] as const;
export type FeishuTaskKind = (typeof FEISHU_TASKS)[number];

/** Times are epoch milliseconds. */
export type TaskFacts = {
  now: number;
  active: boolean;
  step: Step;
  stageId: string;
  turn: { party: TurnParty; openId: string | null } | null;
  evaluations: readonly { evaluatorOpenId: string; submitted: boolean; stageId: string | null }[];
  interviews: readonly {
    id: string;
    end: number;
    cancelled: boolean;
    records: readonly { interviewerOpenId: string; submitted: boolean }[];
  }[];
};

export type FeishuTask = {
  kind: FeishuTaskKind;
  /** The viewer's own to do; else a recruiter looks after it. */
  own: boolean;
  interviewId: string | null;
};

/**
 * What waits to be done in Feishu, as far as it is the viewer's: their own evaluation of the present
 * stage and their own feedback (what Today's inbox lists), and for who recruits for the job
 * whatever the application waits for.
 */
export function feishuTasks(
  facts: TaskFacts,
  viewer: { openId: string; recruits: boolean },
): FeishuTask[] {
  if (!facts.active) return [];
  return [evaluating(facts, viewer), owing(facts, viewer), scheduling(facts, viewer)].filter(
    (task) => task !== null,
  );
}

type Viewer = Parameters<typeof feishuTasks>[1];

function evaluating(facts: TaskFacts, viewer: Viewer): FeishuTask | null {
  const own = facts.evaluations.some(
    ({ evaluatorOpenId, submitted, stageId }) =>
      evaluatorOpenId === viewer.openId &&
      !submitted &&
      (stageId === null || stageId === facts.stageId),
  );
  const isLookedAfter = viewer.recruits && facts.turn?.party === 'evaluator';
  return own || isLookedAfter ? { kind: 'evaluate', own, interviewId: null } : null;
}

function owing(facts: TaskFacts, viewer: Viewer): FeishuTask | null {
  const owedBy = (openId: string | null) =>
    facts.interviews.find(
      ({ cancelled, end, records }) =>
        !cancelled &&
        end <= facts.now &&
        records.some(
          (record) => !record.submitted && (openId === null || record.interviewerOpenId === openId),
        ),
    );
  const mine = owedBy(viewer.openId);
  if (mine) return { kind: 'feedback', own: true, interviewId: mine.id };
  if (!viewer.recruits || facts.turn?.party !== 'interviewer') return null;
  const owed = owedBy(facts.turn.openId);
  return owed ? { kind: 'feedback', own: false, interviewId: owed.id } : null;
}

/** At the interview with nobody else to wait for: the next round is the recruiter's to arrange. */
function scheduling(facts: TaskFacts, viewer: Viewer): FeishuTask | null {
  if (!viewer.recruits || facts.step !== 'interview' || facts.turn?.party !== 'recruiter') {
    return null;
  }
  return { kind: 'schedule', own: facts.turn.openId === viewer.openId, interviewId: null };
}
