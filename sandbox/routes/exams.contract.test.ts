import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { formOf } from '@/sandbox/platform/id-forms';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 300 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

const [operator, colleague] = [3, 4];
const person = (seat: number) => {
  const row = sandbox.world.people[seat];
  if (!row) throw new Error('nobody sits there');
  return row;
};
const applicationId = () => [...sandbox.world.applications.keys()][0] ?? '';
const exam = (data: object = {}) => ({
  application_id: applicationId(),
  exam_resource_name: '线下笔试',
  score: 86.5,
  operator_id: person(operator).openId,
  ...data,
});
const post = (data: object, query = '') =>
  sandbox.post(`/open-apis/hire/v1/exams${query}`, exam(data));
const search = (data: Parameters<typeof client.hire.v1.test.search>[0]) =>
  client.hire.v1.test.search(data);

describe('adding the result of an exam', () => {
  it('is a test of the application from then on, with report, score and time of upload', async () => {
    const [report] = sandbox.world.attachments.values();
    sandbox.advance(1000);
    const { data } = await client.hire.v1.exam.create({
      data: exam({ uuid: report?.id }),
    });
    const now = sandbox.store.now();
    expect(data).toMatchObject({
      application_id: applicationId(),
      exam_resource_name: '线下笔试',
      score: 86.5,
      uuid: report?.id,
      operator_id: person(operator).openId,
      operate_time: String(now),
    });
    expect(sandbox.world.tests.get(data?.exam_id ?? '')).toMatchObject({
      applicationId: applicationId(),
      score: 86.5,
      upload: { operatorId: person(operator).openId, at: now, attachmentId: report?.id },
    });
    expect(sandbox.world.applications.get(applicationId())?.modifiedAt).toBe(now);
    const found = await search({ data: { application_id_list: [applicationId()] } });
    const row = found.data?.items?.find((test) => test.test_id === data?.exam_id);
    expect(row).toMatchObject({
      test_paper_name: '线下笔试',
      test_status: 3,
      score: '86.5',
      result_upload_time: String(now),
    });
    expect(row?.reviewer).toBeUndefined();
    const file = await fetch(row?.report_url_list?.[0] ?? '');
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(sandbox.app.log.summary().effects).toMatchObject({ 'test.uploaded': 1 });
  });

  it('keeps one digit behind the point and takes people in the form named', async () => {
    const id = formOf(person(colleague), 'people_admin_id');
    const { body } = await post({ score: 71.26, operator_id: id }, '?user_id_type=people_admin_id');
    expect(body.data).toMatchObject({ score: 71.3, operator_id: id });
    expect(body.data).not.toHaveProperty('uuid');
  });

  it('may be added more than once, and waits to be marked by switch', async () => {
    const before = sandbox.store.index.testsByApplication.get(applicationId())?.length ?? 0;
    sandbox.app.switches.addedExamStatus = 4;
    const { body } = await post({});
    sandbox.app.switches.addedExamStatus = 3;
    expect(sandbox.world.tests.get(body.data.exam_id)?.testStatus).toBe(4);
    expect(sandbox.store.index.testsByApplication.get(applicationId())).toHaveLength(before + 1);
  });

  it('refuses applications, people and reports that are not there, and what is missing', async () => {
    const refusal = { status: 400, body: { code: 1002002 } };
    expect(await post({ application_id: '7401111111111111111' })).toMatchObject(refusal);
    expect(await post({ uuid: '7341111111111111111' })).toMatchObject(refusal);
    expect(await post({ operator_id: 'ou_nobody' })).toMatchObject({
      status: 400,
      body: { code: 99992351 },
    });
    for (const name of ['application_id', 'exam_resource_name', 'score', 'operator_id']) {
      const { body } = await post({ [name]: undefined });
      expect(body).toMatchObject({
        code: 99992402,
        error: { field_violations: [{ field: name }] },
      });
    }
    expect((await post({ score: '86.5' })).body.code).toBe(99992402);
  });

  it('needs the scope to write', async () => {
    sandbox.app.scopes.revoke(['hire:exam']);
    expect((await post({})).body.code).toBe(99991672);
    sandbox.app.scopes.grant(['hire:exam']);
  });
});

describe('searching tests', () => {
  it('walks all of them without a filter, by start of the test', async () => {
    const rows = [];
    let page_token: string | undefined;
    do {
      const { data } = await search({ params: { page_size: 25, page_token }, data: {} });
      rows.push(...(data?.items ?? []));
      page_token = data?.has_more ? data.page_token : undefined;
    } while (page_token);
    expect(new Set(rows.map((row) => row.test_id))).toEqual(new Set(sandbox.world.tests.keys()));
    const starts = rows.map((row) => Number(row.test_schedule?.start_time));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    for (const row of rows) {
      const test = sandbox.world.tests.get(row.test_id ?? '');
      expect(row.result_upload_time).toBe(test?.upload ? String(test.upload.at) : undefined);
    }
  });

  it('keeps to a window of test start and to the applications named', async () => {
    const tests = [...sandbox.world.tests.values()].sort((a, b) => a.start - b.start);
    const [from, to] = [tests[3]?.start ?? 0, tests[9]?.start ?? 0];
    const inside = tests.filter((test) => test.start >= from && test.start <= to);
    const window = { test_start_time_min: String(from), test_start_time_max: String(to) };
    const { data } = await search({ params: { page_size: 100 }, data: window });
    expect(data?.items?.map((row) => row.test_id)).toEqual(inside.map((test) => test.id));
    const [one] = inside;
    const narrowed = await search({
      data: { ...window, application_id_list: [one?.applicationId ?? ''] },
    });
    expect(narrowed.data?.items?.map((row) => row.test_id)).toContain(one?.id);
    for (const row of narrowed.data?.items ?? []) {
      expect(row.application_id).toBe(one?.applicationId);
    }
    const refused = async (body: object) =>
      (await sandbox.post('/open-apis/hire/v1/tests/search', body)).body.code;
    expect(await refused({ test_start_time_min: 'today' })).toBe(1002002);
    const many = Array.from({ length: 101 }, (_, i) => String(i + 1));
    expect(await refused({ application_id_list: many })).toBe(99992402);
  });
});

describe('listing evaluations', () => {
  it('sorts the newest update first, of one application too, within its window', async () => {
    const byApplication = [...sandbox.store.index.evaluationsByApplication.values()];
    const some = byApplication.find((rows) => rows.length > 1) ?? [];
    const application_id = some[0]?.applicationId ?? '';
    const { data } = await client.hire.v1.evaluation.list({ params: { application_id } });
    const times = data?.items?.map((row) => Number(row.update_time)) ?? [];
    expect(times).toHaveLength(some.length);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    const [latest = 0] = times;
    const window = await client.hire.v1.evaluation.list({
      params: { application_id, update_start_time: String(latest) },
    });
    expect(window.data?.items?.every((row) => Number(row.update_time) >= latest)).toBe(true);
    const refused = await sandbox.hire('/v1/evaluations?update_start_time=now');
    expect(refused.body.code).toBe(1002002);
  });
});

describe('what the suite above has seen', () => {
  it('holds every reply to the contract, field by field', () => {
    expect(sandbox.violations).toEqual([]);
  });
});
