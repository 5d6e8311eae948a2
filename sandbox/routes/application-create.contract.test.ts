import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { defaultSwitches } from '@/sandbox/platform/unknowns';
import { type HiringScene, hiringScene, pick } from './testing/hiring-scene';
import { refusalOf } from './testing/refusal';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
let scene: HiringScene;

beforeAll(async () => {
  sandbox = await startSandbox({ size: 400 });
  client = sandbox.client();
  scene = hiringScene(sandbox);
});
afterAll(() => sandbox.close());

type Body = NonNullable<Parameters<typeof client.hire.v1.application.create>[0]>['data'];
const create = (data: Body) => client.hire.v1.application.create({ data });
const bad = { status: 400, code: 1002002 };
const source = (type: number, active = true) =>
  pick(sandbox.world.sources, (one) => one.type === type && one.active === active).id;

describe('creating an application', () => {
  it('puts it into the first stage, and every later read has it', async () => {
    const talent_id = scene.talent();
    const job = scene.job('social');
    sandbox.advance(60_000);
    const { data } = await create({
      talent_id,
      job_id: job.id,
      resume_source_id: source(10003),
      application_preferred_city_code_list: ['CT_11', 'CT_125'],
      delivery_type: 2,
    });
    const id = data?.id ?? '';
    const read = await client.hire.v1.application.get({ path: { application_id: id } });
    const first = sandbox.store.index.processes.get(job.processId)?.stages[0];
    expect(read.data?.application).toMatchObject({
      talent_id,
      job_id: job.id,
      active_status: 1,
      delivery_type: 2,
      resume_source_id: source(10003),
      stage: { id: first?.id },
      stage_time_list: [{ stage_id: first?.id, exit_time: '' }],
      application_preferred_city_list: [{ code: 'CT_11' }, { code: 'CT_125' }],
    });
    const list = await client.hire.v1.application.list({ params: { talent_id } });
    expect(list.data?.items).toEqual([id]);
    const all = await client.hire.v1.application.list({ params: { page_size: 1 } });
    expect(all.data?.items).toEqual([id]);
  });

  it('is by HR and from the company’s own pool when nothing else is said', async () => {
    const { data } = await create({ talent_id: scene.talent(), job_id: scene.job('social').id });
    expect(sandbox.world.applications.get(data?.id ?? '')).toMatchObject({
      deliveryType: 1,
      sourceId: source(10002),
      preferredCityCodes: [],
    });
  });

  it('is refused without the talent, the job or the source', async () => {
    const talent_id = scene.talent();
    const job_id = scene.job('social').id;
    const noTalent = create({ talent_id: '7300000000000000000', job_id });
    expect(await refusalOf(noTalent)).toEqual({ status: 400, code: 1002102 });
    expect(await refusalOf(create({ talent_id, job_id: '7200000000000000000' }))).toEqual(bad);
    for (const resume_source_id of ['7130000000000000000', source(10006, false)]) {
      const refused = await refusalOf(create({ talent_id, job_id, resume_source_id }));
      expect(refused).toEqual({ status: 400, code: 1002512 });
    }
    const nowhere = { talent_id, job_id, application_preferred_city_code_list: ['CT_0'] };
    expect(await refusalOf(create(nowhere))).toEqual(bad);
  });

  it('is refused on a closed job unless switched', async () => {
    const closed = pick(sandbox.world.jobs.values(), ({ open }) => !open);
    const body = { talent_id: scene.talent(), job_id: closed.id };
    expect(await refusalOf(create(body))).toEqual(bad);
    sandbox.app.switches.applyToClosedJob = 'allow';
    const allowed = await create(body);
    Object.assign(sandbox.app.switches, defaultSwitches());
    expect(allowed).toMatchObject({ code: 0 });
  });

  it('is refused beside an active one on the same job, not beside an ended one', async () => {
    const body = { talent_id: scene.talent(), job_id: scene.job('social').id };
    const { data } = await create(body);
    expect(await refusalOf(create(body))).toEqual({ status: 400, code: 1002206 });
    scene.end(pick(sandbox.world.applications.values(), ({ id }) => id === data?.id));
    expect(await create(body)).toMatchObject({ code: 0 });
  });

  it('is refused past the tenant’s limit of applications', async () => {
    const talent_id = scene.talent();
    const jobs = [...sandbox.world.jobs.values()].filter(({ open }) => open);
    sandbox.app.switches.applicationsPerTalent = 2;
    await create({ talent_id, job_id: jobs[0]?.id ?? '' });
    await create({ talent_id, job_id: jobs[1]?.id ?? '' });
    const refused = await refusalOf(create({ talent_id, job_id: jobs[2]?.id ?? '' }));
    Object.assign(sandbox.app.switches, defaultSwitches());
    expect(refused).toEqual({ status: 400, code: 1002511 });
  });
});

