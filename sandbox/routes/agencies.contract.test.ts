import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { type Agency, protectionsOf, recommendationOf } from '@/sandbox/world/records/agencies';
import type { Application } from '@/sandbox/world/types';

const DAY = 86_400_000;
const NOWHERE = '7800000000000000000';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 400 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

const agencies = () => [...sandbox.world.agencies.values()];
const agencyWith = (test: (agency: Agency) => boolean): Agency => {
  const found = agencies().find(test);
  if (!found) throw new Error('the world has no such agency');
  return found;
};
const partner = () => agencyWith(({ status }) => status === 1);
const post = (path: string, body: object) =>
  sandbox.post(`/open-apis/hire/v1/agencies/${path}`, body);
const recommended = (test: (a: Application) => boolean = () => true): Application => {
  for (const application of sandbox.world.applications.values()) {
    if (recommendationOf(sandbox.world, application) && test(application)) return application;
  }
  throw new Error('the world has no such application');
};

describe('agencies/batch_query', () => {
  const search = (data: Parameters<typeof client.hire.v1.agency.batchQuery>[0]) =>
    client.hire.v1.agency.batchQuery(data).then(({ data }) => data);

  it('walks every agency but the invited, each with its administrators and terms', async () => {
    const seen: string[] = [];
    let page_token: string | undefined;
    do {
      const page = await search({ params: { page_size: 3, page_token }, data: {} });
      seen.push(...(page?.items ?? []).map(({ id }) => id ?? ''));
      page_token = page?.page_token;
      expect(page?.has_more).toBe(page_token !== undefined);
    } while (page_token);
    expect(seen).toEqual(agencies().flatMap(({ id, status }) => (status === 4 ? [] : id)));
    const agency = agencyWith(({ protectDaysDefault }) => !protectDaysDefault);
    const one = await search({ data: { agency_supplier_id_list: [agency.id] } });
    const [admin] = agency.accounts;
    expect(one?.items).toEqual([
      {
        id: agency.id,
        name: agency.name.zh,
        label_list: agency.labels.map(({ id, name }) => ({
          id,
          name: { zh_cn: name.zh, en_us: name.en },
        })),
        admin_list: [
          {
            user_id: admin?.openId,
            name: { zh_cn: admin?.name.zh, en_us: admin?.name.en },
            email: admin?.email,
          },
        ],
        agency_protect_time: { day: agency.protectDays, use_default: false },
        cooperation_create_time: String(agency.createdAt),
        cooperation_start_time: String(agency.startsAt),
        cooperation_end_time: String(agency.endsAt),
        cooperation_status: agency.status,
        invite_email: agency.email,
        supplier_area: agency.area,
        talent_protect_time: { day: 180, use_default: true, forever: false },
      },
    ]);
  });

  it('filters by word, status, area, label and time of beginning', async () => {
    const names = async (data: object) =>
      ((await search({ data }))?.items ?? []).map(({ name }) => name);
    const filter = (key: string, ...value_list: string[]) => ({
      filter_list: [{ key, value_type: 1, value_list }],
    });
    const zhOf = (test: (agency: Agency) => boolean) =>
      agencies().flatMap((agency) => (agency.status !== 4 && test(agency) ? [agency.name.zh] : []));
    const agency = partner();
    expect(await names({ keyword: agency.name.zh.slice(0, 2) })).toEqual([agency.name.zh]);
    expect(await names({ keyword: agency.email })).toEqual([agency.name.zh]);
    expect(await names(filter('cooperation_status', '2', '3'))).toEqual(
      zhOf(({ status }) => status === 2 || status === 3),
    );
    expect(await names(filter('cooperation_status', '4'))).toEqual([]);
    expect(await names(filter('supplier_area', '2'))).toEqual(zhOf(({ area }) => area === 2));
    const label = agency.labels[0]?.id ?? '';
    expect(await names(filter('label_id_list', label))).toEqual(
      zhOf(({ labels }) => labels.some(({ id }) => id === label)),
    );
    const from = String(agency.createdAt);
    const range = { key: 'cooperation_create_time', value_type: 2, range_filter: { from } };
    expect(await names({ filter_list: [range] })).toEqual(
      zhOf(({ createdAt }) => createdAt >= agency.createdAt),
    );
    // Ids put the other conditions out of force.
    expect(await names({ agency_supplier_id_list: [agency.id], keyword: 'x' })).toEqual([
      agency.name.zh,
    ]);
  });

  it('refuses filters that the page does not list', async () => {
    const filters = [
      [{ key: 'name', value_type: 1, value_list: ['x'] }],
      [{ key: 'supplier_area', value_type: 2, range_filter: { from: '1' } }],
      [{ key: 'supplier_area', value_type: 1 }],
      [{ key: 'cooperation_create_time', value_type: 2 }],
      [{ key: 'cooperation_create_time', value_type: 2, range_filter: { from: 'May' } }],
      [1, 2].map((one) => ({ key: 'supplier_area', value_type: 1, value_list: [String(one)] })),
    ];
    for (const filter_list of filters) {
      expect(await post('batch_query', { filter_list })).toMatchObject({
        status: 400,
        body: { code: 1002002 },
      });
    }
    const many = Array.from({ length: 21 }, () => partner().id);
    expect((await post('batch_query', { agency_supplier_id_list: many })).body.code).toBe(99992402);
  });

  it('leaves out e-mail addresses without their field scope', async () => {
    sandbox.app.scopes.revoke(['hire:agency.email:readonly']);
    const page = await search({ data: {} });
    sandbox.app.scopes.grant(['hire:agency.email:readonly']);
    expect(page?.items?.[0]?.admin_list?.[0]).toHaveProperty('name');
    expect(page?.items?.[0]?.admin_list?.[0]).not.toHaveProperty('email');
  });
});

