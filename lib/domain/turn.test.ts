import { describe, expect, it } from 'vitest';
import { type Turn, type TurnFacts, turnOf } from './turn';

const HOUR = 3_600_000;
const ENTERED = 100 * HOUR;
const NOW = 200 * HOUR;

const facts = (part: Partial<TurnFacts>): TurnFacts => ({
  now: NOW,
  step: 'screen',
  stageEnteredAt: ENTERED,
  recruiterOpenId: 'ou_recruiter',
  evaluations: [],
  interviews: [],
  tests: [],
  offer: null,
  ...part,
});

const evaluation = (at: number, submitted: boolean, who = 'ou_evaluator') => ({
  evaluatorOpenId: who,
  submitted,
  createdAt: at,
  updatedAt: submitted ? at + HOUR : at,
});
const record = (who: string, submittedAt: number | null = null) => ({
  interviewerOpenId: who,
  submitted: submittedAt !== null,
  submittedAt,
});
const interview = (
  begin: number,
  records: ReturnType<typeof record>[],
  more: { cancelled?: boolean } = {},
) => ({
  begin,
  end: begin + HOUR,
  cancelled: false,
  records,
  ...more,
});
const test = (status: number, replyStatus: number, completedAt: number | null = null) => ({
  status,
  replyStatus,
  createdAt: ENTERED + HOUR,
  completedAt,
});

const recruiter = (since: number): Turn => ({ party: 'recruiter', openId: 'ou_recruiter', since });
const evaluator = (since: number, openId = 'ou_evaluator'): Turn => ({
  party: 'evaluator',
  openId,
  since,
});
const interviewer = (openId: string | null, since: number): Turn => ({
  party: 'interviewer',
  openId,
  since,
});
const candidate = (since: number): Turn => ({ party: 'candidate', openId: null, since });

