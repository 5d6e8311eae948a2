import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { refusal, walk } from './job-test-support';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox();
  client = sandbox.client();
});
afterAll(() => sandbox.close());

const bad = { status: 400, code: 1002002 };

describe('job types and functions', () => {
  it('are trees: every parent is in the list, every job hangs on a leaf', async () => {
    const { world } = sandbox;
    const types = await walk((page_token) =>
      client.hire.v1.jobType.list({ params: { page_size: 5, page_token } }),
    );
    const functions = await walk((page_token) =>
      client.hire.v1.jobFunction.list({ params: { page_size: 5, page_token } }),
    );
    for (const rows of [types, functions]) {
      const ids = new Set(rows.map(({ id }) => id));
      expect(ids.size).toBe(rows.length);
      for (const { parent_id } of rows) if (parent_id) expect(ids.has(parent_id)).toBe(true);
    }
    expect(types.map(({ id }) => id)).toEqual(world.jobCatalogue.types.map(({ id }) => id));
    expect(functions.filter(({ active_status }) => active_status === 2)).toHaveLength(1);
    const leaves = new Set(types.filter(({ parent_id }) => parent_id).map(({ id }) => id));
    for (const job of world.jobs.values()) {
      expect(leaves.has(job.typeId)).toBe(true);
      expect(functions.find(({ id }) => id === job.functionId)?.name?.zh_cn).toBe(
        job.categoryName?.zh,
      );
    }
  });

  it('refuse a page token they did not give', async () => {
    const params = { page_token: 'no-token' };
    expect(await refusal(client.hire.v1.jobType.list({ params }))).toEqual(bad);
    expect(await refusal(client.hire.v1.jobFunction.list({ params }))).toEqual(bad);
    expect(await refusal(client.hire.v1.jobSchema.list({ params }))).toEqual(bad);
    expect(await refusal(client.hire.v1.jobRequirementSchema.list({ params }))).toEqual(bad);
    expect(await refusal(client.hire.v1.subject.list({ params }))).toEqual(bad);
  });
});

describe('the older dictionaries', () => {
  it('refuse a page token they did not give', async () => {
    const { hire } = client;
    const params = { page_token: 'no-token', page_size: 1 };
    const usage = 'position_location' as const;
    expect(await refusal(hire.v1.jobProcess.list({ params }))).toEqual(bad);
    expect(await refusal(hire.v1.resumeSource.list({ params }))).toEqual(bad);
    expect(await refusal(hire.v1.terminationReason.list({ params }))).toEqual(bad);
    expect(await refusal(hire.v1.role.list({ params }))).toEqual(bad);
    expect(await refusal(hire.v1.userRole.list({ params }))).toEqual(bad);
    expect(await refusal(hire.v1.location.list({ params: { ...params, usage } }))).toEqual(bad);
    const query = { params, data: { location_type: 1 } };
    expect(await refusal(hire.v1.location.query(query))).toEqual(bad);
  });

  it('give roles more to do the more they run', async () => {
    const sizes: number[] = [];
    for (const { id, name } of sandbox.world.roles) {
      const { data } = await client.hire.v1.role.get({ path: { role_id: id } });
      expect(data?.role?.name?.zh_cn).toBe(name.zh);
      const social = data?.role?.socail_permission_collection;
      sizes.push(
        (social?.feature_permissions?.length ?? 0) + (social?.management_permissions?.length ?? 0),
      );
      const rule = social?.business_management_scopes?.[0]?.permission_groups?.[0]?.scope_rule;
      expect(rule?.rule_type).toBe(sizes.length === 1 ? 1 : 2);
    }
    expect(sizes).toEqual([10, 8, 3, 2]);
    const absent = client.hire.v1.role.get({ path: { role_id: '7150000000000000000' } });
    expect(await refusal(absent)).toEqual({ status: 400, code: 1002352 });
  });
});

describe('forms', () => {
  it('of jobs differ by scenario and hold the fields that jobs have answered', async () => {
    const all = await walk((page_token) =>
      client.hire.v1.jobSchema.list({ params: { page_size: 1, page_token } }),
    );
    expect(all).toHaveLength(2);
    const campus = await client.hire.v1.jobSchema.list({ params: { scenario: 2 } });
    expect(campus.data?.items?.map(({ scenario_type }) => scenario_type)).toEqual([2]);
    const fields = all.flatMap((form) => form.object_list ?? []).flatMap((m) => m.children_list);
    const ids = new Set(fields.map((field) => field?.id));
    for (const job of sandbox.world.jobs.values()) {
      for (const { fieldId } of job.customValues) expect(ids.has(fieldId)).toBe(true);
    }
    const choice = fields.find((field) => field?.setting?.object_type === 3);
    expect(choice?.setting?.config?.options?.map(({ key }) => key)).toEqual(['1', '2']);
  });

  it('of requirements hold the fields that requirements have answered', async () => {
    const { data } = await client.hire.v1.jobRequirementSchema.list({ params: { page_size: 10 } });
    const fields = data?.items?.flatMap((form) => form.object_list ?? []);
    const ids = new Set(fields?.flatMap((m) => m.children_list ?? []).map(({ id }) => id));
    for (const { customValues } of sandbox.world.requirements.values()) {
      for (const { fieldId } of customValues) expect(ids.has(fieldId)).toBe(true);
    }
  });
});

