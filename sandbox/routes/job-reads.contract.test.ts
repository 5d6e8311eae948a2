import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { requirementsOfJob } from '@/sandbox/world/records/job-requirements';
import { pick, refusal, walk } from './job-test-support';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 400 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

const absent = '7200000000000000000';

describe('a job', () => {
  it('is the same in the list, in the old read and in the detail', async () => {
    const { world } = sandbox;
    const job = pick(world.jobs.values(), ({ customValues }) => customValues.length > 2);
    const rows = await walk((page_token) =>
      client.hire.v1.job.list({ params: { page_size: 20, page_token } }),
    );
    const row = rows.find(({ id }) => id === job.id);
    const read = (await client.hire.v1.job.get({ path: { job_id: job.id } })).data?.job;
    const { customized_data_list: custom, ...rest } = read ?? {};
    expect(rest).toEqual(row);
    expect(custom?.map((one) => one.object_id)).toEqual(job.customValues.map((v) => v.fieldId));
    expect(custom?.find((one) => one.object_type === 3)?.value?.option?.name?.zh_cn).toBe('紧急');
    expect(custom?.find((one) => one.object_type === 4)?.value?.option_list).toHaveLength(2);
    expect(custom?.find((one) => one.object_type === 9)?.value?.number).toBe('12');

    const { jobCatalogue } = world;
    expect(row).toMatchObject({
      title: job.title,
      code: job.code,
      job_type: {
        id: job.typeId,
        zh_name: jobCatalogue.types.find(({ id }) => id === job.typeId)?.name.zh,
      },
      job_function: { id: job.functionId },
      create_time: job.createdAt,
      update_timestamp: String(job.updatedAt),
    });
    expect(row?.highlight_list?.map(({ id }) => id)).toEqual(job.highlightIds);

    const detail = (await client.hire.v1.job.getDetail({ path: { job_id: job.id } })).data
      ?.job_detail;
    expect(detail?.basic_info?.job_type?.id).toBe(job.typeId);
    expect(detail?.basic_info?.update_time).toBe(String(job.updatedAt));
    expect(detail?.address_list?.map(({ id }) => id)).toEqual(job.locationIds);
    expect(detail?.address_list?.[0]?.district?.name?.zh_cn).toBe(
      world.locations.find(({ id }) => id === job.locationIds[0])?.district.name.zh,
    );
    expect(detail?.job_requirement_list?.map(({ short_code }) => short_code)).toEqual(
      requirementsOfJob(world, job.id).map(({ shortCode }) => shortCode),
    );
  });

  it('of graduates belongs to a project and names majors', async () => {
    const { world } = sandbox;
    const job = pick(world.jobs.values(), ({ majorIds }) => majorIds.length > 1);
    const { data } = await client.hire.v1.job.get({ path: { job_id: job.id } });
    const subject = world.jobCatalogue.subjects.find(({ id }) => id === job.subjectId);
    expect(data?.job?.subject).toEqual({
      id: subject?.id,
      name: { zh_cn: subject?.name.zh, en_us: subject?.name.en },
    });
    expect(data?.job?.target_major_list?.map(({ id }) => id)).toEqual(job.majorIds);
  });

  it('names levels and families in the form that is asked for', async () => {
    const job = pick(sandbox.world.jobs.values());
    const read = async (params: Record<string, string>) =>
      (await client.hire.v1.job.get({ path: { job_id: job.id }, params })).data?.job;
    const plain = await read({});
    const older = await read({ job_level_id_type: 'people_admin_job_level_id' });
    const other = await read({
      job_level_id_type: 'job_level_id',
      job_family_id_type: 'job_family_id',
    });
    expect(older?.min_job_level).toEqual(plain?.min_job_level);
    expect(other?.min_job_level?.id).not.toBe(plain?.min_job_level?.id);
    expect(other?.job_category?.id).not.toBe(plain?.job_category?.id);
    expect(other?.min_job_level?.zh_name).toBe(job.minLevel);
  });

  it('keeps its creator when its recruiter changes', async () => {
    const job = pick(sandbox.world.jobs.values(), ({ open }) => open);
    const creator = job.creatorId;
    const other = pick(sandbox.world.people, ({ openId }) => openId !== creator);
    sandbox.store.commit({
      kind: 'job.staffed',
      at: sandbox.store.now(),
      jobId: job.id,
      recruiterId: other.openId,
    });
    const { data } = await client.hire.v1.job.get({ path: { job_id: job.id } });
    expect(data?.job?.create_user_id).toBe(creator);
    const team = await client.hire.v1.job.recruiter({ path: { job_id: job.id } });
    expect(team.data?.info?.recruiter_id).toBe(other.openId);
    const old = await client.hire.v1.jobManager.get({
      path: { job_id: job.id, manager_id: job.id },
    });
    expect(old.data?.info).toEqual(team.data?.info);
  });

  it('that is not there is refused as its page prints, else by switch', async () => {
    const { hire } = client;
    const path = { job_id: absent };
    expect(await refusal(hire.v1.job.get({ path }))).toEqual({ status: 404, code: 1002601 });
    expect(await refusal(hire.v1.job.getDetail({ path }))).toEqual({ status: 404, code: 1002601 });
    expect(await refusal(hire.v1.job.recruiter({ path }))).toEqual({ status: 400, code: 1002601 });
    expect(await refusal(hire.v1.job.config({ path }))).toEqual({ status: 400, code: 1002002 });
    sandbox.app.switches.absentJobCode = 1002601;
    expect(await refusal(hire.v1.job.config({ path }))).toEqual({ status: 400, code: 1002601 });
    sandbox.app.switches.absentJobCode = 1002002;
    const job = pick(sandbox.world.jobs.values());
    const manager = { path: { job_id: job.id, manager_id: absent } };
    expect(await refusal(hire.v1.jobManager.get(manager))).toEqual({ status: 400, code: 1002002 });
  });
});

describe('the update window of the job list', () => {
  it('parts the jobs without losing one, and refuses what is no time', async () => {
    const times = [...sandbox.world.jobs.values()].map(({ updatedAt }) => updatedAt).sort();
    const middle = times[20] ?? 0;
    const rows = (params: Record<string, string>) =>
      walk((page_token) =>
        client.hire.v1.job.list({ params: { page_size: 7, page_token, ...params } }),
      );
    const before = await rows({ update_end_time: String(middle) });
    const after = await rows({ update_start_time: String(middle + 1) });
    expect(before.length + after.length).toBe(sandbox.world.jobs.size);
    const odd = client.hire.v1.job.list({ params: { update_start_time: 'yesterday' } });
    expect(await refusal(odd)).toEqual({ status: 400, code: 1002002 });
  });
});

it('the replies are as documented', () => {
  expect(sandbox.violations).toEqual([]);
});
