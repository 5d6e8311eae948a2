import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { defaultSwitches } from '@/sandbox/platform/unknowns';
import type { Application } from '@/sandbox/world/types';
import { type HiringScene, hiringScene, pick } from './testing/hiring-scene';
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

type State = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
const CREATED = '1698292282660';
const create = (application_id: string, state: State = 1, create_time = CREATED) =>
  client.hire.v1.tripartiteAgreement.create({ data: { application_id, state, create_time } });
const update = (tripartite_agreement_id: string, state: State, modify_time: string) =>
  client.hire.v1.tripartiteAgreement.update({
    path: { tripartite_agreement_id },
    data: { state, modify_time },
  });
const remove = (tripartite_agreement_id: string) =>
  client.hire.v1.tripartiteAgreement.delete({ path: { tripartite_agreement_id } });
const list = async (params: { application_id?: string; tripartite_agreement_id?: string }) =>
  (await client.hire.v1.tripartiteAgreement.list({ params })).data?.items ?? [];

/** A graduate with an offer that names a workplace. */
async function graduate(): Promise<Application> {
  const application = scene.application('campus', 5);
  await client.hire.v1.offer.create({ data: scene.offerBody(application) });
  return application;
}
const ABSENT = '7610000000000000000';

describe('an agreement', () => {
  it('is made, found, changed and removed', async () => {
    const application = await graduate();
    const id = (await create(application.id)).data?.id ?? '';
    const row = { id, application_id: application.id, state: 1, create_time: CREATED };
    expect(await list({ application_id: application.id })).toEqual([
      { ...row, modify_time: CREATED },
    ]);
    await update(id, 5, '1698292299999');
    expect(await list({ tripartite_agreement_id: id })).toEqual([
      { ...row, state: 5, modify_time: '1698292299999' },
    ]);
    await remove(id);
    expect(sandbox.world.agreements.has(id)).toBe(false);
    expect(await list({ application_id: application.id })).toEqual([]);
    expect(await create(application.id, 9)).toMatchObject({ code: 0 });
  });

  it('goes with its application', async () => {
    const application = await graduate();
    const { data } = await create(application.id);
    const at = sandbox.store.now();
    sandbox.app.commit({ kind: 'application.deleted', at, applicationId: application.id });
    expect(await list({ tripartite_agreement_id: data?.id })).toEqual([]);
  });

  it('is listed one at a time: by its own id before the application’s, none without either', async () => {
    const [one, other] = [...sandbox.world.agreements.values()];
    const both = { tripartite_agreement_id: one?.id, application_id: other?.applicationId };
    expect((await list(both)).map(({ id }) => id)).toEqual([one?.id]);
    expect(await list({})).toEqual([]);
    expect(await list({ tripartite_agreement_id: ABSENT })).toEqual([]);
    expect(await list({ application_id: '7400000000000000000' })).toEqual([]);
  });

  it('is held by graduates with an accepted offer in the generated world', () => {
    const { world, store } = sandbox;
    const generated = [...world.agreements.values()].filter(({ createdAt }) => createdAt > 1.7e12);
    expect(generated.length).toBeGreaterThan(1);
    for (const { applicationId, createdAt, modifiedAt } of generated) {
      const job = world.jobs.get(world.applications.get(applicationId)?.jobId ?? '');
      expect(job?.recruitmentTypeId).toBe('201');
      expect(store.index.offerByApplication.get(applicationId)?.status).toBe(7);
      expect(modifiedAt).toBeGreaterThanOrEqual(createdAt);
      expect(modifiedAt).toBeLessThanOrEqual(world.epoch);
    }
  });
});

describe('an agreement is refused', () => {
  it('on an application that is not there, not campus, or has one', async () => {
    expect(await refusalOf(create('7400000000000000000'))).toEqual({ status: 400, code: 1002002 });
    const social = scene.application('social', 5);
    expect(await refusalOf(create(social.id))).toEqual({ status: 400, code: 1002077 });
    const application = await graduate();
    await create(application.id);
    expect(await refusalOf(create(application.id))).toEqual({ status: 400, code: 1002080 });
  });

  it('where no offer names a workplace in mainland China, unless switched', async () => {
    const without = scene.application('campus', 5);
    const refused = { status: 400, code: 1002078 };
    expect(await refusalOf(create(without.id))).toEqual(refused);
    const body = scene.offerBody(without);
    const { work_address_id: _, ...basic_info } = body.basic_info;
    await client.hire.v1.offer.create({ data: { ...body, basic_info } });
    expect(await refusalOf(create(without.id))).toEqual(refused);
    sandbox.app.switches.agreementWithoutWorkplace = 'allow';
    const allowed = await create(without.id);
    Object.assign(sandbox.app.switches, defaultSwitches());
    expect(allowed).toMatchObject({ code: 0 });
  });

  it('while the setting is off, and when it is not there', async () => {
    const { id } = pick(sandbox.world.agreements.values());
    const application = await graduate();
    sandbox.app.switches.agreementsByApi = false;
    const off = await Promise.all(
      [create(application.id), update(id, 2, CREATED), remove(id)].map(refusalOf),
    );
    Object.assign(sandbox.app.switches, defaultSwitches());
    for (const refused of off) expect(refused).toEqual({ status: 400, code: 1002076 });
    for (const absent of [update(ABSENT, 2, CREATED), remove(ABSENT)]) {
      expect(await refusalOf(absent)).toEqual({ status: 400, code: 1002075 });
    }
  });

  it('for times that are none and states that are none', async () => {
    const application = await graduate();
    const bad = { status: 400, code: 1002002 };
    expect(await refusalOf(create(application.id, 1, '2026-11-22'))).toEqual(bad);
    const { id } = pick(sandbox.world.agreements.values());
    expect(await refusalOf(update(id, 1, 'now'))).toEqual(bad);
    const path = '/open-apis/hire/v1/tripartite_agreements';
    const body = { application_id: application.id, state: 10, create_time: CREATED };
    expect((await sandbox.post(path, body)).body.code).toBe(99992402);
  });
});

it('has answered as documented throughout', () => {
  expect(sandbox.violations).toEqual([]);
});
