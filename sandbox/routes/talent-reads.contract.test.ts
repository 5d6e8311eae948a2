import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { isInForce, protectionsOf } from '@/sandbox/world/records/agencies';
import { profileOf } from '@/sandbox/world/talent-profiles';
import type { Talent } from '@/sandbox/world/types';
import { NOBODY, pick, refusal, walk } from './talent-contract-support';

let sandbox: TestSandbox;
let hire: ReturnType<TestSandbox['client']>['hire'];
beforeAll(async () => {
  sandbox = await startSandbox({ size: 400 });
  hire = sandbox.client().hire;
});
afterAll(async () => {
  await sandbox.close();
  expect(sandbox.violations).toEqual([]);
});

const talents = () => [...sandbox.world.talents.values()];
const profile = (talent: Talent) => profileOf(sandbox.world, talent);

describe('a talent', () => {
  it('is the same in the list and in the old and the new detail', async () => {
    const rows = await walk((page_token) =>
      hire.v1.talent.list({ params: { page_size: 20, page_token } }),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const talent of talents().slice(0, 60)) {
      const path = { talent_id: talent.id };
      const old = (await hire.v1.talent.get({ path })).data?.talent;
      const { data } = await hire.v2.talent.get({ path });
      const row = byId.get(talent.id);
      const { basic_info, ...rest } = row ?? {};
      expect(old).toMatchObject({ ...rest, education_list: rest.education_list ?? [] });
      expect(old?.basic_info).toMatchObject(basic_info ?? {});
      expect(data?.language_list?.map(({ language }) => language)).toEqual(
        profile(talent).languages.map(({ language }) => language),
      );
      expect(data?.award_list?.map(({ award_name }) => award_name)).toEqual(
        old?.award_list?.map(({ title }) => title),
      );
      expect(data?.sns_list?.map(({ link }) => link)).toEqual(
        old?.sns_list?.map(({ link }) => link),
      );
      expect(data?.works_list?.map(({ link }) => link)).toEqual(
        old?.works_list?.map(({ link }) => link),
      );
      expect(data?.basic_info?.preferred_location_code_list).toEqual(
        old?.basic_info?.preferred_city_list?.map(({ city_code }) => city_code),
      );
      expect(data?.is_in_agency_period).toBe(row?.is_in_agency_period);
    }
  });

  it('has every part of a résumé somewhere in the world', () => {
    const all = talents();
    const some = (has: (talent: Talent) => boolean) => all.filter(has).length / all.length;
    expect(some((t) => profile(t).languages.length > 0)).toBeGreaterThan(0.4);
    expect(some((t) => profile(t).awards.length > 0)).toBeGreaterThan(0.05);
    expect(some((t) => profile(t).works.length > 0)).toBeGreaterThan(0.02);
    expect(some((t) => profile(t).socials.length > 0)).toBeGreaterThan(0.04);
    expect(some((t) => profile(t).preferredCityCodes.length > 0)).toBeGreaterThan(0.4);
    expect(some((t) => Object.keys(profile(t).custom).length > 0)).toBeGreaterThan(0.2);
    const placed = [...sandbox.world.talentFiles.values()];
    expect(placed.filter(({ pools }) => pools.length > 0).length / all.length).toBeGreaterThan(
      0.05,
    );
    expect(placed.filter(({ folders }) => folders.length > 0).length).toBeGreaterThan(3);
  });

  it('answers fields of the company’s own in both details', async () => {
    const { talentModules } = sandbox.world;
    const module = pick(talentModules, ({ key }) => key === 'custom');
    const wishes = pick(talents(), (talent) => module.id in profile(talent).custom);
    const value = profile(wishes).custom[module.id]?.[0]?.value;
    const path = { talent_id: wishes.id };
    const old = (await hire.v1.talent.get({ path })).data?.talent?.customized_data_list;
    expect(old).toMatchObject([
      { object_id: module.id, object_type: 11, children: [{ value: { number: value } }] },
    ]);
    const fresh = (await hire.v2.talent.get({ path })).data?.customized_data_list;
    expect(fresh).toMatchObject([
      {
        module_id: module.id,
        name: { zh_cn: '求职意向' },
        children: [{ value: { number: value } }],
      },
    ]);
    const travel = pick(talents(), (talent) => 'basic' in profile(talent).custom);
    const { data } = await hire.v2.talent.get({ path: { talent_id: travel.id } });
    const key = profile(travel).custom.basic?.[0]?.value;
    expect(data?.basic_info?.customized_data_list).toMatchObject([
      { object_type: 3, name: { zh_cn: '是否接受出差' }, value: { option: { key } } },
    ]);
  });

  it('is protected while an agency’s recommendation is in force', async () => {
    const { world, store } = sandbox;
    const isProtected = (talent: Talent) =>
      protectionsOf(world, store.index, talent.id).some((one) => isInForce(one, store.now()));
    const read = async (talent: Talent) =>
      (await hire.v2.talent.get({ path: { talent_id: talent.id } })).data?.is_in_agency_period;
    expect(await read(pick(talents(), isProtected))).toBe(true);
    expect(await read(pick(talents(), (talent) => !isProtected(talent)))).toBe(false);
  });

  it('tells pools, folders, tags, block and notes only to apps with their scopes', async () => {
    const [talentId] = pick(
      sandbox.world.talentFiles,
      ([, { pools, folders }]) => pools.length > 0 && folders.length > 0,
    );
    const read = async () => (await hire.v2.talent.get({ path: { talent_id: talentId } })).data;
    const personal = ['talent_pool_ref_list_v2', 'talent_folder_ref_list_v2', 'tag_list'];
    expect(Object.keys((await read()) ?? {})).toEqual(expect.arrayContaining(personal));
    const scopes = sandbox.app.scopes.list().filter((scope) => /talent_|note/.test(scope));
    sandbox.app.scopes.revoke(scopes);
    const bare = Object.keys((await read()) ?? {});
    sandbox.app.scopes.grant(scopes);
    for (const key of [...personal, 'note_list_v2', 'block_info']) expect(bare).not.toContain(key);
  });

  it('that is not there is 404, and an id that is no number a bad parameter', async () => {
    const get = (talent_id: string) => refusal(hire.v1.talent.get({ path: { talent_id } }));
    expect(await get(NOBODY)).toEqual({ status: 404, code: 1002102 });
    expect(await get('zhangsan')).toEqual({ status: 400, code: 1000001 });
    const fresh = refusal(hire.v2.talent.get({ path: { talent_id: NOBODY } }));
    expect(await fresh).toEqual({ status: 404, code: 1002102 });
  });
});

