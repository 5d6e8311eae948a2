import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { Job } from '@/sandbox/world/types';
import { familyIdOf, levelIdOf, newJob, pick, refusal } from './job-test-support';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
let model: Job;
beforeAll(async () => {
  sandbox = await startSandbox();
  client = sandbox.client();
  model = pick(sandbox.world.jobs.values(), ({ open, processType }) => open && processType === 1);
});
afterAll(() => sandbox.close());

type Body = NonNullable<Parameters<typeof client.hire.v1.job.combinedCreate>[0]>['data'];
const create = (more: Partial<Body> = {}) =>
  client.hire.v1.job.combinedCreate({ data: { ...newJob(sandbox, model), ...more } });
const changed = (kind: string) => sandbox.app.log.summary().effects[kind] ?? 0;
const nowhere = '7200000000000000000';

describe('creating a job', () => {
  it('makes a job that every read has from then on, with an advertisement and a team', async () => {
    const before = changed('job.created');
    const { data } = await create({
      code: 'DATA-2026',
      head_count: 3,
      min_salary: 30,
      max_salary: 50,
      min_level_id: levelIdOf('P6'),
      max_level_id: levelIdOf('P8'),
      job_category_id: familyIdOf('算法与数据'),
      highlight_list: ['6732430418215192836'],
      address_id_list: [sandbox.world.locations[2]?.id ?? ''],
      job_function_id: model.functionId ?? '',
      customized_data_list: model.customValues.map(({ fieldId, value }) => ({
        object_id: fieldId,
        value,
      })),
    });
    expect(changed('job.created')).toBe(before + 1);
    const id = data?.job?.id ?? '';
    expect(sandbox.world.jobs.get(id)).toMatchObject({
      code: 'DATA-2026',
      headCount: 3,
      minLevel: 'P6',
      cityCodes: ['CT_125'],
      open: true,
      creatorId: null,
      expiresAt: null,
    });
    const ad = sandbox.world.advertisements.get(data?.default_job_post?.id ?? '');
    expect(ad).toMatchObject({ jobId: id, publications: [] });
    expect(data?.job_manager).toMatchObject({ id, recruiter_id: sandbox.world.people[0]?.openId });
    const read = await client.hire.v1.job.get({ path: { job_id: id } });
    expect(read.data?.job).toEqual(data?.job);
    const first = await client.hire.v1.job.list({ params: { page_size: 1 } });
    expect(first.data?.items?.[0]?.id).toBe(id);
    const config = await client.hire.v1.job.config({ path: { job_id: id } });
    expect(data?.onboard_registration_schema_info).toEqual(
      config.data?.job_config?.onboard_registration,
    );
  });

  it('numbers the job itself, and runs out when the caller says so', async () => {
    const expiry = sandbox.store.now() + 86_400_000;
    const { data } = await create({ is_never_expired: false, expiry_timestamp: String(expiry) });
    expect(data?.job?.code).toMatch(/^YX\d{5}$/);
    expect(data?.job?.expiry_timestamp).toBe(String(expiry));
    const codes = [...sandbox.world.jobs.values()].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('takes people, departments and levels in the forms that the caller names', async () => {
    const [recruiter] = sandbox.world.people;
    const body = newJob(sandbox, model);
    const { data } = await client.hire.v1.job.combinedCreate({
      params: { user_id_type: 'union_id' },
      data: {
        ...body,
        job_managers: {
          recruiter_id: recruiter?.unionId ?? '',
          hiring_manager_id_list: [recruiter?.unionId ?? ''],
        },
      },
    });
    expect(data?.job_manager?.recruiter_id).toBe(recruiter?.unionId);
    expect(sandbox.world.jobs.get(data?.job?.id ?? '')?.recruiterId).toBe(recruiter?.openId);
  });

  it.each<[string, number, Partial<Body>]>([
    ['a type that is not there', 1002603, { job_type_id: nowhere }],
    ['a recruitment type that is not there', 1002604, { recruitment_type_id: '999' }],
    ['a family that is not there', 1002605, { job_category_id: nowhere }],
    ['a level that is not there', 1002606, { min_level_id: nowhere }],
    ['a highlight that is not there', 1002607, { highlight_list: [nowhere] }],
    ['a project that is not there', 1002608, { subject_id: nowhere }],
    ['a major that is not there', 1002622, { target_major_id_list: ['MDMJ99999999'] }],
    ['any major beside others', 1002623, { target_major_id_list: ['0', 'MDMJ00000512'] }],
    ['a level out of use', 1002630, { max_level_id: levelIdOf('P2') }],
    ['a process that is not there', 1002002, { job_process_id: nowhere }],
    ['a process of the other kind', 1002002, { process_type: 2 }],
    ['a department that is not there', 1002002, { department_id: 'od-none' }],
    ['an address that is not there', 1002002, { address_id_list: [nowhere] }],
    ['a function that is not there', 1002002, { job_function_id: nowhere }],
    ['a code of more than 16 bytes', 1002002, { code: '数据平台工程师' }],
    ['no end, though it should have one', 1002002, { is_never_expired: false }],
    ['pay the wrong way round', 1002002, { min_salary: 50, max_salary: 30 }],
    ['a field of another form', 1002002, { customized_data_list: [{ object_id: '1', value: '' }] }],
  ])('is refused for %s with %i', async (_, code, more) => {
    const before = sandbox.world.jobs.size;
    expect(await refusal(create(more))).toEqual({ status: 400, code });
    expect(sandbox.world.jobs.size).toBe(before);
  });

  it('is refused for a code that is used, for strangers, and without what is required', async () => {
    expect(await refusal(create({ code: model.code }))).toEqual({ status: 400, code: 1002002 });
    const stranger = {
      recruiter_id: 'ou_none',
      hiring_manager_id_list: [],
    };
    expect((await refusal(create({ job_managers: stranger }))).code).toBe(99992351);
    const { title: _, ...rest } = newJob(sandbox, model);
    const nameless = await sandbox.post('/open-apis/hire/v1/jobs/combined_create', rest);
    expect(nameless).toMatchObject({ status: 400, body: { code: 99992402 } });
    const teamless = { ...newJob(sandbox, model), job_managers: { assistant_id_list: [] } };
    const answer = await sandbox.post('/open-apis/hire/v1/jobs/combined_create', teamless);
    const fields = answer.body.error.field_violations.map((one: { field: string }) => one.field);
    expect(fields).toEqual(['job_managers.recruiter_id', 'job_managers.hiring_manager_id_list']);
  });
});

describe('updating a job', () => {
  const update = (job: Job, more: Record<string, unknown> = {}) => {
    const { process_type: _, recruitment_type_id: __, ...body } = newJob(sandbox, job);
    return client.hire.v1.job.combinedUpdate({
      path: { job_id: job.id },
      data: { ...body, ...more },
    });
  };
  const fresh = async () => {
    const { data } = await create({ description: '旧的描述', head_count: 2 });
    return pick(sandbox.world.jobs.values(), ({ id }) => id === data?.job?.id);
  };

  it('overwrites the whole job: what is left out is emptied', async () => {
    const job = await fresh();
    sandbox.advance(1000);
    const { data } = await update(job, { title: '高级数据平台工程师', head_count: 5 });
    expect(data?.job).toMatchObject({
      title: '高级数据平台工程师',
      head_count: 5,
      description: '',
    });
    expect(data?.job?.update_timestamp).toBe(String(sandbox.store.now()));
    expect(job).toMatchObject({ headCount: 5, description: '', code: data?.job?.code });
    const read = await client.hire.v1.job.get({ path: { job_id: job.id } });
    expect(read.data?.job).toEqual(data?.job);
  });

  it('changes the process only while nobody has applied', async () => {
    const job = await fresh();
    const other = pick(
      sandbox.world.processes,
      ({ id, type }) => type === 1 && id !== job.processId,
    );
    const { data } = await update(job, { job_process_id: other.id });
    expect(data?.job?.process_id).toBe(other.id);
    const taken = pick(
      sandbox.world.jobs.values(),
      ({ id, open, processId, processType }) =>
        open &&
        processType === 1 &&
        processId !== other.id &&
        sandbox.store.index.applicationsByJob.has(id),
    );
    const moved = update(taken, { job_process_id: other.id });
    expect(await refusal(moved)).toEqual({ status: 400, code: 1002615 });
  });

  it('to another project locks its applications, and the job until that is done', async () => {
    const job = pick(
      sandbox.world.jobs.values(),
      ({ id, open, subjectId }) =>
        open && subjectId !== null && sandbox.store.index.applicationsByJob.has(id),
    );
    const other = pick(sandbox.world.jobCatalogue.subjects, ({ id }) => id !== job.subjectId);
    await update(job, { subject_id: other.id });
    const again = { subject_id: other.id };
    expect(await refusal(update(job, again))).toEqual({ status: 400, code: 1002631 });
    sandbox.advance(sandbox.app.switches.jobLockTaskMs);
    const { data } = await update(job, again);
    expect(data?.job?.subject?.id).toBe(other.id);
  });

  it.each<[string, number, Record<string, unknown>]>([
    ['a type that is not there', 1002603, { job_type_id: nowhere }],
    ['a family that is not there', 1002605, { job_category_id: nowhere }],
    ['a level that is not there', 1002606, { max_level_id: nowhere }],
    ['a highlight that is not there', 1002607, { highlight_list: [nowhere] }],
    ['a project that is not there', 1002608, { subject_id: nowhere }],
    ['a major that is not there', 1002622, { target_major_id_list: ['MDMJ99999999'] }],
    ['any major beside others', 1002623, { target_major_id_list: ['0', 'MDMJ00000512'] }],
    ['a level out of use', 1002630, { min_level_id: levelIdOf('P2') }],
    ['the id of another job', 1002002, { id: nowhere }],
  ])('is refused for %s with %i', async (_, code, more) => {
    expect(await refusal(update(model, more))).toEqual({ status: 400, code });
  });

  it('is refused for a closed job and for one that is not there', async () => {
    const closed = pick(sandbox.world.jobs.values(), ({ open }) => !open);
    expect(await refusal(update(closed))).toEqual({ status: 400, code: 1002609 });
    const absent = update({ ...model, id: nowhere });
    expect(await refusal(absent)).toEqual({ status: 400, code: 1002002 });
  });
});

describe('closing and opening a job', () => {
  it('takes its ads down, and brings the job back without them', async () => {
    const { hire } = client;
    const job = pick(
      sandbox.world.jobs.values(),
      ({ id, open }) =>
        open &&
        [...sandbox.world.advertisements.values()].some(
          (ad) => ad.jobId === id && ad.publications.some(({ online }) => online),
        ),
    );
    const path = { job_id: job.id };
    await hire.v1.job.close({ path });
    const read = await hire.v1.job.get({ path });
    expect(read.data?.job?.active_status).toBe(2);
    const ad = pick(sandbox.world.advertisements.values(), ({ jobId }) => jobId === job.id);
    expect(ad.publications.some(({ online }) => online)).toBe(false);
    expect(await refusal(hire.v1.job.close({ path }))).toEqual({ status: 400, code: 1002609 });

    const past = { expiry_time: sandbox.store.now() - 1, is_never_expired: false };
    const bad = { status: 400, code: 1002002 };
    expect(await refusal(hire.v1.job.open({ path, data: past }))).toEqual(bad);
    expect(await refusal(hire.v1.job.open({ path, data: { is_never_expired: false } }))).toEqual(
      bad,
    );
    const expiry = sandbox.store.now() + 86_400_000;
    const data = { expiry_time: expiry, is_never_expired: false };
    await hire.v1.job.open({ path, data });
    expect(job).toMatchObject({ open: true, expiresAt: expiry });
    expect(await refusal(hire.v1.job.open({ path, data }))).toEqual({ status: 400, code: 1002616 });
    expect(ad.publications.some(({ online }) => online)).toBe(false);
  });

  it('is refused for a job that is not there', async () => {
    const path = { job_id: nowhere };
    const data = { is_never_expired: true };
    const absent = { status: 400, code: 1002601 };
    expect(await refusal(client.hire.v1.job.open({ path, data }))).toEqual(absent);
    expect(await refusal(client.hire.v1.job.close({ path }))).toEqual(absent);
  });
});

describe('the people of a job', () => {
  it('change part by part, as the options say', async () => {
    const [first, second, third] = sandbox.world.people;
    const ids = [first, second, third].map((person) => person?.openId ?? '');
    const before = structuredClone(model);
    const { data } = await client.hire.v1.jobManager.batchUpdate({
      path: { job_id: model.id },
      data: {
        recruiter_id: ids[0],
        assistant_id_list: [],
        hiring_manager_id_list: [ids[1] ?? '', ids[2] ?? ''],
        update_option_list: [1, 3],
        creator_id: ids[0],
      },
    });
    expect(data?.job_manager).toEqual({
      id: model.id,
      recruiter_id: ids[0],
      hiring_manager_id_list: [ids[1], ids[2]],
      assistant_id_list: before.assistantIds,
    });
    const team = await client.hire.v1.job.recruiter({ path: { job_id: model.id } });
    expect(team.data?.info).toEqual(data?.job_manager);
  });

  it('are refused without what an option needs, for an unknown job, and while another changes them', async () => {
    const change = (
      job_id: string,
      data: { update_option_list: number[]; recruiter_id?: string },
    ) => client.hire.v1.jobManager.batchUpdate({ path: { job_id }, data });
    const bad = { status: 400, code: 1002002 };
    expect(await refusal(change(model.id, { update_option_list: [1] }))).toEqual(bad);
    expect(await refusal(change(nowhere, { update_option_list: [2] }))).toEqual(bad);
    const stranger = { update_option_list: [1], recruiter_id: 'ou_none' };
    expect((await refusal(change(model.id, stranger))).code).toBe(99992351);
    sandbox.app.switches.jobTeamConflictMs = 1000;
    const again = { update_option_list: [1], recruiter_id: model.recruiterId };
    expect(await refusal(change(model.id, again))).toEqual({ status: 400, code: 1002619 });
    sandbox.advance(1000);
    await change(model.id, again);
    sandbox.app.switches.jobTeamConflictMs = 0;
  });
});

describe('the tenant’s setting that jobs may be written', () => {
  it('refuses every write of a job while it is off', async () => {
    sandbox.app.switches.jobSyncThroughApi = false;
    const { hire } = client;
    const path = { job_id: model.id };
    const off = { status: 400, code: 1002613 };
    const { process_type: _, recruitment_type_id: __, ...body } = newJob(sandbox, model);
    expect(await refusal(create())).toEqual(off);
    expect(await refusal(hire.v1.job.combinedUpdate({ path, data: body }))).toEqual(off);
    expect(await refusal(hire.v1.job.open({ path, data: { is_never_expired: true } }))).toEqual(
      off,
    );
    expect(await refusal(hire.v1.job.close({ path }))).toEqual(off);
    const config = hire.v1.job.updateConfig({ path, data: { update_option_list: [6] } });
    expect(await refusal(config)).toEqual(off);
    const ad = pick(sandbox.world.advertisements.values());
    const publish = hire.v1.advertisement.publish({
      path: { advertisement_id: ad.id },
      data: { job_channel_id: '3' },
    });
    expect(await refusal(publish)).toEqual(off);
    sandbox.app.switches.jobSyncThroughApi = true;
  });
});

it('the replies are as documented', () => {
  expect(sandbox.violations).toEqual([]);
});
