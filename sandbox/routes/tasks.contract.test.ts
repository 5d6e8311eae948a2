import { withUserAccessToken } from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { formOf } from '@/sandbox/platform/id-forms';
import { evaluatorOf, interviewerOf, strangerOf } from '@/sandbox/world/personas';
import type { Evaluation, Interview, Person } from '@/sandbox/world/types';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 500 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

type Page<T> = { code?: number; data?: { items?: T[]; has_more?: boolean; page_token?: string } };
type Read<T> = (token: string | undefined) => Promise<Page<T>>;

async function walk<T>(read: Read<T>): Promise<T[]> {
  const rows: T[] = [];
  let token: string | undefined;
  do {
    const { data } = await read(token);
    rows.push(...(data?.items ?? []));
    expect(Boolean(data?.page_token)).toBe(Boolean(data?.has_more));
    token = data?.page_token;
  } while (token !== undefined);
  return rows;
}

/** Who has most of something to do: lists of more than one page. */
function busiest<T>(rows: Iterable<T>, peopleOf: (row: T) => readonly string[]): Person {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const id of new Set(peopleOf(row))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  const person = sandbox.store.index.people.get(first?.[0] ?? '');
  if (!person) throw new Error('nobody has anything to do');
  return person;
}

const application = (id: string) => {
  const row = sandbox.world.applications.get(id);
  if (!row) throw new Error(`no application ${id}`);
  return row;
};
const act = (body: object) => sandbox.post('/_sandbox/acts', body, { token: null });
const signIn = (openId: string, scope = ['hire:todo:readonly']): string =>
  sandbox.app.grants.issueTokens(sandbox.app.appId, openId, scope, sandbox.store.now())
    .access_token;

const evaluationStatus = (row: Evaluation): number => {
  if (row.submitted) return 2;
  const { active, stageId } = application(row.applicationId);
  return active && stageId === row.stageId ? 1 : 3;
};
const interviewStatus = (row: Interview, openId: string): number => {
  if (row.records.filter((r) => r.interviewerId === openId).every((r) => r.submitted)) return 3;
  if (row.cancelled || !application(row.applicationId).active) return 5;
  return row.begin > sandbox.store.now() ? 1 : 2;
};

