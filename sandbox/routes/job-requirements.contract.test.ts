import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { JobRequirement } from '@/sandbox/world/records/job-requirements';
import type { Job } from '@/sandbox/world/types';
import { levelIdOf, pick, refusal, walk } from './job-test-support';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
let job: Job;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 1500 });
  client = sandbox.client();
  job = pick(sandbox.world.jobs.values(), ({ open }) => open);
});
afterAll(() => sandbox.close());

const nowhere = '7200000000000000000';
const bad = { status: 400, code: 1002002 };
type Body = NonNullable<Parameters<typeof client.hire.v1.jobRequirement.create>[0]>['data'];
let codes = 0;
const create = (more: Partial<Body> = {}) => {
  codes += 1;
  const short_code = `T${codes}`;
  const data = { short_code, name: '春季扩编', display_progress: 2, head_count: 3 };
  return client.hire.v1.jobRequirement.create({
    data: { ...data, recruitment_type_id: '101', ...more },
  });
};
const update = (id: string, more: Record<string, unknown> = {}) =>
  client.hire.v1.jobRequirement.update({
    path: { job_requirement_id: id },
    data: {
      name: '春季扩编',
      display_progress: 2,
      head_count: 3,
      recruitment_type_id: '101',
      ...more,
    },
  });
const remove = (id: string) =>
  client.hire.v1.jobRequirement.delete({ path: { job_requirement_id: id } });
const search = async (data: { id_list?: string[]; short_code_list?: string[] }) =>
  (await client.hire.v1.jobRequirement.listById({ data })).data?.items ?? [];
const unapproved = (status: JobRequirement['approvalStatus']) =>
  pick(sandbox.world.requirements.values(), (one) => one.approvalStatus === status);

describe('the requirements of the company', () => {
  it('are walked whole, newest first, one to a page where no size is asked for', async () => {
    const bare = await client.hire.v1.jobRequirement.list({});
    expect(bare.data?.items).toHaveLength(1);
    const rows = await walk((page_token) =>
      client.hire.v1.jobRequirement.list({ params: { page_size: 9, page_token } }),
    );
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(sandbox.world.requirements.keys()));
    const times = rows.map(({ create_time }) => Number(create_time));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const over = client.hire.v1.jobRequirement.list({ params: { page_token: 'x' } });
    expect(await refusal(over)).toEqual(bad);
  });

  it('ask together for the heads of their job, and were filled by who joined', async () => {
    const { world, index } = sandbox.store;
    for (const one of world.jobs.values()) {
      const list = await client.hire.v1.jobRequirement.list({
        params: { job_id: one.id, page_size: 100 },
      });
      const rows = await search({ id_list: list.data?.items?.map(({ id }) => id ?? '') ?? [] });
      const sum = (count: (row: (typeof rows)[number]) => number | undefined) =>
        rows.reduce((total, row) => total + (count(row) ?? 0), 0);
      expect(sum((row) => row.head_count)).toBe(one.headCount);
      const inStage = (type: number) =>
        (index.applicationsByJob.get(one.id) ?? []).filter(
          ({ active, stageId }) => active && index.stages.get(stageId)?.stage.type === type,
        ).length;
      expect(sum((row) => row.count_data?.complete_count)).toBe(inStage(7));
      expect(sum((row) => row.count_data?.pre_hire_count)).toBe(inStage(6));
      expect(sum((row) => row.count_data?.offer_count)).toBe(inStage(5));
      for (const row of rows) {
        const full = row.count_data?.complete_count === row.head_count;
        if (row.display_progress === 5) expect(full).toBe(true);
        expect(Boolean(row.completion_time)).toBe(row.display_progress === 5);
      }
    }
  });

  it('are found by windows of creation and of update', async () => {
    const { world } = sandbox;
    const middle = [...world.requirements.values()].map((one) => one.createdAt).sort()[20] ?? 0;
    const rows = (params: Record<string, string>) =>
      walk((page_token) =>
        client.hire.v1.jobRequirement.list({ params: { page_size: 50, page_token, ...params } }),
      );
    const before = await rows({ create_time_end: String(middle) });
    const after = await rows({ create_time_begin: String(middle + 1) });
    expect(before.length + after.length).toBe(world.requirements.size);
    const fresh = await rows({ update_time_begin: String(sandbox.store.now() + 1) });
    expect(fresh).toEqual([]);
    const odd = client.hire.v1.jobRequirement.list({ params: { update_time_end: 'now' } });
    expect(await refusal(odd)).toEqual(bad);
  });

  it('are read in bulk by ids or codes, not both, and not while under approval', async () => {
    const approved = unapproved(3);
    const waiting = unapproved(2);
    const byId = await search({ id_list: [approved.id, waiting.id, nowhere] });
    expect(byId.map(({ id }) => id)).toEqual([approved.id]);
    const byCode = await search({ short_code_list: [approved.shortCode] });
    expect(byCode).toEqual(byId);
    expect(await search({})).toEqual([]);
    const both = search({ id_list: [approved.id], short_code_list: [approved.shortCode] });
    expect(await refusal(both)).toEqual({ status: 400, code: 1002725 });
  });
});