describe('one agency', () => {
  it('is found by id and by its whole name, with the person to contact', async () => {
    const agency = partner();
    const contact = agency.accounts[0];
    const expected = {
      id: agency.id,
      name: agency.name.zh,
      contactor_id: contact?.unionId,
      contactor_name: { zh_cn: contact?.name.zh, en_us: contact?.name.en },
    };
    const got = await client.hire.v1.agency.get({
      path: { agency_id: agency.id },
      params: { user_id_type: 'union_id' },
    });
    expect(got.data?.agency).toEqual(expected);
    const found = await client.hire.v1.agency.query({
      params: { name: agency.name.zh, user_id_type: 'union_id' },
    });
    expect(found.data?.items).toEqual([expected]);
  });

  it('is refused when it does not or no longer works for the company', async () => {
    const strangers = [
      NOWHERE,
      agencyWith(({ status }) => status === 4).id,
      agencyWith(({ status }) => status === 3).id,
    ];
    for (const id of strangers) {
      expect(await sandbox.hire(`/v1/agencies/${id}`)).toMatchObject({
        status: 400,
        body: { code: 1002409 },
      });
    }
    const byName = (name: string) =>
      sandbox.hire(`/v1/agencies/query?name=${encodeURIComponent(name)}`);
    expect((await byName(partner().name.zh.slice(0, 2))).body.code).toBe(1002409);
    const ended = agencyWith(({ status }) => status === 3);
    sandbox.app.switches.endedAgency = 'ok';
    expect((await byName(ended.name.zh)).body.data.items[0].id).toBe(ended.id);
    sandbox.app.switches.endedAgency = '1002409';
  });
});

