import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

describe('ids of people', () => {
  it('come in the form that is asked for, and differ by endpoint when none is', async () => {
    const noted = [...sandbox.world.notes.values()].find((n) => n.creatorId !== null);
    const person = sandbox.store.index.people.get(noted?.creatorId ?? '');
    const creator = async (path: string) => {
      const { data } = (await sandbox.hire(path)).body;
      const rows = data.note_list_v2 ?? data.items;
      return rows.find((n: { id: string }) => n.id === noted?.id).creator_id as string;
    };
    const list = `/v1/notes?talent_id=${noted?.talentId}&page_size=200`;
    expect(await creator(list)).toBe(person?.openId);
    expect(await creator(`${list}&user_id_type=union_id`)).toBe(person?.unionId);
    expect(await creator(`${list}&user_id_type=user_id`)).toBe(person?.userId);
    const talent = `/v2/talents/${noted?.talentId}`;
    expect(await creator(talent)).toMatch(/^\d{19}$/);
    expect(await creator(`${talent}?user_id_type=people_admin_id`)).toBe(await creator(talent));
    expect(await creator(`${talent}?user_id_type=open_id`)).toBe(person?.openId);
  });

  it('are read back in the same form, and an unknown one is refused', async () => {
    const person = sandbox.world.people[0];
    const rows = async (query: string) =>
      (await sandbox.hire(`/v1/user_roles?${query}`)).body.data?.items.length;
    expect(await rows(`user_id=${person?.openId}`)).toBe(1);
    expect(await rows(`user_id=${person?.unionId}&user_id_type=union_id`)).toBe(1);
    const unknown = await sandbox.hire(`/v1/user_roles?user_id=${person?.unionId}`);
    expect(unknown.body.code).toBe(99992351);
  });
});

describe('the talent list', () => {
  it('is an error when it is empty, unless the caller asks to ignore that', async () => {
    const nobody = '/v1/talents?keyword=no-such-person';
    expect(await sandbox.hire(nobody)).toMatchObject({ status: 400, body: { code: 1002102 } });
    const forgiven = await sandbox.hire(`${nobody}&query_option=ignore_empty_error`);
    expect(forgiven.body.data).toEqual({ items: [], has_more: false });
    sandbox.app.switches.emptyTalentListCode = 1002001;
    const other = await sandbox.hire(nobody);
    sandbox.app.switches.emptyTalentListCode = 1002102;
    expect(other.body.code).toBe(1002001);
  });

  it('comes newest update first and pages by an offset object', async () => {
    const { data } = (await sandbox.hire('/v1/talents?page_size=20')).body;
    const times = data.items.map((t: { basic_info: { modify_time: string } }) =>
      Number(t.basic_info.modify_time),
    );
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const token = JSON.parse(Buffer.from(data.page_token, 'base64').toString());
    expect(token).toEqual({ offset: 20, timestamp: expect.any(Number), id: null });
  });

  it('takes an update window', async () => {
    const middle = [...sandbox.world.talents.values()].map((t) => t.updatedAt).sort()[80] ?? 0;
    const ids = new Set<string>();
    for (const window of [`update_end_time=${middle}`, `update_start_time=${middle + 1}`]) {
      let token = '';
      do {
        const { data } = (
          await sandbox.hire(`/v1/talents?page_size=20&${window}&page_token=${token}`)
        ).body;
        for (const t of data.items) ids.add(t.id);
        token = data.page_token ?? '';
      } while (token !== '');
    }
    expect(ids.size).toBe(sandbox.world.talents.size);
  });
});

describe('absent records', () => {
  it.each([
    ['/v1/applications/7400000000000000000', 400, 1002201],
    ['/v1/applications/7400000000000000000/get_detail', 400, 1002201],
    ['/v2/talents/7300000000000000000', 404, 1002102],
    ['/v1/jobs/7200000000000000000/get_detail', 404, 1002601],
    ['/v1/jobs/7200000000000000000/recruiter', 400, 1002601],
    ['/v1/roles/7150000000000000000', 400, 1002352],
    ['/v1/notes/7470000000000000000', 400, 1002002],
    ['/v1/employees/get_by_application?application_id=7400000000000000000', 400, 1002903],
  ])('%s answers HTTP %i and %i', async (path, status, code) => {
    expect(await sandbox.hire(path)).toMatchObject({ status, body: { code } });
  });

  it('an application without an offer has none, or refuses by switch', async () => {
    const bare = [...sandbox.world.applications.values()].find(
      (a) => !sandbox.store.index.offerByApplication.has(a.id),
    );
    const path = `/v1/applications/${bare?.id}/offer`;
    expect((await sandbox.hire(path)).body.data).toEqual({});
    sandbox.app.switches.absentOffer = 'error';
    expect((await sandbox.hire(path)).body.code).toBe(1002002);
    sandbox.app.switches.absentOffer = 'empty';
  });
});

describe('the feedback forms', () => {
  it('are none without page_size, as the printed default is 0, or ten by switch', async () => {
    const bare = await sandbox.hire('/v1/interview_feedback_forms');
    expect(bare.body.data).toEqual({ items: [], has_more: false });
    sandbox.app.switches.printedZeroPageSize = 'ten';
    const switched = await sandbox.hire('/v1/interview_feedback_forms');
    sandbox.app.switches.printedZeroPageSize = 'empty';
    expect(switched.body.data.items).toHaveLength(1);
  });
});

describe('interviews', () => {
  it('are found by application, by id and by window of their begin', async () => {
    const interview = [...sandbox.world.interviews.values()].find((i) => !i.cancelled);
    const find = async (query: string) => {
      const { data } = (await sandbox.hire(`/v1/interviews?page_size=100&${query}`)).body;
      return data.items.map((i: { id: string }) => i.id) as string[];
    };
    expect(await find(`application_id=${interview?.applicationId}`)).toContain(interview?.id);
    expect(await find(`interview_id=${interview?.id}`)).toEqual([interview?.id]);
    expect(await find(`start_time=${interview?.begin}&end_time=${interview?.begin}`)).toContain(
      interview?.id,
    );
    expect(await find(`start_time=${(interview?.begin ?? 0) + 1}`)).not.toContain(interview?.id);
  });

  it('leave the list when cancelled, and stay in the detail as cancelled', async () => {
    const interview = [...sandbox.world.interviews.values()].find((i) => !i.cancelled);
    await sandbox.post(
      '/_sandbox/acts',
      { act: 'cancel-interview', interviewId: interview?.id },
      { token: null },
    );
    const list = await sandbox.hire(`/v1/interviews?interview_id=${interview?.id}`);
    expect(list.body.data.items).toEqual([]);
    const detail = await sandbox.hire(
      `/v1/applications/${interview?.applicationId}/get_detail?options=with_interview`,
    );
    const rows = detail.body.data.application_detail.interview_aggregation.interviews;
    expect(rows.find((i: { id: string }) => i.id === interview?.id).arrangement_status).toBe(4);
  });
});