describe('an employee who applies', () => {
  const conversion = () => source(10009);
  const openJobs = () => [...sandbox.world.jobs.values()].filter(({ open }) => open);
  const joined = (at: number) => {
    const rows = [...sandbox.world.talents.values()].filter(({ onboarded }) => onboarded);
    return rows[at]?.id ?? '';
  };
  const person = (at: number) => sandbox.world.people[at]?.openId ?? '';
  const apply = (talent: string, user_id: string | undefined, job = 0) =>
    create({
      talent_id: talent,
      job_id: openJobs()[job]?.id ?? '',
      resume_source_id: conversion(),
      user_id,
    });

  it('is bound to the talent, who may be bound once, as may the employee', async () => {
    await apply(joined(0), person(20), 0);
    await apply(joined(0), person(20), 1);
    expect(await refusalOf(apply(joined(0), person(21), 2))).toEqual({
      status: 400,
      code: 1002222,
    });
    expect(await refusalOf(apply(joined(1), person(20), 2))).toEqual({
      status: 400,
      code: 1002223,
    });
    expect(sandbox.store.index.employeeOfTalent.get(joined(0))).toBe(person(20));
  });

  it('must be named, known and have joined', async () => {
    expect(await refusalOf(apply(joined(2), undefined))).toEqual(bad);
    expect(await refusalOf(apply(joined(2), 'ou_nobody'))).toEqual({ status: 400, code: 1002224 });
    expect(await refusalOf(apply(scene.talent(), person(22)))).toEqual(bad);
  });

  it('may join a second time', async () => {
    const { data } = await apply(joined(3), person(23), 3);
    const application = pick(sandbox.world.applications.values(), ({ id }) => id === data?.id);
    scene.move(application, 6);
    const again = client.hire.v1.application.transferOnboard({
      path: { application_id: application.id },
      data: {},
    });
    expect(await again).toMatchObject({ code: 0 });
  });
});

describe('what a form asked beside the résumé', () => {
  const search = (data: { talent_ids?: string[]; application_ids?: string[] }) =>
    client.hire.v1.diversityInclusion.search({ data });

  it('is found by application, or by talent for the newest of theirs', async () => {
    const applications = [...sandbox.world.applications.values()].slice(0, 30);
    const { data } = await search({ application_ids: applications.map(({ id }) => id) });
    const items = data?.items ?? [];
    expect(items.length).toBeGreaterThan(3);
    expect(items.length).toBeLessThan(applications.length);
    for (const item of items) {
      const application = sandbox.world.applications.get(item.application_id ?? '');
      expect(application?.deliveryType).toBe(2);
      expect(item.talent_id).toBe(application?.talentId);
      expect(item.di_data?.map((one) => one.object_attribute?.tags)).toEqual([[1], [2], [3], []]);
    }
    const talent = items[0]?.talent_id ?? '';
    const newest = sandbox.store.index.applicationsByTalent.get(talent)?.at(-1)?.id;
    const both = await search({
      talent_ids: [talent],
      application_ids: [applications[29]?.id ?? ''],
    });
    for (const item of both.data?.items ?? []) expect(item.application_id).toBe(newest);
    expect(await search({ application_ids: applications.map(({ id }) => id) })).toMatchObject({
      data: { items },
    });
  });

  it('is nothing when nobody is named, and refused for too many', async () => {
    expect((await search({})).data?.items).toEqual([]);
    expect((await search({ application_ids: ['7400000000000000000'] })).data?.items).toEqual([]);
    const many = Array.from({ length: 31 }, () => '1');
    expect((await refusalOf(search({ application_ids: many }))).code).toBe(99992402);
    expect((await refusalOf(search({ talent_ids: many.slice(0, 11) }))).code).toBe(99992402);
  });
});

it('has answered as documented throughout', () => {
  expect(sandbox.violations).toEqual([]);
});
