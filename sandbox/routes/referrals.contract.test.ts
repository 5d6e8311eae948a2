import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { type Referral, referralOf } from '@/sandbox/world/records/referrals';
import type { Application } from '@/sandbox/world/types';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 1500 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

type Case = { application: Application; referral: Referral };
function referred(test: (item: Case) => boolean = () => true): Case {
  for (const application of sandbox.world.applications.values()) {
    const referral = referralOf(sandbox.world, application);
    if (referral && test({ application, referral })) return { application, referral };
  }
  throw new Error('the world has no such referral');
}
const person = (openId: string) => {
  const found = sandbox.store.index.people.get(openId);
  return { id: openId, name: { zh_cn: found?.name, en_us: found?.enName } };
};
const byApplication = async (application_id: string) =>
  (await client.hire.v1.referral.getByApplication({ params: { application_id } })).data;
const search = async (data: { talent_id: string; start_time?: string; end_time?: string }) =>
  (await client.hire.v1.referral.search({ data })).data?.items ?? [];
const detail = async (application_id: string) => {
  const { data } = await client.hire.v1.application.getDetail({
    path: { application_id },
    params: { options: ['with_referral'] },
  });
  return data?.application_detail?.referral;
};

describe('the referral of an application', () => {
  it('names the colleague and the moment', async () => {
    const { application, referral } = referred(({ referral }) => referral.type === 2);
    const data = await byApplication(application.id);
    expect(data?.referral).toEqual({
      id: expect.stringMatching(/^\d{19}$/),
      application_id: application.id,
      create_time: application.createdAt,
      referral_user_id: referral.referrerId,
      referral_user: person(referral.referrerId),
    });
  });

  it('is empty without a job in mind, and where nobody referred', async () => {
    const intent = referred(({ referral }) => referral.type === 1);
    expect(await byApplication(intent.application.id)).toEqual({});
    const other = [...sandbox.world.applications.values()].find(
      (one) => referralOf(sandbox.world, one) === null,
    );
    expect(await byApplication(other?.id ?? '')).toEqual({});
  });

  it('is the same in search and in the detail', async () => {
    for (const type of [1, 2] as const) {
      const { application, referral } = referred((item) => item.referral.type === type);
      const block = await detail(application.id);
      const found = (await search({ talent_id: application.talentId })).find(
        ({ create_time }) => create_time === String(application.createdAt),
      );
      expect(found).toEqual({
        id: block?.basic_info?.id,
        application_ids: type === 2 ? [application.id] : [],
        create_time: String(application.createdAt),
        referral_user: person(referral.referrerId),
      });
      expect(block?.basic_info).toMatchObject({
        application_id: application.id,
        referral_type: type,
        referral_method: referral.method,
        user_info: person(referral.referrerId),
        create_time: String(application.createdAt),
      });
      expect(block?.recommend_info?.comment).toBe(referral.comment);
    }
  });

  it('is a recruiter’s doing where a recruiter entered it, on behalf of a colleague', () => {
    const { application, referral } = referred(({ referral }) => referral.method === 5);
    expect(application.creatorId).toBe(sandbox.world.jobs.get(application.jobId)?.recruiterId);
    expect(referral.referrerId).not.toBe('');
  });

  it('exists for every application whose source is referral, and for no other', () => {
    for (const application of sandbox.world.applications.values()) {
      const source = sandbox.world.sources.find(({ id }) => id === application.sourceId);
      expect(referralOf(sandbox.world, application) !== null).toBe(source?.type === 10000);
    }
  });

  it('is there for somebody whom a colleague refers just now', async () => {
    const job = [...sandbox.world.jobs.values()].find(({ open }) => open);
    const source = sandbox.world.sources.find(({ type }) => type === 10000);
    const act = { act: 'apply', jobId: job?.id, name: '顾南枝', sourceId: source?.id };
    const { body } = await sandbox.post('/_sandbox/acts', act, { token: null });
    expect((await detail(body.id))?.basic_info?.application_id).toBe(body.id);
  });
});

describe('referrals/search', () => {
  it('lists a talent’s referrals oldest first, within a window', async () => {
    const byTalent = new Map<string, Application[]>();
    for (const application of sandbox.world.applications.values()) {
      if (!referralOf(sandbox.world, application)) continue;
      const list = byTalent.get(application.talentId) ?? [];
      byTalent.set(application.talentId, [...list, application]);
    }
    const [talent_id, twice] = [...byTalent].find(([, list]) => list.length > 1) ?? ['', []];
    const times = twice.map(({ createdAt }) => createdAt).sort((a, b) => a - b);
    expect(times.length).toBeGreaterThan(1);
    const timesFound = async (window: { start_time?: string; end_time?: string }) =>
      (await search({ talent_id, ...window })).map(({ create_time }) => Number(create_time));
    expect(await timesFound({})).toEqual(times);
    expect(await timesFound({ end_time: String(times[0]) })).toEqual(times.slice(0, 1));
    expect(await timesFound({ start_time: String((times[0] ?? 0) + 1) })).toEqual(times.slice(1));
  });
});

describe('what is not there', () => {
  const nowhere = '7400000000000000000';
  const answers = async () => [
    await sandbox.hire(`/v1/referrals/get_by_application?application_id=${nowhere}`),
    await sandbox.post('/open-apis/hire/v1/referrals/search', { talent_id: nowhere }),
  ];

  it('is a bad parameter, unless switched to empty', async () => {
    for (const answer of await answers()) {
      expect(answer).toMatchObject({ status: 400, body: { code: 1002002 } });
    }
    sandbox.app.switches.absentReferral = 'empty';
    const [one, many] = await answers();
    expect(one?.body.data).toEqual({});
    expect(many?.body.data).toEqual({ items: [] });
    sandbox.app.switches.absentReferral = '1002002';
  });

  it('is as bad as a time that is none', async () => {
    const answer = await sandbox.post('/open-apis/hire/v1/referrals/search', {
      talent_id: referred().application.talentId,
      start_time: 'yesterday',
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 1002002 } });
  });
});

it('answered as documented, field by field', () => {
  expect(sandbox.violations).toEqual([]);
});
