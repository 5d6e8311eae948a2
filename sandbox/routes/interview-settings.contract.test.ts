import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 400 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

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

describe('GET /interview_round_types', () => {
  it('has the types that interviews name, by process type, one of them switched off', async () => {
    const { data } = await client.hire.v1.interviewRoundType.list({});
    expect(data?.active_status).toBe(1);
    const types = new Map(data?.items?.map((type) => [type.id, type]));
    expect(types.size).toBe(data?.items?.length);
    const interviews = await walk((page_token) =>
      client.hire.v1.interview.list({ params: { start_time: '1', page_size: 100, page_token } }),
    );
    for (const { interview_round_type, application_id } of interviews) {
      const application = sandbox.world.applications.get(application_id ?? '');
      const job = sandbox.world.jobs.get(application?.jobId ?? '');
      expect(types.get(interview_round_type?.id)).toMatchObject({
        name: interview_round_type?.name,
        process_type: job?.processType,
        active_status: 1,
        interview_assessment_template_info: { id: sandbox.world.form.id },
      });
    }
    for (const process_type of [1, 2]) {
      const own = await client.hire.v1.interviewRoundType.list({ params: { process_type } });
      expect(own.data?.items?.every((type) => type.process_type === process_type)).toBe(true);
      expect(own.data?.items?.filter((type) => type.active_status === 2)).toHaveLength(1);
    }
    const { body } = await sandbox.hire('/v1/interview_round_types?process_type=3');
    expect(body.code).toBe(99992402);
  });
});

describe('GET /interview_registration_schemas', () => {
  it('pages the forms: modules of type 11 with fields that know their module', async () => {
    const forms = await walk((page_token) =>
      client.hire.v1.interviewRegistrationSchema.list({ params: { page_size: 1, page_token } }),
    );
    expect(forms.map((form) => form.is_used_as_interview)).toEqual([true, false]);
    for (const module of forms.flatMap((form) => form.object_list ?? [])) {
      expect(module.setting?.object_type).toBe(11);
      expect(module.children_list?.length).toBeGreaterThan(2);
      for (const field of module.children_list ?? []) {
        expect(field.parent_id).toBe(module.id);
        const isChoice = [3, 4].includes(field.setting?.object_type ?? 0);
        expect((field.setting?.config?.options?.length ?? 0) > 0).toBe(isChoice);
      }
    }
    const refused = async (query: string) =>
      (await sandbox.hire(`/v1/interview_registration_schemas?${query}`)).body.code;
    expect(await refused('page_size=11')).toBe(99992402);
    expect(await refused('page_token=x')).toBe(1002002);
  });
});

describe('GET /questionnaires', () => {
  const stored = () => [...sandbox.world.questionnaires.values()];
  const updated = (row: { answeredAt: number | null; sentAt: number }) =>
    row.answeredAt ?? row.sentAt;

  it('walks all of them, newest update first, answered and not, of both versions', async () => {
    const rows = await walk((page_token) =>
      client.hire.v1.questionnaire.list({ params: { page_size: 20, page_token } }),
    );
    expect(new Set(rows.map((row) => row.questionnaire_id))).toEqual(
      new Set(sandbox.world.questionnaires.keys()),
    );
    const times = rows.map((row) => Number(row.update_time));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(new Set(rows.map((row) => `${row.version} ${row.has_answers}`)).size).toBe(4);
    for (const row of rows) {
      const record = sandbox.world.questionnaires.get(row.questionnaire_id ?? '');
      expect(row.has_answers).toBe(record?.answeredAt !== null);
      expect(sandbox.world.applications.has(row.application_id ?? '')).toBe(true);
      expect(row.interview_id).toBe(record?.interviewId ?? undefined);
      for (const question of row.questions ?? []) {
        const chosen = question.select_option_result_list?.filter((one) => one.is_selected) ?? [];
        if (!row.has_answers) {
          expect(chosen).toEqual([]);
          expect(question.five_start_scoring_result?.score_result).toBeUndefined();
          expect(question.description_result).toBeUndefined();
        } else if (question.question_type === 1) {
          expect(chosen).toHaveLength(1);
        } else if (question.question_type === 4) {
          expect([1, 2, 3, 4, 5]).toContain(question.five_start_scoring_result?.score_result);
        }
      }
    }
  });

  it('finds those after an interview by interview, those at the end by application', async () => {
    const after = stored().find((row) => row.interviewId !== null);
    const end = stored().find((row) => row.interviewId === null);
    const read = async (params: { application_id?: string; interview_id?: string }) =>
      (await client.hire.v1.questionnaire.list({ params })).data?.items?.map(
        (row) => row.questionnaire_id,
      );
    expect(await read({ interview_id: after?.interviewId ?? '' })).toEqual([after?.id]);
    expect(await read({ application_id: end?.applicationId })).toEqual([end?.id]);
    expect(await read({ application_id: after?.applicationId })).not.toContain(after?.id);
    const both = `application_id=${end?.applicationId}&interview_id=${after?.interviewId}`;
    expect(await sandbox.hire(`/v1/questionnaires?${both}`)).toMatchObject({
      status: 400,
      body: { code: 1002002 },
    });
  });

  it('keeps to its update window, and refuses what is no time', async () => {
    const times = stored()
      .map(updated)
      .sort((a, b) => a - b);
    const [from = 0, to = 0] = [times[5], times[20]];
    const rows = await walk((page_token) =>
      client.hire.v1.questionnaire.list({
        params: { update_start_time: String(from), update_end_time: String(to), page_token },
      }),
    );
    expect(rows).toHaveLength(times.filter((t) => t >= from && t <= to).length);
    for (const query of ['update_start_time=today', 'update_end_time=-1', 'page_token=x']) {
      expect((await sandbox.hire(`/v1/questionnaires?${query}`)).body.code).toBe(1002002);
    }
    expect((await sandbox.hire('/v1/questionnaires?page_size=101')).body.code).toBe(99992402);
  });

  it('forgets those of an application that is deleted', async () => {
    const row = stored().find((one) => one.interviewId !== null);
    const body = { act: 'delete', applicationId: row?.applicationId };
    await sandbox.post('/_sandbox/acts', body, { token: null });
    expect(sandbox.world.questionnaires.has(row?.id ?? '')).toBe(false);
    const { data } = await client.hire.v1.questionnaire.list({
      params: { interview_id: row?.interviewId ?? '' },
    });
    expect(data?.items).toEqual([]);
  });
});

