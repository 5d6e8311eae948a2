import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { Job } from '@/sandbox/world/types';
import { newJob, pick, refusal } from './job-test-support';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
let job: Job;
beforeAll(async () => {
  sandbox = await startSandbox();
  client = sandbox.client();
  job = pick(sandbox.world.jobs.values(), ({ open, processType }) => open && processType === 1);
});
afterAll(() => sandbox.close());

type Body = NonNullable<Parameters<typeof client.hire.v1.job.updateConfig>[0]>['data'];
const update = (data: Body, path = { job_id: job.id }) =>
  client.hire.v1.job.updateConfig({ path, data });
const read = async (id = job.id) =>
  (await client.hire.v1.job.config({ path: { job_id: id } })).data?.job_config;
const nowhere = '7200000000000000000';
const bad = { status: 400, code: 1002002 };

describe('the settings of a job', () => {
  it('name forms, flows and people that their own lists have', async () => {
    const { hire } = client;
    const config = await read();
    const forms = await hire.v1.offerApplicationForm.list({ params: { page_size: 100 } });
    const flows = await hire.v1.offerApprovalTemplate.list({ params: { page_size: 100 } });
    const feedback = await hire.v1.interviewFeedbackForm.list({ params: { page_size: 100 } });
    const rounds = await hire.v1.interviewRoundType.list({ params: { process_type: 1 } });
    const interview = await hire.v1.interviewRegistrationSchema.list({ params: { page_size: 10 } });
    const onboard = await hire.v1.registrationSchema.list({ params: { scenario: 6 } });
    const apply = await hire.v1.portalApplySchema.list({ params: { page_size: 10 } });
    const ids = (list: { data?: { items?: { id?: string }[] } }) =>
      list.data?.items?.map(({ id }) => id);
    expect(ids(forms)).toContain(config?.offer_apply_schema?.id);
    expect(ids(flows)).toContain(config?.offer_process_conf?.id);
    expect(ids(feedback)).toContain(config?.assessment_template?.id);
    expect(ids(interview)).toContain(config?.interview_registration?.schema_id);
    expect(ids(onboard)).toContain(config?.onboard_registration?.schema_id);
    expect(ids(apply)).toContain(config?.portal_website_apply_form_schema_info?.schema_id);
    const bizIds = rounds.data?.items?.map(({ biz_id }) => biz_id);
    const stages = sandbox.store.index.processes.get(job.processId)?.stages ?? [];
    expect(config?.interview_round_type_list).toHaveLength(
      stages.filter(({ type }) => type === 4).length,
    );
    for (const round of config?.interview_round_type_list ?? []) {
      expect(bizIds).toContain(round.assessment_round?.id);
    }
    expect(config?.recommended_evaluator_list?.length).toBeGreaterThan(0);
    expect(config?.interview_round_list?.[0]?.interviewer_list?.length).toBeGreaterThan(0);
    expect(config?.job_requirement_list?.length).toBeGreaterThan(0);
    const detail = await hire.v1.job.getDetail({ path: { job_id: job.id } });
    const inDetail = detail.data?.job_detail?.job_config;
    expect(inDetail?.interview_round_list).toEqual(config?.interview_round_list);
    expect(inDetail?.offer_process_conf).toEqual(config?.offer_process_conf);
  });
});

