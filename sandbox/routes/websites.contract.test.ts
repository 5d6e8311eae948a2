import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { arrivalOf, type Website } from '@/sandbox/world/records/websites';
import type { Application, Job } from '@/sandbox/world/types';

const NOWHERE = '7840000000000000000';
const REFERRAL_CHANNEL = '3';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 1500 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

type Page<T> = { data?: { items?: T[]; has_more?: boolean; page_token?: string } };
async function walk<T>(page: (token: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  let token: string | undefined;
  do {
    const { data } = await page(token);
    rows.push(...(data?.items ?? []));
    token = data?.page_token;
    expect(data?.has_more).toBe(token !== undefined);
  } while (token);
  return rows;
}
const siteFor = (type: 1 | 2): Website => {
  const site = sandbox.world.websites.find(({ processTypes }) => processTypes.includes(type));
  if (!site) throw new Error('the world has no such site');
  return site;
};
/** Jobs whose ad is online on a channel, changed last first. */
function jobsOn(channelId: string): Job[] {
  return [...sandbox.world.advertisements.values()]
    .filter((ad) => ad.publications.some((one) => one.channelId === channelId && one.online))
    .sort((a, b) => b.modifiedAt - a.modifiedAt)
    .flatMap((ad) => sandbox.world.jobs.get(ad.jobId) ?? []);
}
const adOf = (job: Job | undefined) =>
  [...sandbox.world.advertisements.values()].find(({ jobId }) => jobId === job?.id);

describe('career sites', () => {
  it('are listed with what they hire for and their channel', async () => {
    const rows = await walk((page_token) =>
      client.hire.v1.website.list({ params: { page_size: 1, page_token } }),
    );
    expect(rows).toEqual(
      sandbox.world.websites.map((site) => ({
        id: site.id,
        name: { zh_cn: site.name.zh, en_us: site.name.en },
        process_type_list: site.processTypes,
        job_channel_id: site.jobChannelId,
      })),
    );
  });

  it('have links of their own for each way of promotion', async () => {
    const site = siteFor(1);
    const rows = await walk(async (page_token) => {
      const { data } = await client.hire.v1.websiteChannel.list({
        path: { website_id: site.id },
        params: { page_size: '3', page_token },
      });
      expect(data?.website_channel_list?.length).toBeLessThanOrEqual(3);
      return { data: { ...data, items: data?.website_channel_list } };
    });
    expect(rows).toEqual(
      site.channels.map(({ id, name, link, code }) => ({ id, name: name.zh, link, code })),
    );
  });

  it('have forms to apply with, module by module', async () => {
    const rows = await walk((page_token) =>
      client.hire.v1.portalApplySchema.list({ params: { page_size: 1, page_token } }),
    );
    expect(rows.length).toBeGreaterThan(1);
    const modules = rows.flatMap(({ objects }) => objects ?? []);
    expect(modules.flatMap(({ children_list }) => children_list ?? []).length).toBeGreaterThan(20);
    for (const { id, children_list } of modules) {
      expect(sandbox.world.talentModules.some((module) => module.id === id)).toBe(true);
      for (const field of children_list ?? []) expect(field.parent_id).toBe(id);
    }
  });
});

describe('the job ads of a site', () => {
  const list = (website_id: string, params: object = {}) =>
    walk((page_token) =>
      client.hire.v1.websiteJobPost.list({
        path: { website_id },
        params: { page_size: 10, page_token, ...params },
      }),
    );

  it('are the open jobs that are online there, changed last first', async () => {
    for (const site of sandbox.world.websites) {
      const jobs = jobsOn(site.jobChannelId);
      const rows = await list(site.id);
      expect(rows.map(({ job_id }) => job_id)).toEqual(jobs.map(({ id }) => id));
      for (const row of rows) {
        expect(site.processTypes).toContain(row.job_process_type);
        expect(row.job_active_status).toBe(1);
      }
    }
    expect(jobsOn(siteFor(1).jobChannelId).length).toBeGreaterThan(10);
  });

  it('say of each job what the job says', async () => {
    const site = siteFor(1);
    const [job] = jobsOn(site.jobChannelId);
    const ad = adOf(job);
    const { data } = await client.hire.v1.websiteJobPost.get({
      path: { website_id: site.id, job_post_id: ad?.id ?? '' },
    });
    const department = sandbox.store.index.departments.get(job?.departmentId ?? '');
    expect(data?.job_post).toMatchObject({
      id: ad?.id,
      title: job?.title,
      job_id: job?.id,
      job_code: job?.code,
      job_process_type: 1,
      job_department: { id: job?.departmentId, name: { zh_cn: department?.name.zh } },
      min_salary: String(job?.minSalary),
      max_salary: String(job?.maxSalary),
      headcount: job?.headCount,
      description: job?.description,
      requirement: job?.requirement,
      create_time: String(ad?.createdAt),
      modify_time: String(ad?.modifiedAt),
    });
    expect(data?.job_post?.address_list?.map(({ id }) => id)).toEqual(job?.locationIds);
    expect(data?.job_post?.address).toEqual(data?.job_post?.address_list?.[0]);
  });

  it('can be narrowed by time of creation and change', async () => {
    const site = siteFor(1);
    const rows = await list(site.id);
    const times = rows.map(({ create_time }) => Number(create_time)).sort((a, b) => a - b);
    const middle = times[times.length >> 1] ?? 0;
    const since = await list(site.id, { create_start_time: String(middle) });
    expect(since.length).toBe(times.filter((time) => time >= middle).length);
    const changed = rows[0]?.modify_time ?? '';
    const latest = await list(site.id, { update_start_time: changed, update_end_time: changed });
    expect(latest.map(({ id }) => id)).toEqual([rows[0]?.id]);
  });

  it('can be searched by word, city, type, function and project', async () => {
    const site = siteFor(2);
    const jobs = jobsOn(site.jobChannelId);
    const search = (data: object) =>
      walk((page_token) =>
        client.hire.v1.websiteJobPost.search({
          path: { website_id: site.id },
          params: { page_size: 10, page_token },
          data,
        }),
      ).then((rows) => rows.map(({ job_id }) => job_id));
    const idsOf = (test: (job: Job) => boolean) => jobs.filter(test).map(({ id }) => id);
    const [job] = jobs;
    expect(await search({})).toEqual(idsOf(() => true));
    expect(await search({ keyword: job?.title })).toContain(job?.id);
    expect(await search({ keyword: '没有这样的职位' })).toEqual([]);
    const cases: [string, string | null | undefined, (one: Job) => boolean][] = [
      [
        'city_code_list',
        job?.cityCodes[0],
        (one) => one.cityCodes.includes(job?.cityCodes[0] ?? ''),
      ],
      ['job_type_id_list', job?.typeId, (one) => one.typeId === job?.typeId],
      ['job_function_id_list', job?.functionId, (one) => one.functionId === job?.functionId],
      ['subject_id_list', job?.subjectId, (one) => one.subjectId === job?.subjectId],
    ];
    for (const [name, value, test] of cases) {
      expect(await search({ [name]: [value] }), name).toEqual(idsOf(test));
      expect(await search({ [name]: [NOWHERE] }), name).toEqual([]);
    }
    expect(await search({ update_end_time: '1' })).toEqual([]);
  });

  it('are gone when the job is closed', async () => {
    const site = siteFor(1);
    const job = jobsOn(site.jobChannelId).at(-1);
    const path = `/v1/websites/${site.id}/job_posts/${adOf(job)?.id}`;
    expect((await sandbox.hire(path)).status).toBe(200);
    const act = (name: string) =>
      sandbox.post('/_sandbox/acts', { act: name, jobId: job?.id }, { token: null });
    await act('close-job');
    expect(await sandbox.hire(path)).toMatchObject({ status: 404, body: { code: 1002509 } });
    expect((await list(site.id)).map(({ job_id }) => job_id)).not.toContain(job?.id);
    await act('open-job');
  });
});

describe('the referral platform', () => {
  it('shows the ads of its channel, all or of one kind of hiring', async () => {
    const list = (process_type?: number) =>
      walk((page_token) =>
        client.hire.v1.referralWebsiteJobPost.list({
          params: { page_size: 10, page_token, process_type },
        }),
      ).then((rows) => rows.map(({ job_id }) => job_id));
    const open = jobsOn(REFERRAL_CHANNEL).filter((job) => job.open);
    expect(await list()).toEqual(open.map(({ id }) => id));
    expect(await list(2)).toEqual(
      open.flatMap(({ id, processType }) => (processType === 2 ? id : [])),
    );
  });

  it('shows one ad in whole, and refuses what is not on it', async () => {
    const [job] = jobsOn(REFERRAL_CHANNEL);
    const { data } = await client.hire.v1.referralWebsiteJobPost.get({
      path: { job_post_id: adOf(job)?.id ?? '' },
    });
    expect(data?.job_post?.title).toBe(job?.title);
    expect(await sandbox.hire(`/v1/referral_websites/job_posts/${NOWHERE}`)).toMatchObject({
      status: 404,
      body: { code: 1002509 },
    });
  });
});

describe('an application through a site', () => {
  const arrived = (test: (a: Application) => boolean = () => true) => {
    for (const application of sandbox.world.applications.values()) {
      const arrival = arrivalOf(sandbox.world, application);
      if (arrival && test(application)) return { application, ...arrival };
    }
    throw new Error('the world has no such application');
  };
  const taskOf = async ({ id }: Application): Promise<string> => {
    const path = `/_sandbox/facts/applications/${id}`;
    return (await sandbox.get(path, { token: null })).body.deliveryTaskId;
  };
  const isCampus = ({ jobId }: Application) => sandbox.world.jobs.get(jobId)?.processType === 2;

  it('says which site, and which channel where it came by one', async () => {
    const outcomes = new Set<boolean>();
    for (const row of [...sandbox.world.applications.values()].slice(0, 200)) {
      const arrival = arrivalOf(sandbox.world, row);
      const { data } = await client.hire.v1.application.get({ path: { application_id: row.id } });
      const source = data?.application?.website_resume_source;
      expect(source?.website_id).toBe(arrival?.website.id);
      expect(source?.channel?.channel_id).toBe(arrival?.channel?.id);
      if (arrival) outcomes.add(arrival.channel !== null);
    }
    expect(outcomes).toEqual(new Set([true, false]));
  });

  it('has the rank of the choice in its detail on campus, and only there', async () => {
    const portal = async ({ id }: Application) => {
      const { data } = await client.hire.v1.application.getDetail({
        path: { application_id: id },
        params: { options: ['with_portal'] },
      });
      return data?.application_detail?.portal;
    };
    const campus = arrived(isCampus).application;
    expect((await portal(campus))?.campus_volunteer_info?.volunteer_seq).toBeGreaterThan(0);
    expect(await portal(arrived((a) => !isCampus(a)).application)).toBeUndefined();
  });

  it('was delivered by a task', async () => {
    const { application, website } = arrived();
    const { data } = await client.hire.v1.websiteDeliveryTask.get({
      path: { website_id: website.id, delivery_task_id: await taskOf(application) },
    });
    expect(data).toMatchObject({
      status: 2,
      delivery: {
        application_id: application.id,
        job_id: application.jobId,
        job_post_id: adOf(sandbox.world.jobs.get(application.jobId))?.id,
        talent_id: application.talentId,
      },
    });
  });

  it('is on its way for the first minute', async () => {
    const source = sandbox.world.sources.find(({ id }) => id === arrived().application.sourceId);
    const [job] = jobsOn(siteFor(1).jobChannelId);
    const act = { act: 'apply', jobId: job?.id, name: '程可望', sourceId: source?.id };
    const { body } = await sandbox.post('/_sandbox/acts', act, { token: null });
    const application = sandbox.world.applications.get(body.id);
    if (!application) throw new Error('the act made no application');
    const website = arrivalOf(sandbox.world, application)?.website;
    const path = `/v1/websites/${website?.id}/delivery_tasks/${await taskOf(application)}`;
    expect((await sandbox.hire(path)).body.data).toEqual({ status: 1 });
    sandbox.advance(60_000);
    expect((await sandbox.hire(path)).body.data).toMatchObject({ status: 2 });
  });

  it('is not found under a task that is none, or of another site', async () => {
    const { application, website } = arrived();
    const other = sandbox.world.websites.find(({ id }) => id !== website.id);
    const task = await taskOf(application);
    const wrong = [
      `${website.id}/delivery_tasks/${'0'.repeat(32)}`,
      `${website.id}/delivery_tasks/${task.slice(0, 8)}`,
      `${other?.id}/delivery_tasks/${task}`,
    ];
    for (const path of wrong) {
      expect(await sandbox.hire(`/v1/websites/${path}`)).toMatchObject({
        status: 400,
        body: { code: 1002008 },
      });
    }
  });
});

describe('a site that is not there', () => {
  it('is refused with the code of the page', async () => {
    const at = `/open-apis/hire/v1/websites/${NOWHERE}`;
    const codes = {
      [`GET ${at}/job_posts`]: 1002502,
      [`GET ${at}/job_posts/${NOWHERE}`]: 1002502,
      [`POST ${at}/job_posts/search`]: 1002002,
      [`GET ${at}/channels`]: 1002002,
      [`GET ${at}/delivery_tasks/${NOWHERE}`]: 1002002,
    };
    for (const [line, code] of Object.entries(codes)) {
      const [method = '', path = ''] = line.split(' ');
      const body = method === 'POST' ? {} : undefined;
      expect(await sandbox.call(method, path, { body }), line).toMatchObject({
        status: 400,
        body: { code },
      });
    }
  });
});

it('answered as documented, field by field', () => {
  expect(sandbox.violations).toEqual([]);
});