describe('ids by contact', () => {
  const lookUp = (data: NonNullable<Parameters<typeof hire.v1.talent.batchGetId>[0]>['data']) =>
    hire.v1.talent.batchGetId({ data });

  it('are of those who are in every list, with what was asked by', async () => {
    const [a, b] = talents().filter(({ mobileCode }) => mobileCode === '86');
    const mobiles = [a?.mobile ?? '', b?.mobile ?? ''];
    const both = (await lookUp({ mobile_number_list: mobiles })).data?.talent_list;
    expect(both).toEqual([
      { talent_id: a?.id, mobile_code: '86', mobile_number: a?.mobile, is_onboarded: a?.onboarded },
      { talent_id: b?.id, mobile_code: '86', mobile_number: b?.mobile, is_onboarded: b?.onboarded },
    ]);
    const one = await lookUp({ mobile_number_list: mobiles, email_list: [b?.email ?? ''] });
    expect(one.data?.talent_list).toMatchObject([{ talent_id: b?.id, email: b?.email }]);
    const abroad = await lookUp({ mobile_code: '1', mobile_number_list: mobiles });
    expect(abroad.data?.talent_list).toEqual([]);
    expect((await lookUp({})).data?.talent_list).toEqual([]);
  });

  it('refuse a mobile that is none, a document without its type, and too many', async () => {
    const mobile = { status: 400, code: 1002009 };
    expect(await refusal(lookUp({ mobile_number_list: ['+86 138'] }))).toEqual(mobile);
    expect(
      await refusal(lookUp({ mobile_code: '+86', mobile_number_list: ['13800001111'] })),
    ).toEqual(mobile);
    expect(await refusal(lookUp({ identification_number_list: ['E1234'] }))).toEqual({
      status: 400,
      code: 1002002,
    });
    const email_list = Array.from({ length: 101 }, (_, at) => `a${at}@example.com`);
    expect(await refusal(lookUp({ email_list }))).toMatchObject({ code: 1002002 });
  });

  it('tell who works here only with the scope for it', async () => {
    const { email } = pick(talents());
    sandbox.app.scopes.revoke(['hire:talent_onboard_status:readonly']);
    const { data } = await lookUp({ email_list: [email] });
    sandbox.app.scopes.grant(['hire:talent_onboard_status:readonly']);
    expect(data?.talent_list?.[0]).not.toHaveProperty('is_onboarded');
  });
});