describe('changing the settings of a job', () => {
  it('changes the parts that the options name, and nothing else', async () => {
    const [first, second] = sandbox.world.people;
    const before = await read();
    const requirement = pick(
      sandbox.world.requirements.values(),
      ({ jobIds, approvalStatus }) => jobIds.length === 0 && approvalStatus === 3,
    );
    const { data } = await update({
      update_option_list: [4, 5, 6],
      recommended_evaluator_id_list: [first?.openId ?? ''],
      interview_round_conf_list: [{ round: 1, interviewer_id_list: [second?.openId ?? ''] }],
      jr_id_list: [requirement.id],
      // Not named by an option, so not even looked at.
      offer_apply_schema_id: nowhere,
    });
    const after = await read();
    expect(data?.job_config).toEqual(after);
    expect(after).toEqual({
      ...before,
      recommended_evaluator_list: [
        { id: first?.openId, name: { zh_cn: first?.name, en_us: first?.enName } },
      ],
      interview_round_list: [
        {
          round: 1,
          interviewer_list: [
            { id: second?.openId, name: { zh_cn: second?.name, en_us: second?.enName } },
          ],
        },
      ],
      job_requirement_list: [
        { id: requirement.id, name: { zh_cn: requirement.name, en_us: requirement.name } },
      ],
    });
    expect(requirement.jobIds).toEqual([job.id]);
    const list = await client.hire.v1.jobRequirement.list({
      params: { job_id: job.id, page_size: 100 },
    });
    expect(list.data?.items?.map(({ id }) => id)).toEqual([requirement.id]);
  });

  it('chooses other forms, another flow and how interviewers arrange', async () => {
    const { hire } = client;
    const rounds = await hire.v1.interviewRoundType.list({ params: { process_type: 1 } });
    const registrations = await hire.v1.interviewRegistrationSchema.list({});
    const onboard = await hire.v1.registrationSchema.list({ params: { scenario: 6 } });
    const apply = await hire.v1.portalApplySchema.list({});
    const flows = await hire.v1.offerApprovalTemplate.list({ params: { page_size: 100 } });
    const round = rounds.data?.items?.at(1)?.biz_id ?? '';
    const registration = registrations.data?.items?.at(-1)?.id ?? '';
    const offerForm = pick(
      sandbox.world.offerForms.values(),
      ({ processType }) => processType === 2,
    );
    const appointment = {
      enable_interview_appointment_by_interviewer: true,
      config: {
        interview_type: 1,
        talent_timezone_code: 'Asia/Shanghai',
        contact_user_id: job.recruiterId,
        contact_mobile: '13800000000',
        contact_email: 'hr@yunxi.example.com',
        address_id: job.locationIds[0] ?? '',
        video_type: 100,
        cc: [job.managerIds[0] ?? ''],
        remark: '请提前十分钟到前台签到',
      },
    };
    await update({
      update_option_list: [1, 2, 3, 9, 10, 11, 12],
      interview_round_type_conf_list: [
        { round_biz_id: round, assessment_template_biz_id: sandbox.world.form.id },
      ],
      offer_apply_schema_id: offerForm.id,
      offer_process_conf: flows.data?.items?.[3]?.id ?? '',
      interview_appointment_config: appointment,
      interview_registration_schema_id: registration,
      onboard_registration_schema_id: onboard.data?.items?.at(-1)?.id ?? '',
      portal_website_apply_form_schema_id: apply.data?.items?.at(-1)?.id ?? '',
    });
    const config = await read();
    expect(config?.interview_round_type_list?.map((one) => one.assessment_round?.id)).toEqual([
      round,
    ]);
    expect(config?.offer_apply_schema?.id).toBe(offerForm.id);
    expect(config?.offer_process_conf?.id).toBe(flows.data?.items?.[3]?.id);
    expect(config?.interview_appointment_config).toEqual(appointment);
    expect(config?.interview_registration?.schema_id).toBe(registration);
    expect(config?.portal_website_apply_form_schema_info?.schema_id).toBe(
      apply.data?.items?.at(-1)?.id,
    );
  });

  it.each<[string, number, Body]>([
    ['a part without what it needs', 1002002, { update_option_list: [2] }],
    ['no form for the rounds', 1002002, { update_option_list: [1] }],
    ['no rounds', 1002002, { update_option_list: [5] }],
    ['no settings of appointments', 1002002, { update_option_list: [9] }],
    ['no registration form', 1002002, { update_option_list: [10] }],
    ['no onboarding form', 1002002, { update_option_list: [11] }],
    [
      'a requirement that is not there',
      1002703,
      { update_option_list: [4], jr_id_list: [nowhere] },
    ],
    [
      'a related job that is not there',
      1002002,
      { update_option_list: [8], related_job_id_list: [nowhere] },
    ],
  ])('is refused for %s with %i', async (_, code, data) => {
    const before = await read();
    expect(await refusal(update(data))).toEqual({ status: 400, code });
    expect(await read()).toEqual(before);
  });

  it('is refused for a flow that does not serve the department', async () => {
    const flows = await client.hire.v1.offerApprovalTemplate.list({
      params: { page_size: 100, department_id_type: 'open_department_id' },
    });
    const above = new Set<string>();
    for (let id: string | undefined = job.departmentId; id !== undefined; ) {
      above.add(id);
      id = sandbox.store.index.departments.get(id)?.parentId;
    }
    const flow = flows.data?.items?.find(
      ({ department_list }) => !department_list?.some(({ id }) => above.has(id ?? '')),
    );
    const data = { update_option_list: [3], offer_process_conf: flow?.id ?? '' };
    expect(await refusal(update(data))).toEqual({ status: 400, code: 1002611 });
  });

  it('is refused for a closed job, for one that is not there, and for an unknown option', async () => {
    const closed = pick(sandbox.world.jobs.values(), ({ open }) => !open);
    const data = { update_option_list: [6] };
    expect(await refusal(update(data, { job_id: closed.id }))).toEqual({
      status: 400,
      code: 1002609,
    });
    expect(await refusal(update(data, { job_id: nowhere }))).toEqual(bad);
    expect((await refusal(update({ update_option_list: [7] }))).code).toBe(99992402);
  });
});

describe('real and virtual jobs', () => {
  const virtual = async () => {
    const body = { ...newJob(sandbox, job), job_attribute: 2 };
    const { data } = await client.hire.v1.job.combinedCreate({ data: body });
    expect(data?.job?.job_attribute).toBe(2);
    return data?.job?.id ?? '';
  };
  const relate = (id: string, related: string[]) =>
    update({ update_option_list: [8], related_job_id_list: related }, { job_id: id });
  const related = async (id: string) =>
    (await read(id))?.related_job_list?.map((one) => one.id) ?? [];

  it('relate to each other, a real one to one at most', async () => {
    const [first, second] = [await virtual(), await virtual()];
    const real = pick(
      sandbox.world.jobs.values(),
      ({ id, open, attribute }) => open && attribute === 1 && id !== job.id,
    );
    await relate(first, [job.id, real.id]);
    expect(await related(first)).toEqual([job.id, real.id]);
    expect(await related(job.id)).toEqual([first]);
    expect(await refusal(relate(second, [job.id]))).toEqual({ status: 400, code: 1002621 });
    expect(await refusal(relate(real.id, [first, second]))).toEqual({ status: 400, code: 1002621 });
    expect(await refusal(relate(first, [second]))).toEqual({ status: 400, code: 1002620 });
    expect(await refusal(relate(job.id, [real.id]))).toEqual({ status: 400, code: 1002620 });
    await relate(job.id, []);
    expect(await related(first)).toEqual([real.id]);
    await relate(second, [job.id]);
    expect(await related(job.id)).toEqual([second]);
  });
});

it('the replies are as documented', () => {
  expect(sandbox.violations).toEqual([]);
});