describe('the tasks of a person', () => {
  it('lists every evaluation ever asked of them, page by page, with its state', async () => {
    const person = busiest(sandbox.world.evaluations.values(), (e) => [e.evaluatorId]);
    const rows = await walk((page_token) =>
      client.hire.v1.evaluationTask.list({
        params: { user_id: person.openId, page_size: 20, page_token },
      }),
    );
    const own = [...sandbox.world.evaluations.values()].filter(
      (e) => e.evaluatorId === person.openId,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(new Map(rows.map((row) => [row.id, row.activity_status]))).toEqual(
      new Map(own.map((row) => [row.id, evaluationStatus(row)])),
    );
    for (const row of rows) {
      const { jobId, talentId } = application(row.application_id ?? '');
      expect(row).toMatchObject({ job_id: jobId, talent_id: talentId });
    }
  });

  it('narrows evaluations to one state, and needs not those of who was moved on', async () => {
    const states = new Set<number>();
    for (const { evaluatorId } of sandbox.world.evaluations.values()) {
      for (const activity_status of [1, 2, 3]) {
        const { data } = await client.hire.v1.evaluationTask.list({
          params: { user_id: evaluatorId, activity_status },
        });
        for (const row of data?.items ?? []) {
          expect(row.activity_status).toBe(activity_status);
          states.add(activity_status);
        }
      }
      if (states.size === 3) break;
    }
    expect([...states].sort()).toEqual([1, 2, 3]);
  });

  it('lists interviews by interviewer: to come, to assess, assessed, called off', async () => {
    const states = new Set<number | undefined>();
    for (const person of sandbox.world.people) {
      const rows = await walk((page_token) =>
        client.hire.v1.interviewTask.list({
          params: { user_id: person.openId, page_size: 20, page_token },
        }),
      );
      const own = [...sandbox.world.interviews.values()].filter((i) =>
        i.records.some((r) => r.interviewerId === person.openId),
      );
      expect(new Map(rows.map((row) => [row.id, row.activity_status]))).toEqual(
        new Map(own.map((row) => [row.id, interviewStatus(row, person.openId)])),
      );
      for (const row of rows) states.add(row.activity_status);
    }
    expect([...states].sort()).toEqual([1, 2, 3, 5]);
    const { data } = await client.hire.v1.interviewTask.list({
      params: { user_id: interviewerOf(sandbox.world).openId, activity_status: 3 },
    });
    expect(data?.items?.every((row) => row.activity_status === 3)).toBe(true);
  });

  it('gives the marking of tests to the hiring manager of the job', async () => {
    const { world, store } = sandbox;
    const marked = [...world.tests.values()].filter((t) => [4, 5, 6].includes(t.testStatus));
    const marker = (id: string) => world.jobs.get(application(id).jobId)?.managerIds[0] ?? '';
    const person = busiest(marked, (t) => [marker(t.applicationId)]);
    const own = marked.filter((t) => marker(t.applicationId) === person.openId);
    const rows = await walk((page_token) =>
      client.hire.v1.examMarkingTask.list({
        params: {
          user_id: formOf(person, 'people_admin_id'),
          user_id_type: 'people_admin_id',
          page_size: 5,
          page_token,
        },
      }),
    );
    expect(rows.map((row) => row.application_id).sort()).toEqual(
      own.map((t) => t.applicationId).sort(),
    );
    const waiting = await client.hire.v1.examMarkingTask.list({
      params: { user_id: person.openId, activity_status: 1, page_size: 20 },
    });
    expect(waiting.data?.items?.length ?? 0).toBe(own.filter((t) => t.testStatus === 4).length);
    const [test] = own;
    const search = await client.hire.v1.test.search({
      data: { application_id_list: [test?.applicationId ?? ''] },
    });
    const row = search.data?.items?.find((one) => one.test_id === test?.id);
    expect(row?.reviewer).toBe(person.openId);
    expect(store.index.people.has(row?.reviewer ?? '')).toBe(true);
  });

  it('refuses a person who is not there, a missing person and a bad page token', async () => {
    for (const path of ['evaluation_tasks', 'interview_tasks', 'exam_marking_tasks']) {
      const at = (query: string) => sandbox.hire(`/v1/${path}?${query}`);
      const { openId } = sandbox.world.people[8] ?? { openId: '' };
      expect(await at('user_id=ou_nobody')).toMatchObject({
        status: 400,
        body: { code: 99992351 },
      });
      expect((await at('')).body).toMatchObject({
        code: 99992402,
        error: { field_violations: [{ field: 'user_id' }] },
      });
      expect(await at(`user_id=${openId}&page_token=x`)).toMatchObject({
        status: 400,
        body: { code: 1002002 },
      });
      expect((await at(`user_id=${openId}&page_size=21`)).body.code).toBe(99992402);
      expect((await at(`user_id=${openId}&activity_status=4`)).body.code).toBe(99992402);
    }
  });

  it('moves with what people do: assigned, evaluated, ended', async () => {
    const evaluator = evaluatorOf(sandbox.world).openId;
    const row = [...sandbox.world.applications.values()].find(
      (a) => a.active && sandbox.store.index.stages.get(a.stageId)?.stage.type === 2,
    );
    const assigned = await act({
      act: 'assign-evaluation',
      applicationId: row?.id,
      evaluatorId: evaluator,
    });
    const id = assigned.body.id;
    const status = async () => {
      const rows = await walk((page_token) =>
        client.hire.v1.evaluationTask.list({
          params: { user_id: evaluator, page_size: 20, page_token },
        }),
      );
      return rows.find((one) => one.id === id)?.activity_status;
    };
    expect(await status()).toBe(1);
    await act({ act: 'terminate', applicationId: row?.id });
    expect(await status()).toBe(3);
    await act({ act: 'recover', applicationId: row?.id });
    await act({ act: 'evaluate', evaluationId: id, conclusion: 1 });
    expect(await status()).toBe(2);
    await act({ act: 'delete', applicationId: row?.id });
    expect(await status()).toBeUndefined();
  });
});

describe('the to-dos of who is signed in', () => {
  type Kind = 'evaluation' | 'offer' | 'exam' | 'interview';
  const todos = (openId: string, type: Kind, page_size = '100') => {
    const as = withUserAccessToken(signIn(openId));
    return walk((page_token) =>
      client.hire.v1.todo.list({ params: { type, page_size, page_token } }, as),
    );
  };

  it('are the open evaluations of the person', async () => {
    const person = busiest(
      [...sandbox.world.evaluations.values()].filter((e) => evaluationStatus(e) === 1),
      (e) => [e.evaluatorId],
    );
    const open = [...sandbox.world.evaluations.values()].filter(
      (e) => e.evaluatorId === person.openId && evaluationStatus(e) === 1,
    );
    const rows = await todos(person.openId, 'evaluation', '1');
    expect(new Set(rows.map((row) => row.evaluation?.id))).toEqual(new Set(open.map((e) => e.id)));
    expect(Object.keys(rows[0] ?? {})).toEqual(['evaluation']);
  });

  it('are interviews to hold or assess, tests to mark and offers to approve', async () => {
    const seen = { interview: 0, exam: 0, offer: 0 };
    for (const { openId } of sandbox.world.people) {
      const interviews = await todos(openId, 'interview');
      const due = [...sandbox.world.interviews.values()].filter(
        (i) => i.records.some((r) => r.interviewerId === openId) && interviewStatus(i, openId) <= 2,
      );
      expect(new Set(interviews.map((row) => row.interview?.id))).toEqual(
        new Set(due.map((i) => i.id)),
      );
      const exams = await todos(openId, 'exam');
      for (const row of exams) {
        expect(sandbox.world.tests.get(row.exam?.id ?? '')?.testStatus).toBe(4);
      }
      const offers = await todos(openId, 'offer');
      for (const row of offers) {
        const offer = sandbox.store.index.offerByApplication.get(row.offer?.application_id ?? '');
        expect(offer).toMatchObject({ status: 2, leaderId: openId });
      }
      seen.interview += interviews.length;
      seen.exam += exams.length;
      seen.offer += offers.length;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it('are of nobody else, whatever user_id says', async () => {
    const interviewer = interviewerOf(sandbox.world).openId;
    const stranger = strangerOf(sandbox.world).openId;
    const path = `/v1/todos?type=interview&user_id=${interviewer}`;
    const answer = await sandbox.hire(path, { token: signIn(stranger) });
    expect(answer.body).toMatchObject({ code: 0, data: { items: [], has_more: false } });
  });

  it('are refused to an app, without the scope, without a type and beyond the page size', async () => {
    const interviewer = interviewerOf(sandbox.world).openId;
    expect((await sandbox.hire('/v1/todos?type=exam')).body.code).toBe(99991663);
    const bare = { token: signIn(interviewer, ['offline_access']) };
    expect((await sandbox.hire('/v1/todos?type=exam', bare)).body.code).toBe(99991679);
    const own = { token: signIn(interviewer) };
    const refused = async (query: string) => (await sandbox.hire(`/v1/todos?${query}`, own)).body;
    expect((await refused('')).code).toBe(99992402);
    expect((await refused('type=note')).code).toBe(99992402);
    expect((await refused('type=exam&page_size=101')).code).toBe(99992402);
    expect((await refused('type=exam&page_size=ten')).code).toBe(99992402);
    expect((await refused('type=exam&page_token=x')).code).toBe(1002002);
  });
});

describe('what the suite above has seen', () => {
  it('holds every reply to the contract, field by field', () => {
    expect(sandbox.violations).toEqual([]);
  });
});