describe('creating a requirement', () => {
  it('makes one that lists, reads and its job have from then on', async () => {
    const [recruiter, manager] = sandbox.world.people;
    const form = sandbox.world.jobCatalogue.requirementForms[0];
    const field = form?.modules.find(({ custom }) => custom)?.fields[0];
    const { data } = await create({
      short_code: 'R2027-001',
      min_level_id: levelIdOf('P6'),
      department_id: job.departmentId,
      recruiter_id_list: [recruiter?.openId ?? ''],
      jr_hiring_manager_id_list: [manager?.openId ?? ''],
      deadline: String(sandbox.store.now() + 86_400_000),
      priority: 1,
      category: 1,
      max_salary: '50',
      process_type: job.processType,
      job_type_id: job.typeId,
      job_id_list: [job.id],
      address_id: job.locationIds[0],
      customized_data_list: [{ object_id: field?.id ?? '', value: '2' }],
    });
    const made = data?.job_requirement;
    expect(made).toMatchObject({
      short_code: 'R2027-001',
      display_progress: 2,
      approval_status: 1,
      min_level: { name: { zh_cn: 'P6' } },
      employee_type: { name: { zh_cn: '正式' } },
      recruiter_list: [{ id: recruiter?.openId }],
      job_type: { id: job.typeId },
      customized_data_list: [{ value: { option: { key: '2' } } }],
      create_time: String(sandbox.store.now()),
    });
    expect(made?.creator_id).toBeUndefined();
    const first = await client.hire.v1.jobRequirement.list({ params: { page_size: 1 } });
    expect(first.data?.items?.[0]).toEqual({ ...made, job_id_list: [job.id] });
    const detail = await client.hire.v1.job.getDetail({ path: { job_id: job.id } });
    expect(detail.data?.job_detail?.job_requirement_list?.map(({ id }) => id)).toContain(made?.id);
  });

  it('takes an employee type instead of a recruitment type, in either form of its id', async () => {
    const { data } = await create();
    const id = data?.job_requirement?.employee_type?.id ?? '';
    const same = await create({ recruitment_type_id: undefined, employee_type_id: id });
    expect(same.data?.job_requirement?.employee_type?.id).toBe(id);
    expect(same.data?.job_requirement?.recruitment_type).toBeUndefined();
    const other = await client.hire.v1.jobRequirement.list({
      params: { page_size: 1, employee_type_id_type: 'employee_type_enum_id' },
    });
    expect(other.data?.items?.[0]?.employee_type?.name?.zh_cn).toBe('正式');
    expect(other.data?.items?.[0]?.employee_type?.id).not.toBe(id);
  });

  it.each<[string, number, Partial<Body>]>([
    ['an employee type that is not there', 1002708, { employee_type_id: nowhere }],
    ['a recruitment type that is not there', 1002708, { recruitment_type_id: '999' }],
    ['a level out of use', 1002710, { max_level_id: levelIdOf('P2') }],
    ['neither type', 1002002, { recruitment_type_id: undefined }],
    ['a level that is not there', 1002002, { min_level_id: nowhere }],
    ['a department that is not there', 1002002, { department_id: 'od-none' }],
    ['a job that is not there', 1002002, { job_id_list: [nowhere] }],
    ['no heads at all', 1002002, { head_count: 0 }],
    ['a date that is none', 1002002, { deadline: '2026-12-31' }],
  ])('is refused for %s with %i', async (_, code, more) => {
    expect(await refusal(create(more))).toEqual({ status: 400, code });
  });

  it('is refused for a used code and for people named twice', async () => {
    const used = { short_code: unapproved(3).shortCode };
    expect(await refusal(create(used))).toEqual({ status: 400, code: 1002702 });
    const person = sandbox.world.people[0]?.openId ?? '';
    const twice = { status: 400, code: 1002721 };
    expect(await refusal(create({ recruiter_id_list: [person, person] }))).toEqual(twice);
    expect(await refusal(create({ jr_hiring_manager_id_list: [person, person] }))).toEqual(twice);
    expect(await refusal(create({ direct_leader_id_list: [person, person] }))).toEqual(twice);
  });
});

