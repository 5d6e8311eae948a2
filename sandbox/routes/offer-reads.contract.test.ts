import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { type HiringScene, hiringScene } from './testing/hiring-scene';
import { refusalOf } from './testing/refusal';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
let scene: HiringScene;

beforeAll(async () => {
  sandbox = await startSandbox({ size: 800 });
  client = sandbox.client();
  scene = hiringScene(sandbox);
});
afterAll(() => sandbox.close());

const create = (data: ReturnType<HiringScene['offerBody']>) =>
  client.hire.v1.offer.create({ data });
const read = async (offer_id: string) =>
  (await client.hire.v1.offer.get({ path: { offer_id } })).data?.offer;

describe('reading offers', () => {
  it('gives every generated one as its application does', async () => {
    for (const { id, applicationId } of sandbox.world.offers.values()) {
      const offer = await read(id);
      const other = await client.hire.v1.application.offer({
        path: { application_id: applicationId },
      });
      const { offer_type: _, ...same } = offer ?? {};
      expect(other.data?.offer).toEqual(same);
    }
    for (const { id } of sandbox.world.internOffers.values()) {
      expect((await read(id))?.offer_type).toBe(2);
    }
  });

  it('walks a talent’s offers page by page, newest first', async () => {
    const talentId = scene.talent();
    const ids: string[] = [];
    const jobs = [...sandbox.world.jobs.values()].filter(({ open }) => open).slice(0, 3);
    for (const on of jobs) {
      sandbox.advance(1000);
      const application = scene.application('social', 5, { talentId, on });
      const { data } = await create(scene.offerBody(application));
      ids.unshift(data?.offer_id ?? '');
    }
    const seen: string[] = [];
    let page_token: string | undefined;
    do {
      const { data } = await client.hire.v1.offer.list({
        params: { talent_id: talentId, page_size: 1, page_token },
      });
      seen.push(...(data?.items ?? []).map((item) => item.id ?? ''));
      page_token = data?.has_more ? data.page_token : undefined;
    } while (page_token);
    expect(seen).toEqual(ids);
  });

  it('refuses an offer and a talent that are not there', async () => {
    const bad = { status: 400, code: 1002002 };
    const { offer } = client.hire.v1;
    expect(await refusalOf(offer.get({ path: { offer_id: '7450000000000000000' } }))).toEqual(bad);
    expect(await refusalOf(offer.list({ params: { talent_id: '7300000000000000000' } }))).toEqual(
      bad,
    );
  });

  it('hides pay and custom values from an app with the low-sensitive scope alone', async () => {
    const { data: made } = await create(scene.offerBody(scene.application('social', 5)));
    const id = made?.offer_id ?? '';
    sandbox.app.scopes.revoke(['hire:offer', 'hire:offer:readonly']);
    const offer = await read(id);
    sandbox.app.scopes.grant(['hire:offer', 'hire:offer:readonly']);
    expect(offer).not.toHaveProperty('salary_plan');
    expect(offer).not.toHaveProperty('customized_module_list');
    expect(offer?.basic_info).not.toHaveProperty('level');
    expect(offer?.offer_status).toBe(10);
  });
});

it('has answered as documented throughout', () => {
  expect(sandbox.violations).toEqual([]);
});
