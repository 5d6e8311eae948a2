import { z } from 'zod';
import { ControlProblem, found } from '@/sandbox/control/control';
import { act, conflict, id, type Performers, time } from './scene';

const DAY = 86_400_000;

/** What is done with an application within a stage: evaluations, tests, interviews. */
export const stepActs = [
  act('assign-evaluation', '', { applicationId: id, evaluatorId: id }),
  act('evaluate', '1 pass, 2 fail', {
    evaluationId: id,
    conclusion: z.union([z.literal(1), z.literal(2)]),
    content: z.string().default(''),
  }),
  act('assign-test', '`days` is how long there is to answer', {
    applicationId: id,
    paperName: z.string().min(1).default('岗位能力测评'),
    days: z.number().int().min(1).default(7),
  }),
  act('complete-test', 'handed in and marked; passed from 60 when it is not said', {
    testId: id,
    score: z.number().min(0).max(100),
    passed: z.boolean().optional(),
  }),
  act('arrange-interview', 'times are epoch ms; `interviewType` 1 on site, 2 phone, 3 video', {
    applicationId: id,
    begin: time,
    end: time,
    interviewerIds: z.array(id).min(1),
    round: z.number().int().min(1).default(1),
    interviewType: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(3),
  }),
  act('move-interview', 'to another time', { interviewId: id, begin: time, end: time }),
  act('cancel-interview', '', { interviewId: id }),
  act(
    'assess',
    'feedback in the record named, or the first one still owed: 1 pass, 2 fail, 5 no show, 6 undecided',
    {
      interviewId: id,
      recordId: id.optional(),
      conclusion: z.union([z.literal(1), z.literal(2), z.literal(5), z.literal(6)]),
      content: z.string().default(''),
      score: z.number().int().min(1).max(5).default(4),
    },
  ),
] as const;
type StepAct = z.infer<(typeof stepActs)[number]>;

export const stepPerformers: Performers<StepAct> = {
  'assign-evaluation'(scene, { applicationId, evaluatorId }) {
    const application = scene.application(applicationId);
    const id = scene.nextId('evaluation');
    scene.commit({
      kind: 'evaluation.assigned',
      evaluation: {
        id,
        applicationId,
        stageId: application.stageId,
        creatorId: scene.recruiterOf(application),
        evaluatorId: scene.person(evaluatorId).openId,
        submitted: false,
        conclusion: null,
        content: '',
        createdAt: scene.at,
        updatedAt: scene.at,
      },
    });
    return id;
  },
  evaluate(scene, { evaluationId, conclusion, content }) {
    found(scene.world.evaluations.get(evaluationId), `evaluation ${evaluationId}`);
    scene.commit({ kind: 'evaluation.submitted', evaluationId, conclusion, content });
    return evaluationId;
  },
  'assign-test'(scene, { applicationId, paperName, days }) {
    const { stageId } = scene.application(applicationId);
    const id = scene.nextId('test');
    scene.commit({
      kind: 'test.assigned',
      test: {
        id,
        applicationId,
        stageId,
        paperName,
        replyStatus: 3,
        testStatus: 2,
        start: scene.at,
        end: scene.at + days * DAY,
        completedAt: null,
        score: null,
        createdAt: scene.at,
      },
    });
    return id;
  },
  'complete-test'(scene, { testId, score, passed = score >= 60 }) {
    const test = found(scene.world.tests.get(testId), `test ${testId}`);
    if (test.score !== null) conflict('it is marked');
    scene.commit({ kind: 'test.completed', testId, score, passed });
    return testId;
  },
  'arrange-interview'(scene, wanted) {
    const { begin, end, round, interviewType } = wanted;
    const application = scene.application(wanted.applicationId);
    ordered(begin, end);
    const id = scene.nextId('interview');
    scene.commit({
      kind: 'interview.arranged',
      interview: {
        id,
        applicationId: application.id,
        stageId: application.stageId,
        round,
        begin,
        end,
        interviewType,
        creatorId: scene.recruiterOf(application),
        createdAt: scene.at,
        modifiedAt: scene.at,
        cancelled: false,
        records: wanted.interviewerIds.map((openId) => ({
          id: scene.nextId('interviewRecord'),
          interviewerId: scene.person(openId).openId,
          submitted: false,
          conclusion: begin > scene.at ? 3 : 4,
          content: '',
          submittedAt: null,
          dimensions: [],
        })),
      },
    });
    return id;
  },
  'move-interview'(scene, { interviewId, begin, end }) {
    ordered(begin, end);
    if (scene.interview(interviewId).cancelled) conflict('it is cancelled');
    scene.commit({ kind: 'interview.moved', interviewId, begin, end });
    return interviewId;
  },
  'cancel-interview'(scene, { interviewId }) {
    if (scene.interview(interviewId).cancelled) conflict('it is cancelled');
    scene.commit({ kind: 'interview.cancelled', interviewId });
    return interviewId;
  },
  assess(scene, { interviewId, recordId, conclusion, content, score }) {
    const { records } = scene.interview(interviewId);
    const record = records.find(({ id, submitted }) => (recordId ? id === recordId : !submitted));
    const { id } = found(record, 'interview record left to fill');
    const asked = conclusion === 5 ? [] : scene.world.form.dimensions;
    const dimensions = asked.map((one) => ({ dimensionId: one.id, score, comment: '' }));
    const about = { interviewId, recordId: id, conclusion, content, dimensions };
    scene.commit({ kind: 'interview.assessed', ...about });
    return id;
  },
};

function ordered(begin: number, end: number): void {
  if (end <= begin) throw new ControlProblem(422, 'end must be after begin');
}
