import { describe, expect, test } from 'vitest';
import { feishuTasks, type TaskFacts } from './feishu-tasks';

const NOW = Date.parse('2026-06-30T02:00:00Z');
const HOUR = 3_600_000;

const at = (over: Partial<TaskFacts>): TaskFacts => ({
  now: NOW,
  active: true,
  step: 'interview',
  stageId: '4',
  turn: { party: 'interviewer', openId: 'ou_lei' },
  evaluations: [],
  interviews: [],
  ...over,
});
const interview = (id: string, end: number, interviewerOpenId: string, submitted = false) => ({
  id,
  end,
  cancelled: false,
  records: [{ interviewerOpenId, submitted }],
});
const manager = { openId: 'ou_min', recruits: false };
const recruiter = { openId: 'ou_fang', recruits: true };

describe('what is to be done in Feishu', () => {
  const asked = at({
    step: 'screen',
    turn: { party: 'evaluator', openId: 'ou_lei' },
    evaluations: [
      { evaluatorOpenId: 'ou_lei', submitted: false, stageId: '4' },
      { evaluatorOpenId: 'ou_min', submitted: false, stageId: null },
      { evaluatorOpenId: 'ou_hua', submitted: true, stageId: '4' },
    ],
  });

  test('an evaluation is for each who owes one, and for the recruiter to look after', () => {
    expect(feishuTasks(asked, manager)).toEqual([
      { kind: 'evaluate', own: true, interviewId: null },
    ]);
    expect(feishuTasks(asked, recruiter)).toEqual([
      { kind: 'evaluate', own: false, interviewId: null },
    ]);
    expect(feishuTasks(asked, { openId: 'ou_hua', recruits: false })).toEqual([]);
  });

  test('an evaluation of a stage that is left behind is nobody’s any more', () => {
    expect(
      feishuTasks({ ...asked, stageId: '5', turn: null }, { ...manager, openId: 'ou_lei' }),
    ).toEqual([]);
  });

  test('feedback leads to the interview that has ended, not to one ahead or cancelled', () => {
    const facts = at({
      interviews: [
        { ...interview('1', NOW - 9 * HOUR, 'ou_min'), cancelled: true },
        interview('2', NOW - 8 * HOUR, 'ou_min', true),
        interview('3', NOW - 7 * HOUR, 'ou_lei'),
        interview('4', NOW - 6 * HOUR, 'ou_min'),
        interview('5', NOW + HOUR, 'ou_hua'),
      ],
    });
    expect(feishuTasks(facts, manager)).toEqual([
      { kind: 'feedback', own: true, interviewId: '4' },
    ]);
    expect(feishuTasks(facts, recruiter)).toEqual([
      { kind: 'feedback', own: false, interviewId: '3' },
    ]);
    expect(feishuTasks(facts, { openId: 'ou_hua', recruits: false })).toEqual([]);
  });

  test('the next interview is the recruiter’s to arrange once nobody else is waited for', () => {
    const facts = at({ turn: { party: 'recruiter', openId: 'ou_fang' } });
    expect(feishuTasks(facts, recruiter)).toEqual([
      { kind: 'schedule', own: true, interviewId: null },
    ]);
    expect(feishuTasks(facts, manager)).toEqual([]);
    expect(feishuTasks({ ...facts, step: 'offer' }, recruiter)).toEqual([]);
  });

  test('nothing is, on an application that has ended', () => {
    expect(feishuTasks({ ...asked, active: false }, manager)).toEqual([]);
  });
});