describe('agencies/get_agency_account', () => {
  const accounts = (data: { supplier_id: string; status?: number; role?: number }, page = {}) =>
    client.hire.v1.agency.getAgencyAccount({ data, params: page }).then(({ data }) => data);

  it('walks the people of an agency, in the form of id that is asked for', async () => {
    const agency = partner();
    const seen: (string | undefined)[] = [];
    let page_token: string | undefined;
    do {
      const page = await accounts(
        { supplier_id: agency.id },
        { page_size: 2, page_token, user_id_type: 'user_id' },
      );
      seen.push(...(page?.items ?? []).map((item) => item.user_info?.user_id));
      page_token = page?.page_token;
    } while (page_token);
    expect(seen).toEqual(agency.accounts.map(({ userId }) => userId));
  });

  it('filters by state and role, and says why somebody is disabled', async () => {
    const agency = agencyWith(({ accounts }) => accounts.some(({ status }) => status === 1));
    const disabled = agency.accounts.find(({ status }) => status === 1);
    const page = await accounts({ supplier_id: agency.id, status: 1 });
    expect(page?.items).toEqual([
      {
        id: disabled?.id,
        reason: disabled?.disabledReason,
        create_time: String(disabled?.createdAt),
        status: 1,
        user_info: {
          user_id: disabled?.openId,
          name: { zh_cn: disabled?.name.zh, en_us: disabled?.name.en },
          email: disabled?.email,
          mobile: disabled?.mobile,
        },
        role: 1,
      },
    ]);
    const admins = await accounts({ supplier_id: agency.id, role: 0 });
    expect(admins?.items).toHaveLength(1);
    expect(admins?.items?.[0]).not.toHaveProperty('reason');
  });

  it('refuses an agency that is not there', async () => {
    expect(await post('get_agency_account', { supplier_id: NOWHERE })).toMatchObject({
      status: 400,
      body: { code: 1002002 },
    });
  });
});