describe('what is set up for talents', () => {
  it('are modules with their fields, of the system and of the company', async () => {
    const { data } = await hire.v1.talentObject.query();
    expect(data?.items?.map(({ id }) => id)).toEqual(
      sandbox.world.talentModules.map(({ id }) => id),
    );
    for (const module of data?.items ?? []) {
      expect(module.setting?.object_type).toBe(11);
      expect(module.children_list?.every((field) => field.parent_id === module.id)).toBe(true);
    }
    const basic = data?.items?.[0]?.children_list ?? [];
    expect(basic.find(({ is_required }) => is_required)?.name?.zh_cn).toBe('姓名');
    const choice = basic.find(({ setting }) => setting?.object_type === 3);
    expect(choice).toMatchObject({ is_customized: true, active_status: 1 });
    expect(choice?.setting?.config?.options?.map(({ key }) => key)).toEqual(['1', '2', '3']);
    expect(basic.some(({ active_status }) => active_status === 2)).toBe(true);
  });

  it('are forms to fill in, page by page and by scenario', async () => {
    const list = (scenario?: number) =>
      walk((page_token) =>
        hire.v1.registrationSchema.list({ params: { page_size: 1, page_token, scenario } }),
      );
    const { registrationForms, talentModules } = sandbox.world;
    const all = await list();
    expect(all.map(({ id, name }) => ({ id, name }))).toEqual(
      registrationForms.map(({ id, name }) => ({ id, name })),
    );
    for (const scenario of [5, 6, 14] as const) {
      const expected = registrationForms.filter(({ scenarios }) => scenarios.includes(scenario));
      expect((await list(scenario)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }
    const objects = all[0]?.objects ?? [];
    expect(objects.map(({ id }) => id)).toEqual(
      talentModules
        .map(({ id }) => id)
        .filter((id) => registrationForms[0]?.moduleIds.includes(id)),
    );
    const hidden = objects.flatMap((o) => o.children_list ?? []).filter((f) => !f.is_visible);
    expect(hidden.map(({ id }) => id)).toEqual(registrationForms[0]?.hiddenFieldIds);
  });
});

describe('the operation log', () => {
  type Search = NonNullable<Parameters<typeof hire.v1.talentOperationLog.search>[0]>;
  const search = (data: Search['data'], params: Search['params'] = {}) =>
    walk((page_token) =>
      hire.v1.talentOperationLog.search({ data, params: { page_size: 50, ...params, page_token } }),
    );
  const everybody = () => sandbox.world.people.map(({ openId }) => openId);

  it('has each assessment under its interviewer, newest first', async () => {
    const { world } = sandbox;
    const records = [...world.interviews.values()].flatMap(({ records }) => records);
    const interviewer = pick(records, ({ submitted }) => submitted).interviewerId;
    const own = records.filter((r) => r.interviewerId === interviewer && r.submittedAt !== null);
    const rows = await search({ operator_id_list: [interviewer], operation_list: [2006] });
    expect(rows.map(({ operation_time }) => Number(operation_time))).toEqual(
      own.map(({ submittedAt }) => submittedAt ?? 0).sort((a, b) => b - a),
    );
    const person = sandbox.store.index.people.get(interviewer);
    for (const row of rows) {
      expect(row).toMatchObject({
        operation_type: 2006,
        operator_type: 1,
        operator: { id: interviewer, name: { zh_cn: person?.name } },
      });
      expect(world.applications.get(row.application_id ?? '')?.talentId).toBe(row.talent_id);
    }
  });

  it('has every kind that the world’s records can tell of', async () => {
    const kinds = [20, 1001, 1005, 2001, 2003, 2006, 3001, 3003, 3004, 7001, 8002, 8021];
    const rows = await search(
      { operator_id_list: everybody(), operation_list: kinds },
      { page_size: 100 },
    );
    expect(new Set(rows.map(({ operation_type }) => operation_type))).toEqual(new Set(kinds));
    const times = rows.map(({ operation_time }) => Number(operation_time));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const blocked = rows.filter(({ operation_type }) => operation_type === 20);
    expect(blocked.every((row) => row.application_id === undefined && row.talent_id)).toBe(true);
  });

  it('narrows to jobs, and reads ids in the form the caller names', async () => {
    const { world } = sandbox;
    const ended = pick(world.applications.values(), ({ terminatorId }) => terminatorId !== null);
    const person = sandbox.store.index.people.get(ended.terminatorId ?? '');
    const rows = await search(
      {
        operator_id_list: [person?.unionId ?? ''],
        operation_list: [3003],
        job_id_list: [ended.jobId],
      },
      { user_id_type: 'union_id' },
    );
    const expected = [...world.applications.values()].filter(
      (a) => a.jobId === ended.jobId && a.terminatorId === person?.openId,
    );
    expect(rows.map(({ application_id }) => application_id).sort()).toEqual(
      expected.map(({ id }) => id).sort(),
    );
    expect(rows[0]?.operator?.id).toBe(person?.unionId);
  });

  it('leaves out what the API did', async () => {
    const { stages } = sandbox.store.index;
    const a = pick(
      sandbox.world.applications.values(),
      ({ active, stageId }) => active && stages.get(stageId)?.stage.type === 1,
    );
    const reason = pick(sandbox.world.reasons, (one) => one.type === 1 && one.active);
    sandbox.advance(60_000);
    await hire.v1.application.terminate({
      path: { application_id: a.id },
      data: { termination_type: 1, termination_reason_list: [reason.id] },
    });
    const rows = await search({ operator_id_list: everybody(), operation_list: [3003] });
    expect(rows.map(({ application_id }) => application_id)).not.toContain(a.id);
  });

  it('refuses nobody, no kind, and who is unknown', async () => {
    const call = (operator_id_list: string[], operation_list: number[]) =>
      refusal(
        hire.v1.talentOperationLog.search({
          data: { operator_id_list, operation_list },
          params: {},
        }),
      );
    const known = sandbox.world.people[0]?.openId ?? '';
    expect(await call([], [3003])).toEqual({ status: 400, code: 1002002 });
    expect(await call([known], [])).toEqual({ status: 400, code: 1002002 });
    expect(await call(['ou_nobody'], [3003])).toMatchObject({ code: 99992351 });
  });
});