describe('interviewers', () => {
  const { list, patch } = {
    list: (params: Parameters<typeof client.hire.v1.interviewer.list>[0]) =>
      client.hire.v1.interviewer.list(params),
    patch: (interviewer_id: string, verify_status?: number, user_id_type?: 'user_id') =>
      client.hire.v1.interviewer.patch({
        path: { interviewer_id },
        params: { user_id_type },
        data: { interviewer: { verify_status } },
      }),
  };

  it('are listed by update time when they were ever updated, certified or not', async () => {
    const rows = await walk((page_token) => list({ params: { page_size: 10, page_token } }));
    const known = [...sandbox.world.interviewers.values()].sort(
      (a, b) => a.updatedAt - b.updatedAt,
    );
    expect(rows.map((row) => row.user_id)).toEqual(known.map((row) => row.openId));
    expect(rows.length).toBeLessThan(sandbox.world.people.length);
    for (const verify_status of [1, 2]) {
      const some = await list({ params: { verify_status, page_size: 200 } });
      const right = known.filter((row) => row.verified === (verify_status === 2));
      expect(some.data?.items).toHaveLength(right.length);
      expect(right.length).toBeGreaterThan(0);
    }
  });

  it('are found by id in the form asked for, and by when they were updated', async () => {
    const known = [...sandbox.world.interviewers.values()].sort(
      (a, b) => a.updatedAt - b.updatedAt,
    );
    const [, second, third] = known;
    const person = sandbox.store.index.people.get(second?.openId ?? '');
    const named = await list({
      params: { user_ids: [person?.userId ?? ''], user_id_type: 'user_id' },
    });
    expect(named.data?.items).toEqual([
      { user_id: person?.userId, verify_status: second?.verified ? 2 : 1 },
    ]);
    const window = await list({
      params: {
        earliest_update_time: String(second?.updatedAt),
        latest_update_time: String(third?.updatedAt),
      },
    });
    expect(window.data?.items?.map((row) => row.user_id)).toEqual([second?.openId, third?.openId]);
  });

  it('are certified and uncertified, and move to the end of the list', async () => {
    const stranger = sandbox.world.people[59];
    sandbox.advance(60_000);
    const made = await patch(stranger?.userId ?? '', 2, 'user_id');
    expect(made.data?.interviewer).toEqual({ user_id: stranger?.userId, verify_status: 2 });
    expect(sandbox.world.interviewers.get(stranger?.openId ?? '')).toEqual({
      openId: stranger?.openId,
      verified: true,
      updatedAt: sandbox.store.now(),
    });
    const rows = await walk((page_token) => list({ params: { page_size: 200, page_token } }));
    expect(rows.at(-1)).toEqual({ user_id: stranger?.openId, verify_status: 2 });
    await patch(stranger?.openId ?? '', 1);
    expect(sandbox.world.interviewers.get(stranger?.openId ?? '')?.verified).toBe(false);
    const silent = await patch(stranger?.openId ?? '');
    expect(silent.data?.interviewer?.verify_status).toBe(1);
  });

  it('are refused when unknown, with another status, and without the scope to write', async () => {
    const id = sandbox.world.people[9]?.openId;
    const send = (path: string, body: object) =>
      sandbox.call('PATCH', `/open-apis/hire/v1/interviewers/${path}`, { body });
    expect(await send('ou_nobody', { interviewer: { verify_status: 2 } })).toMatchObject({
      status: 400,
      body: { code: 99992351 },
    });
    expect((await send(`${id}`, {})).body.code).toBe(99992402);
    expect((await send(`${id}`, { interviewer: { verify_status: 3 } })).body.code).toBe(99992402);
    const at = async (query: string) => (await sandbox.hire(`/v1/interviewers?${query}`)).body.code;
    expect(await at('user_ids=ou_nobody')).toBe(99992351);
    expect(await at('latest_update_time=x')).toBe(1002002);
    expect(await at('page_token=NQ==')).toBe(1002002);
    expect(await at('page_size=201')).toBe(99992402);
    sandbox.app.scopes.revoke(['hire:interviewer']);
    expect((await send(`${id}`, { interviewer: { verify_status: 2 } })).body.code).toBe(99991672);
    expect(await at('')).toBe(0);
    sandbox.app.scopes.grant(['hire:interviewer']);
  });
});

describe('what the suite above has seen', () => {
  it('holds every reply to the contract, field by field', () => {
    expect(sandbox.violations).toEqual([]);
  });
});