describe('updating a requirement', () => {
  const fresh = async (more: Partial<Body> = {}) => {
    const { data } = await create({ description: '旧的描述', ...more });
    return pick(sandbox.world.requirements.values(), ({ id }) => id === data?.job_requirement?.id);
  };

  it('overwrites it, or keeps by switch what the body leaves out', async () => {
    const requirement = await fresh();
    sandbox.advance(1000);
    sandbox.app.switches.requirementUpdate = 'keep';
    await update(requirement.id, { head_count: 7 });
    expect(requirement).toMatchObject({ headCount: 7, description: '旧的描述' });
    sandbox.app.switches.requirementUpdate = 'overwrite';
    await update(requirement.id, { display_progress: 5 });
    const [read] = await search({ id_list: [requirement.id] });
    expect(read).toMatchObject({ head_count: 3, description: '', display_progress: 5 });
    expect(read?.completion_time).toBe(String(sandbox.store.now()));
  });

  it('changes its jobs only where that is confirmed', async () => {
    const requirement = await fresh();
    await update(requirement.id, { job_id_list: [job.id] });
    expect(requirement.jobIds).toEqual([]);
    const confirmed = { update_option: { need_update_related_job: true } };
    await update(requirement.id, { job_id_list: [job.id], ...confirmed });
    expect(requirement.jobIds).toEqual([job.id]);
    await update(requirement.id);
    expect(requirement.jobIds).toEqual([job.id]);
  });

  it('is refused as creating is, and while it is under approval or not approved', async () => {
    const { id } = await fresh();
    const person = sandbox.world.people[0]?.openId ?? '';
    const code = async (more: Record<string, unknown>) => (await refusal(update(id, more))).code;
    expect(await code({ employee_type_id: nowhere })).toBe(1002708);
    expect(await code({ min_level_id: levelIdOf('P2') })).toBe(1002710);
    expect(await code({ recruiter_id_list: [person, person] })).toBe(1002721);
    expect(await refusal(update(nowhere))).toEqual(bad);
    expect(await refusal(update(unapproved(2).id))).toEqual({ status: 400, code: 1002703 });
    const link = { job_id_list: [job.id], update_option: { need_update_related_job: true } };
    expect(await refusal(update(unapproved(5).id, link))).toEqual({ status: 400, code: 1002702 });
  });
});

describe('deleting a requirement', () => {
  it('takes one that is on no job, and no other', async () => {
    const { data } = await create({ job_id_list: [job.id] });
    const id = data?.job_requirement?.id ?? '';
    expect(await refusal(remove(id))).toEqual({ status: 400, code: 1002704 });
    await update(id, { job_id_list: [], update_option: { need_update_related_job: true } });
    await remove(id);
    expect(await search({ id_list: [id] })).toEqual([]);
    expect(await refusal(remove(id))).toEqual(bad);
  });
});

describe('settings of the tenant', () => {
  it('that requirements are not written through the API refuse every write', async () => {
    const { id } = unapproved(3);
    sandbox.app.switches.requirementsThroughApi = false;
    expect(await refusal(create())).toEqual({ status: 500, code: 1002701 });
    expect(await refusal(update(id))).toEqual({ status: 400, code: 1002701 });
    expect(await refusal(remove(id))).toEqual({ status: 400, code: 1002071 });
    sandbox.app.switches.requirementsThroughApi = true;
  });

  it('that requirements are approved refuse writes, or the link to a job', async () => {
    sandbox.app.switches.requirementApproval = 'refuse';
    expect(await refusal(create())).toEqual({ status: 400, code: 1002705 });
    expect(await refusal(update(unapproved(3).id))).toEqual({ status: 400, code: 1002705 });
    sandbox.app.switches.requirementApproval = 'pending';
    const linked = create({ job_id_list: [job.id] });
    expect(await refusal(linked)).toEqual({ status: 400, code: 1002724 });
    expect((await create()).data?.job_requirement?.approval_status).toBe(1);
    sandbox.app.switches.requirementApproval = 'off';
  });

  it('that heads are checked need a department, and stop at its establishment', async () => {
    const { data } = await create();
    const id = data?.job_requirement?.id ?? '';
    const asked = [...sandbox.world.requirements.values()]
      .filter(
        ({ departmentId, progress }) =>
          departmentId === job.departmentId && progress !== 5 && progress !== 3,
      )
      .reduce((total, { headCount }) => total + headCount, 0);
    sandbox.app.switches.requirementEstablishment = asked + 3;
    const department_id = job.departmentId;
    const over = { status: 400, code: 1002722 };
    expect(await refusal(create())).toEqual({ status: 400, code: 1002723 });
    expect(await refusal(update(id))).toEqual({ status: 400, code: 1002723 });
    expect(await refusal(create({ department_id, head_count: 4 }))).toEqual(over);
    expect(await refusal(update(id, { department_id, head_count: 4 }))).toEqual(over);
    await update(id, { department_id, head_count: 3 });
    sandbox.app.switches.requirementEstablishment = null;
  });
});

it('the replies are as documented', () => {
  expect(sandbox.violations).toEqual([]);
});