describe('projects', () => {
  it('come one to a page where no size is asked for', async () => {
    const bare = await client.hire.v1.subject.list({});
    expect(bare.data?.items).toHaveLength(1);
    expect(bare.data?.page_token).toBe('1');
    const all = await walk((page_token) => client.hire.v1.subject.list({ params: { page_token } }));
    expect(all.map(({ id }) => id)).toEqual(
      sandbox.world.jobCatalogue.subjects.map(({ id }) => id),
    );
    expect(all.some(({ active_status }) => active_status === 2)).toBe(true);
    expect(all[0]?.creator?.name?.zh_cn).toBeTruthy();
  });

  it('are limited as a switch says, for their page prints no figure', async () => {
    const strict = await startSandbox({ limits: 1 });
    const list = () => strict.hire('/v1/subjects');
    for (let call = 0; call < 10; call += 1) expect((await list()).status).toBe(200);
    const over = await list();
    expect(over.status).toBe(429);
    expect(over.headers.get('x-ogw-ratelimit-limit')).toBe('10');
    strict.app.switches.specialLimit = 'none';
    strict.app.limiter.clear();
    for (let call = 0; call < 12; call += 1) expect((await list()).status).toBe(200);
    await strict.close();
  });
});

describe('addresses', () => {
  it('serve jobs and interviews, and there are no stores', async () => {
    const list = (usage: 'position_location' | 'interview_location' | 'store_location') =>
      walk((page_token) =>
        client.hire.v1.location.list({ params: { usage, page_size: 3, page_token } }),
      );
    const jobs = await list('position_location');
    expect(jobs.map(({ id }) => id)).toEqual(sandbox.world.locations.map(({ id }) => id));
    expect(await list('interview_location')).toEqual(jobs);
    expect(await list('store_location')).toEqual([]);
    expect(jobs[0]?.district?.name?.zh_cn).toBe(sandbox.world.locations[0]?.district.name.zh);
    const bare = await sandbox.hire('/v1/locations');
    expect(bare).toMatchObject({ status: 400, body: { code: 99992402 } });
  });
});

describe('places', () => {
  const query = (location_type: number, code_list?: string[], page_size = 3) =>
    walk((page_token) =>
      client.hire.v1.location.query({
        params: { page_size, page_token },
        data: { location_type, ...(code_list ? { code_list } : {}) },
      }),
    );

  it('are walked kind by kind, each with the codes of what it lies in', async () => {
    const { world } = sandbox;
    expect(await query(1)).toEqual([
      {
        country: {
          country_code: 'CN_1',
          country_name_info: { zh_name: '中国', en_name: 'China', py_name: 'zhongguo' },
        },
      },
    ]);
    const states = await query(2);
    expect(states.map(({ state }) => state?.state_code)).toEqual([
      ...new Set(world.cities.map(({ stateCode }) => stateCode)),
    ]);
    const cities = await query(3);
    expect(cities.map(({ city }) => city?.city_code)).toEqual(world.cities.map(({ code }) => code));
    const districts = await query(4);
    expect(districts).toHaveLength(world.locations.length);
    const known = new Set(cities.map(({ city }) => city?.city_code));
    for (const { district } of districts) expect(known.has(district?.city_code)).toBe(true);
  });

  it('are found by code', async () => {
    const [first, second] = sandbox.world.cities;
    const found = await query(3, [second?.code ?? '', first?.code ?? '', 'CT_0']);
    expect(found.map(({ city }) => city?.city_name_info?.zh_name)).toEqual([
      first?.name.zh,
      second?.name.zh,
    ]);
    expect(await query(2, [first?.code ?? ''])).toEqual([]);
  });

  it('are refused without a kind or a size, and beyond 100 codes', async () => {
    const gateway = { status: 400, body: { code: 99992402 } };
    const post = (path: string, body: unknown) =>
      sandbox.post(`/open-apis/hire/v1/locations/query${path}`, body);
    expect(await post('', { location_type: 1 })).toMatchObject(gateway);
    expect(await post('?page_size=1', {})).toMatchObject(gateway);
    expect(await post('?page_size=1', { location_type: 5 })).toMatchObject(gateway);
    const codes = Array.from({ length: 101 }, (_, at) => `CT_${at}`);
    expect(await post('?page_size=1', { location_type: 3, code_list: codes })).toMatchObject(
      gateway,
    );
  });
});

it('the replies are as documented', () => {
  expect(sandbox.violations).toEqual([]);
});
