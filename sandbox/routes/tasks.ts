import type { Call, Handlers } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { offsetPage } from '@/sandbox/platform/paging';
import type { Application, Evaluation, Interview, Test } from '@/sandbox/world/types';

/** One thing a person has or had to do. `id` is the record's. */
type Task = { id: string; application: Application; status: number };

type Row = { id: string; applicationId: string; createdAt: number };

/** Newest first. */
function tasksOf<T extends Row>(
  call: Call,
  rows: readonly T[],
  task: (row: T, application: Application) => Omit<Task, 'application'> | null,
): Task[] {
  const newestFirst = rows.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
  return newestFirst.flatMap((row) => {
    const application = call.world.applications.get(row.applicationId);
    const made = application ? task(row, application) : null;
    return application && made ? [{ ...made, application }] : [];
  });
}

/** 1 to do, 2 done, 3 no longer needed: the application was moved on or ended meanwhile. */
function evaluationTask(row: Evaluation, application: Application): { id: string; status: number } {
  const isOpen = application.active && application.stageId === row.stageId;
  return { id: row.id, status: row.submitted ? 2 : isOpen ? 1 : 3 };
}

/** 1 not begun, 2 not assessed, 3 assessed, 5 called off: cancelled, or the application ended. */
function interviewTask(call: Call, row: Interview, application: Application, openId: string) {
  const own = row.records.filter((record) => record.interviewerId === openId);
  const status = own.every((record) => record.submitted)
    ? 3
    : row.cancelled || !application.active
      ? 5
      : call.now < row.begin
        ? 1
        : 2;
  return { id: row.id, status };
}

const evaluationTasks = (call: Call, openId: string) =>
  tasksOf(call, call.index.evaluationsByEvaluator.get(openId) ?? [], evaluationTask);

const interviewTasks = (call: Call, openId: string) =>
  tasksOf(call, call.index.interviewsByInterviewer.get(openId) ?? [], (row, application) =>
    interviewTask(call, row, application, openId),
  );

/** Who marks a test: the first hiring manager of the job, else its recruiter. */
export function markerOf(call: Call, test: Test): string | undefined {
  const application = call.world.applications.get(test.applicationId);
  const job = application ? call.world.jobs.get(application.jobId) : undefined;
  return job?.managerIds[0] ?? job?.recruiterId;
}

const AWAITS_MARK = 4;
/** Handed in and marked by a person here, or about to be: statuses 4, 5, 6. */
export const isMarked = (test: Test): boolean =>
  !test.upload && test.testStatus >= 4 && test.testStatus <= 6;

function markingRows(call: Call, openId: string): Test[] {
  return [...call.world.jobs.values()]
    .filter((job) => (job.managerIds[0] ?? job.recruiterId) === openId)
    .flatMap((job) => call.index.applicationsByJob.get(job.id) ?? [])
    .flatMap((application) => call.index.testsByApplication.get(application.id) ?? [])
    .filter(isMarked);
}

const markingStatus = (row: Test) => (row.testStatus === AWAITS_MARK ? 1 : 2);

const markingTasks = (call: Call, openId: string) =>
  tasksOf(call, markingRows(call, openId), (row) => ({
    id: digitsOf(`marking:${row.id}`),
    status: markingStatus(row),
  }));

/** One handler for the three lists by person. */
const listOf = (tasks: (call: Call, openId: string) => Task[]) => (call: Call) => {
  const { openId } = call.ids.person(call.query.must('user_id'));
  const status = call.query.int('activity_status');
  const rows = tasks(call, openId).filter((task) => status === undefined || task.status === status);
  return offsetPage(call, rows, ({ id, application, status: activity_status }) => ({
    id,
    job_id: application.jobId,
    talent_id: application.talentId,
    application_id: application.id,
    activity_status,
  }));
};

const APPROVING = 2;

/** Offers whose approval waits for the person who would lead the new colleague. */
const approvals = (call: Call, openId: string) =>
  tasksOf(
    call,
    [...call.world.offers.values()].filter((o) => o.status === APPROVING && o.leaderId === openId),
    (row, application) =>
      application.active ? { id: digitsOf(`offer-approval:${row.id}`), status: 1 } : null,
  );

/** What is left to do, by `type`. An exam names the test, not the marking task. */
const todos: Record<string, (call: Call, openId: string) => Task[]> = {
  evaluation: (call, openId) => evaluationTasks(call, openId).filter((task) => task.status === 1),
  interview: (call, openId) => interviewTasks(call, openId).filter((task) => task.status <= 2),
  exam: (call, openId) =>
    tasksOf(call, markingRows(call, openId), (row, application) =>
      application.active && row.testStatus === AWAITS_MARK ? { id: row.id, status: 1 } : null,
    ),
  offer: approvals,
};

export const taskHandlers: Handlers = {
  'hire.v1.evaluationTask.list': listOf(evaluationTasks),
  'hire.v1.interviewTask.list': listOf(interviewTasks),
  'hire.v1.examMarkingTask.list': listOf(markingTasks),

  /** The caller's own: the page says that `user_id` is without effect. */
  'hire.v1.todo.list': (call) => {
    const openId = call.caller.kind === 'user' ? call.caller.openId : '';
    const type = call.query.must('type');
    return offsetPage(call, todos[type]?.(call, openId) ?? [], ({ id, application }) => ({
      [type]: {
        talent_id: application.talentId,
        job_id: application.jobId,
        application_id: application.id,
        id,
      },
    }));
  },
};
