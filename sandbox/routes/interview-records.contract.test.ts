import { withUserAccessToken } from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { Interview, InterviewRecord } from '@/sandbox/world/types';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 400 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

const NOBODY = '7431111111111111111';
type Owned = { interview: Interview; record: InterviewRecord };
const all = (): Owned[] =>
  [...sandbox.world.interviews.values()].flatMap((interview) =>
    interview.records.map((record) => ({ interview, record })),
  );
const pick = (wanted: (row: Owned) => boolean): Owned => {
  const row = all().find(wanted);
  if (!row) throw new Error('the world has no such record');
  return row;
};
const assessed = () => pick(({ record }) => record.dimensions.length > 0);
const total = (record: InterviewRecord) => record.dimensions.reduce((sum, d) => sum + d.score, 0);
const act = (body: object) => sandbox.post('/_sandbox/acts', body, { token: null });

type Page<T> = { data?: { items?: T[]; has_more?: boolean; page_token?: string } };
async function walk<T>(read: (token: string | undefined) => Promise<Page<T>>): Promise<T[]> {
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

describe('one interview record', () => {
  it('is the same assessment in the old form and in the new', async () => {
    const { interview, record } = assessed();
    const path = { interview_record_id: record.id };
    const old = (await client.hire.v1.interviewRecord.get({ path })).data?.interview_record;
    expect(old).toMatchObject({
      id: record.id,
      user_id: record.interviewerId,
      content: record.content,
      commit_status: 1,
      feedback_submit_time: record.submittedAt,
      conclusion: record.conclusion,
      assessment_score: {
        calculate_type: 1,
        score: total(record),
        full_score: record.dimensions.length * 5,
      },
    });
    expect(old?.dimension_assessment_list).toHaveLength(record.dimensions.length);
    expect(old?.dimension_assessment_list?.[0]).toMatchObject({
      name: { zh_cn: sandbox.world.form.dimensions[0]?.name.zh },
      full_score: 5,
      dimension_custom_score: record.dimensions[0]?.score,
      dimension_type: 7,
    });
    const fresh = (await client.hire.v2.interviewRecord.get({ path })).data?.interview_record;
    expect(fresh).toMatchObject({
      id: record.id,
      feedback_form_id: sandbox.world.form.id,
      submit_time: String(record.submittedAt),
      record_score: { score: total(record) },
    });
    expect(interview.records).toContain(record);
  });

  it('says not begun before the interview, not submitted once it began, then what was said', async () => {
    const [row] = [...sandbox.world.applications.values()].filter((a) => a.active);
    const [person] = sandbox.world.people;
    const begin = sandbox.store.now() + 3_600_000;
    const { body } = await act({
      act: 'arrange-interview',
      applicationId: row?.id,
      begin,
      end: begin + 1_800_000,
      interviewerIds: [person?.openId],
    });
    const [record] = sandbox.world.interviews.get(body.id)?.records ?? [];
    const path = { interview_record_id: record?.id ?? '' };
    const read = async () =>
      (await client.hire.v1.interviewRecord.get({ path })).data?.interview_record;
    expect(await read()).toMatchObject({ commit_status: 2, conclusion: 3 });
    sandbox.advance(3_700_000);
    expect(await read()).toMatchObject({ commit_status: 2, conclusion: 4 });
    await act({ act: 'assess', interviewId: body.id, conclusion: 6, content: '再看看', score: 3 });
    expect(await read()).toMatchObject({ commit_status: 1, conclusion: 6, content: '再看看' });
  });

  it('names its interviewer in the form asked for', async () => {
    const { record } = assessed();
    const person = sandbox.store.index.people.get(record.interviewerId);
    for (const version of ['v1', 'v2']) {
      const { body } = await sandbox.hire(
        `/${version}/interview_records/${record.id}?user_id_type=user_id`,
      );
      expect(body.data.interview_record.interviewer).toEqual({
        id: person?.userId,
        name: { zh_cn: person?.name, en_us: person?.enName },
      });
    }
  });

  it('is refused when it is not there', async () => {
    for (const version of ['v1', 'v2']) {
      expect(await sandbox.hire(`/${version}/interview_records/${NOBODY}`)).toMatchObject({
        status: 400,
        body: { code: 1002002 },
      });
    }
  });
});

describe('many interview records', () => {
  const listed = () => all().filter(({ interview }) => !interview.cancelled);

  it('are walked page by page in both forms, oldest interview first', async () => {
    const old = await walk((page_token) =>
      client.hire.v1.interviewRecord.list({ params: { page_size: 100, page_token } }),
    );
    const fresh = await walk((page_token) =>
      client.hire.v2.interviewRecord.list({ params: { page_size: 100, page_token } }),
    );
    expect(old.length).toBeGreaterThan(100);
    expect(old.map((r) => r.id)).toEqual(fresh.map((r) => r.id));
    expect(new Set(old.map((r) => r.id))).toEqual(new Set(listed().map((r) => r.record.id)));
    const begins = old.map(
      (r) => sandbox.store.index.interviewByRecord.get(r.id ?? '')?.begin ?? 0,
    );
    expect(begins).toEqual(begins.toSorted((a, b) => a - b));
  });

  it('are read by up to a hundred ids, unpaged, without those that are not there', async () => {
    const ids = listed()
      .slice(0, 99)
      .map(({ record }) => record.id);
    const params = { ids: [...ids, NOBODY] };
    const old = await client.hire.v1.interviewRecord.list({ params });
    const fresh = await client.hire.v2.interviewRecord.list({ params });
    for (const { data } of [old, fresh]) {
      expect(data?.items?.map((r) => r.id)).toEqual(ids);
      expect(data?.has_more).toBe(false);
    }
    for (const version of ['v1', 'v2']) {
      const query = Array.from({ length: 101 }, (_, i) => `ids=${i + 1}`).join('&');
      const { body } = await sandbox.hire(`/${version}/interview_records?${query}`);
      expect(body.code).toBe(99992402);
    }
  });

  it('go by ids alone in the new form without a page size, until the switch says otherwise', async () => {
    const bare = await client.hire.v2.interviewRecord.list({});
    expect(bare.data).toMatchObject({ items: [], has_more: false });
    sandbox.app.switches.recordsWithoutPageSize = 'all';
    const paged = await client.hire.v2.interviewRecord.list({});
    sandbox.app.switches.recordsWithoutPageSize = 'empty';
    expect(paged.data?.items).toHaveLength(10);
    const old = await client.hire.v1.interviewRecord.list({});
    expect(old.data?.items).toHaveLength(10);
  });

  it('refuse a page token of somebody else, each version with its own code', async () => {
    for (const token of ['abc', 'eyJvZmZzZXQiOjEwfQ==', 'AAAA']) {
      const query = `interview_records?page_size=10&page_token=${token}`;
      expect(await sandbox.hire(`/v1/${query}`)).toMatchObject({
        status: 400,
        body: { code: 1002002 },
      });
      expect(await sandbox.hire(`/v2/${query}`)).toMatchObject({
        status: 400,
        body: { code: 1002003 },
      });
    }
  });

  it('can be read with the token of a person, all of them or, by switch, their own', async () => {
    const { record } = assessed();
    const issue = (openId: string) =>
      sandbox.app.grants.issueTokens(
        sandbox.app.appId,
        openId,
        ['hire:interview:readonly'],
        sandbox.store.now(),
      ).access_token;
    const path = { interview_record_id: record.id };
    const other = withUserAccessToken(issue(sandbox.world.people[59]?.openId ?? ''));
    const own = withUserAccessToken(issue(record.interviewerId));
    const read = await client.hire.v2.interviewRecord.get({ path }, other);
    expect(read.data?.interview_record?.id).toBe(record.id);
    sandbox.app.switches.userTokenRecords = 'own';
    const mine = await client.hire.v2.interviewRecord.list({ params: { page_size: 100 } }, own);
    for (const { id } of mine.data?.items ?? []) {
      const interview = sandbox.store.index.interviewByRecord.get(id ?? '');
      expect(interview?.records.map((r) => r.interviewerId)).toContain(record.interviewerId);
    }
    const hidden = await client.hire.v2.interviewRecord.list(
      { params: { ids: [record.id] } },
      other,
    );
    sandbox.app.switches.userTokenRecords = 'all';
    expect(hidden.data?.items).toEqual([]);
    const token = issue(record.interviewerId);
    const old = await sandbox.hire(`/v1/interview_records/${record.id}`, { token });
    expect(old.body.code).toBe(99991668);
  });
});

describe('what the suite above has seen', () => {
  it('holds every reply to the contract, field by field', () => {
    expect(sandbox.violations).toEqual([]);
  });
});