describe('protection periods', () => {
  const search = async (talent_id: string) =>
    (await client.hire.v1.agency.protectSearch({ data: { talent_id } })).data;

  it('begin with the recommendation, on the talent or on the job alone', async () => {
    for (const type of [1, 2]) {
      const application = recommended(
        (a) => recommendationOf(sandbox.world, a)?.agency.protectionType === type,
      );
      const { agency, consultant } = recommendationOf(sandbox.world, application) ?? {};
      const found = await search(application.talentId);
      expect(found?.protection_list).toContainEqual({
        protection_type: type,
        ...(type === 2 ? { application_id: application.id } : {}),
        start_time: String(application.createdAt),
        expire_time: String(application.createdAt + (agency?.protectDays ?? 0) * DAY),
        agency_supplier_id: agency?.id,
        agency_supplier_name: { zh_cn: agency?.name.zh, en_us: agency?.name.en },
        agency_supplier_user_id: consultant?.openId,
        agency_supplier_user_name: { zh_cn: consultant?.name.zh, en_us: consultant?.name.en },
      });
    }
  });

  it('tell whether the talent joined within one', async () => {
    const { world, store } = sandbox;
    const outcomes = new Set<boolean>();
    for (const employee of world.employees.values()) {
      const talentId = world.applications.get(employee.applicationId)?.talentId ?? '';
      const within = protectionsOf(world, store.index, talentId).find(
        ({ startsAt, expiresAt }) =>
          startsAt <= employee.onboardTime && employee.onboardTime < expiresAt,
      );
      const found = await search(talentId);
      expect(found?.is_onboarded).toBe(true);
      expect(found?.onboarded_in_protection).toBe(within !== undefined);
      expect(found?.onboarded_protection?.agency_supplier_id).toBe(within?.agency.id);
      outcomes.add(within !== undefined);
    }
    expect(outcomes).toEqual(new Set([true, false]));
  });

  it('are empty for who came by another way', async () => {
    const { world, store } = sandbox;
    const free = [...world.talents.values()].find(
      ({ id, onboarded }) => !onboarded && protectionsOf(world, store.index, id).length === 0,
    );
    expect(await search(free?.id ?? '')).toEqual({
      is_onboarded: false,
      onboarded_in_protection: false,
      protection_list: [],
    });
  });

  it('can be set by hand, and are then listed and written into the detail', async () => {
    const application = recommended((a) => recommendationOf(sandbox.world, a)?.agency.status === 1);
    const { agency } = recommendationOf(sandbox.world, application) ?? { agency: partner() };
    const consultant = agency.accounts[1];
    const now = sandbox.store.now();
    const data = {
      talent_id: application.talentId,
      supplier_id: agency.id,
      consultant_id: consultant?.openId ?? '',
      protect_create_time: now,
      protect_expire_time: now + 30 * DAY,
      comment: '与用人经理沟通过，意向强',
      current_salary: '35k * 15',
      expected_salary: '45k * 15',
    };
    const answer = await client.hire.v1.agency.protect({ data });
    expect(answer).toMatchObject({ code: 0, data: {} });
    expect([...sandbox.world.agencyProtections.values()].at(-1)).toMatchObject({
      talentId: application.talentId,
      agencyId: agency.id,
      accountId: consultant?.id,
    });
    const found = await search(application.talentId);
    expect(found?.protection_list).toContainEqual(
      expect.objectContaining({
        protection_type: 1,
        start_time: String(now),
        expire_time: String(now + 30 * DAY),
        agency_supplier_user_id: consultant?.openId,
      }),
    );
    const { data: detail } = await client.hire.v1.application.getDetail({
      path: { application_id: application.id },
      params: { options: ['with_agency'] },
    });
    expect(detail?.application_detail?.agency).toMatchObject({
      basic_info: { hunter_company_name: agency.name.zh },
      comment_info: [{ value: { zh_cn: data.comment } }],
      salary_info: [
        { value: { zh_cn: data.current_salary } },
        { value: { zh_cn: data.expected_salary } },
      ],
    });
  });

  it('are over in time, and then hidden where the switch says so', async () => {
    const { world, store } = sandbox;
    const over = [...world.talents.values()].find(({ id }) => {
      const all = protectionsOf(world, store.index, id);
      return all.length > 0 && all.every(({ expiresAt }) => expiresAt <= store.now());
    });
    expect((await search(over?.id ?? ''))?.protection_list?.length).toBeGreaterThan(0);
    sandbox.app.switches.expiredProtections = 'hidden';
    expect((await search(over?.id ?? ''))?.protection_list).toEqual([]);
    sandbox.app.switches.expiredProtections = 'listed';
  });

  it('refuse what is not there or does not fit', async () => {
    const agency = partner();
    const good = {
      talent_id: recommended().talentId,
      supplier_id: agency.id,
      consultant_id: agency.accounts[0]?.openId,
      protect_create_time: 1_000,
      protect_expire_time: 2_000,
    };
    const other = agencyWith(({ id }) => id !== agency.id);
    const wrong = [
      { talent_id: NOWHERE },
      { supplier_id: NOWHERE },
      { supplier_id: agencyWith(({ status }) => status === 4).id },
      { consultant_id: other.accounts[0]?.openId },
      { protect_expire_time: 1_000 },
      { protect_create_time: -1 },
    ];
    const before = sandbox.world.agencyProtections.size;
    for (const change of wrong) {
      const answer = await post('protect', { ...good, ...change });
      expect(answer, JSON.stringify(change)).toMatchObject({
        status: 400,
        body: { code: 1002002 },
      });
    }
    expect(sandbox.world.agencyProtections.size).toBe(before);
    expect(await post('protection_period/search', { talent_id: NOWHERE })).toMatchObject({
      status: 400,
      body: { code: 1002002 },
    });
  });
});

describe('the agency in an application’s detail', () => {
  it('is the recommending consultant, and absent where there is none', async () => {
    const detail = async (id: string) => {
      const { data } = await client.hire.v1.application.getDetail({
        path: { application_id: id },
        params: { options: ['with_agency'] },
      });
      return data?.application_detail?.agency;
    };
    for (const application of [...sandbox.world.applications.values()].slice(0, 60)) {
      const { agency, consultant } = recommendationOf(sandbox.world, application) ?? {};
      const block = await detail(application.id);
      expect(block?.basic_info?.hunter_company_name).toBe(agency?.name.zh);
      expect(block?.basic_info?.hunter_user_name?.zh_cn).toBe(consultant?.name.zh);
    }
  });

  it('agrees with the source: agencies recommend under their own source alone', () => {
    for (const application of sandbox.world.applications.values()) {
      const source = sandbox.world.sources.find(({ id }) => id === application.sourceId);
      const agency = recommendationOf(sandbox.world, application)?.agency;
      expect(agency !== undefined).toBe(source?.type === 10001);
      if (agency) expect(agency.startsAt).toBeLessThanOrEqual(application.createdAt);
    }
  });
});

it('answered as documented, field by field', () => {
  expect(sandbox.violations).toEqual([]);
});