describe('whose turn it is', () => {
  it.each<[string, Partial<TurnFacts>, Turn]>([
    ['screening waits for the recruiter', {}, recruiter(ENTERED)],
    [
      'nobody recruits for the job',
      { recruiterOpenId: null },
      { ...recruiter(ENTERED), openId: null },
    ],
    [
      'an evaluation asked for while screening waits for the evaluator',
      { evaluations: [evaluation(ENTERED + 5, false)] },
      evaluator(ENTERED + 5),
    ],
    ['nobody was asked to evaluate', { step: 'evaluation' }, recruiter(ENTERED)],
    [
      'of two open evaluations the older one',
      {
        step: 'evaluation',
        evaluations: [
          evaluation(ENTERED + 9, false, 'ou_b'),
          evaluation(ENTERED + 5, false, 'ou_a'),
        ],
      },
      evaluator(ENTERED + 5, 'ou_a'),
    ],
    [
      'one evaluation in, one open',
      {
        step: 'evaluation',
        evaluations: [evaluation(ENTERED, true, 'ou_a'), evaluation(ENTERED + 5, false, 'ou_b')],
      },
      evaluator(ENTERED + 5, 'ou_b'),
    ],
    [
      'all evaluations in: ours since the last came in',
      {
        step: 'evaluation',
        evaluations: [evaluation(ENTERED, true), evaluation(ENTERED + 5, true)],
      },
      recruiter(ENTERED + 5 + HOUR),
    ],
    [
      'an evaluation older than the stage counts from the stage',
      { step: 'evaluation', evaluations: [evaluation(ENTERED - HOUR, false)] },
      evaluator(ENTERED),
    ],
    ['no test arranged', { step: 'test' }, recruiter(ENTERED)],
    ['test unanswered', { step: 'test', tests: [test(2, 1)] }, candidate(ENTERED + HOUR)],
    ['test not replied to yet', { step: 'test', tests: [test(2, 3)] }, candidate(ENTERED + HOUR)],
    ['test refused', { step: 'test', tests: [test(2, 2)] }, recruiter(ENTERED + HOUR)],
    [
      'test could not be arranged',
      { step: 'test', tests: [test(7, 3)] },
      recruiter(ENTERED + HOUR),
    ],
    [
      'test answered, to be marked',
      { step: 'test', tests: [test(4, 1, ENTERED + 3 * HOUR)] },
      recruiter(ENTERED + 3 * HOUR),
    ],
    ['no interview arranged', { step: 'interview' }, recruiter(ENTERED)],
    [
      'an interview ahead waits for its interviewer from its beginning on',
      { step: 'interview', interviews: [interview(NOW + HOUR, [record('ou_i')])] },
      interviewer('ou_i', NOW + HOUR),
    ],
    [
      'an interview that is running',
      { step: 'interview', interviews: [interview(NOW - HOUR / 2, [record('ou_i')])] },
      interviewer('ou_i', NOW - HOUR / 2),
    ],
    [
      'an interview nobody is named for',
      { step: 'interview', interviews: [interview(NOW + HOUR, [])] },
      interviewer(null, NOW + HOUR),
    ],
    [
      'feedback owed since the interview ended',
      { step: 'interview', interviews: [interview(NOW - 5 * HOUR, [record('ou_i')])] },
      interviewer('ou_i', NOW - 4 * HOUR),
    ],
    [
      'the one of two interviewers who still owes',
      {
        step: 'interview',
        interviews: [interview(NOW - 5 * HOUR, [record('ou_a', NOW - HOUR), record('ou_b')])],
      },
      interviewer('ou_b', NOW - 4 * HOUR),
    ],
    [
      'feedback owed comes before the next round',
      {
        step: 'interview',
        interviews: [
          interview(NOW + HOUR, [record('ou_next')]),
          interview(NOW - 5 * HOUR, [record('ou_owes')]),
        ],
      },
      interviewer('ou_owes', NOW - 4 * HOUR),
    ],
    [
      'a cancelled interview is nobody’s',
      {
        step: 'interview',
        interviews: [interview(NOW - 5 * HOUR, [record('ou_i')], { cancelled: true })],
      },
      recruiter(ENTERED),
    ],
    [
      'all feedback in: ours since the last came in',
      {
        step: 'interview',
        interviews: [
          interview(NOW - 9 * HOUR, [record('ou_a', NOW - 7 * HOUR)]),
          interview(NOW - 5 * HOUR, [record('ou_b', NOW - 2 * HOUR)]),
        ],
      },
      recruiter(NOW - 2 * HOUR),
    ],
    ['no offer yet', { step: 'offer' }, recruiter(ENTERED)],
    [
      'offer in approval',
      { step: 'offer', offer: { status: 2, changedAt: ENTERED + HOUR } },
      { party: 'approver', openId: null, since: ENTERED + HOUR },
    ],
    [
      'offer approved, to be sent',
      { step: 'offer', offer: { status: 4, changedAt: ENTERED + HOUR } },
      recruiter(ENTERED + HOUR),
    ],
    [
      'offer sent',
      { step: 'offer', offer: { status: 6, changedAt: ENTERED + HOUR } },
      candidate(ENTERED + HOUR),
    ],
    [
      'offer of a status nobody knows',
      { step: 'offer', offer: { status: 99, changedAt: ENTERED + HOUR } },
      recruiter(ENTERED + HOUR),
    ],
    [
      'to join waits for the candidate',
      { step: 'to_join', offer: { status: 7, changedAt: ENTERED - HOUR } },
      candidate(ENTERED),
    ],
  ])('%s', (_name, part, expected) => {
    expect(turnOf(facts(part))).toEqual(expected);
  });

  it('says the same a minute later while no interview ended in between', () => {
    const ahead = facts({
      step: 'interview',
      interviews: [interview(NOW + HOUR, [record('ou_i')])],
    });
    expect(turnOf({ ...ahead, now: NOW + 60_000 })).toEqual(turnOf(ahead));
  });
});
