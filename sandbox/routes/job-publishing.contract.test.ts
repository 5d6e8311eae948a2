import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { newJob, pick, refusal, walk } from './job-test-support';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox();
  client = sandbox.client();
});
afterAll(() => sandbox.close());

const REFERRAL = '3';
const bad = { status: 400, code: 1002002 };
const records = (job_channel_id: string, page_size = 7) =>
  walk((page_token) =>
    client.hire.v1.jobPublishRecord.search({
      params: { page_size, page_token },
      data: { job_channel_id },
    }),
  );
const publish = (advertisement_id: string, job_channel_id?: string) =>
  client.hire.v1.advertisement.publish({
    path: { advertisement_id },
    data: { ...(job_channel_id ? { job_channel_id } : {}) },
  });

async function fresh(more: { description?: string } = {}) {
  const model = pick(
    sandbox.world.jobs.values(),
    ({ open, processType }) => open && processType === 1,
  );
  const body = { ...newJob(sandbox, model), ...more };
  const { data } = await client.hire.v1.job.combinedCreate({ data: body });
  return { jobId: data?.job?.id ?? '', adId: data?.default_job_post?.id ?? '' };
}

describe('what was published on a channel', () => {
  it('holds every job that ever stood there, also the closed ones', async () => {
    const { world } = sandbox;
    const rows = await records(REFERRAL);
    expect(new Set(rows.map(({ job_id }) => job_id))).toEqual(new Set(world.jobs.keys()));
    const closed = rows.filter(({ job_active_status }) => job_active_status === 2);
    expect(closed).toHaveLength([...world.jobs.values()].filter(({ open }) => !open).length);
    const row = pick(rows, ({ job_active_status }) => job_active_status === 1);
    const job = world.jobs.get(row.job_id ?? '');
    expect(row).toMatchObject({
      title: job?.title,
      job_code: job?.code,
      min_salary: String(job?.minSalary),
      headcount: job?.headCount,
      job_type: { id: job?.typeId },
      currency: 1,
      job_sequence_info: { name: { zh_cn: job?.categoryName?.zh } },
    });
  });

  it('differs from channel to channel', async () => {
    const { world } = sandbox;
    for (const site of world.websites) {
      const rows = await records(site.jobChannelId);
      expect(rows.length).toBeGreaterThan(0);
      for (const { job_process_type } of rows) {
        expect(site.processTypes).toContain(job_process_type);
      }
    }
    expect((await records('2')).length).toBeLessThan(world.jobs.size);
    expect(await records('7000000000000000000')).toEqual([]);
  });

  it('is refused without a channel', async () => {
    const answer = await sandbox.post('/open-apis/hire/v1/job_publish_records/search', {});
    expect(answer).toMatchObject({ status: 400, body: { code: 99992402 } });
    const token = client.hire.v1.jobPublishRecord.search({
      params: { page_token: 'none' },
      data: { job_channel_id: REFERRAL },
    });
    expect(await refusal(token)).toEqual(bad);
  });
});

describe('publishing an advertisement', () => {
  it('puts it on the channel, once, and on the career site itself', async () => {
    const { jobId, adId } = await fresh();
    const site = pick(sandbox.world.websites, ({ processTypes }) => processTypes.includes(1));
    const on = async () =>
      (await records(site.jobChannelId)).filter(({ job_id }) => job_id === jobId);
    expect(await on()).toEqual([]);
    await publish(adId, site.jobChannelId);
    sandbox.advance(1000);
    await publish(adId, site.jobChannelId);
    const rows = await on();
    expect(rows.map(({ id }) => id)).toEqual([adId]);
    expect(rows[0]?.modify_time).toBe(String(sandbox.store.now()));
    const posts = await walk((page_token) =>
      client.hire.v1.websiteJobPost.list({
        path: { website_id: site.id },
        params: { page_size: 10, page_token },
      }),
    );
    expect(posts.map(({ id }) => id)).toContain(adId);
    await publish(adId, REFERRAL);
    expect(sandbox.world.advertisements.get(adId)?.publications).toHaveLength(2);
  });

  it('needs a channel, or takes them all by switch', async () => {
    const { adId } = await fresh();
    expect(await refusal(publish(adId))).toEqual(bad);
    expect(await refusal(publish(adId, '2'))).toEqual(bad);
    sandbox.app.switches.publishWithoutChannel = 'everywhere';
    await publish(adId);
    sandbox.app.switches.publishWithoutChannel = '1002002';
    expect(sandbox.world.advertisements.get(adId)?.publications).toHaveLength(
      sandbox.world.websites.length + 1,
    );
  });

  it('is refused for a closed job, an unlawful text and an advertisement that is not there', async () => {
    const { jobId, adId } = await fresh();
    await client.hire.v1.job.close({ path: { job_id: jobId } });
    expect(await refusal(publish(adId, REFERRAL))).toEqual({ status: 400, code: 1002609 });
    const unlawful = await fresh({ description: '35岁以下，限男性。' });
    const refused = await refusal(publish(unlawful.adId, REFERRAL));
    expect(refused).toEqual({ status: 400, code: 1002624 });
    expect(await refusal(publish('7550000000000000000', REFERRAL))).toEqual(bad);
  });
});

it('the replies are as documented', () => {
  expect(sandbox.violations).toEqual([]);
});
