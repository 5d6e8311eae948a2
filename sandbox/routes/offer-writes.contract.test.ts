import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { defaultSwitches } from '@/sandbox/platform/unknowns';
import { fieldsOf } from '@/sandbox/world/records/offer-forms';
import type { Application } from '@/sandbox/world/types';
import { JOB_FAMILIES, JOB_GRADES, JOB_LEVELS, JOB_TITLES } from './positions';
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

type Body = ReturnType<HiringScene['offerBody']>;
type Basic = Partial<Body['basic_info']> & Record<string, unknown>;

const withBasic = (body: Body, basic: Basic): Body => ({
  ...body,
  basic_info: { ...body.basic_info, ...basic },
});
const create = (data: Body & { offer_type?: 1 | 2; customized_info_list?: object[] }) =>
  client.hire.v1.offer.create({ data });
const update = (offer_id: string, body: Body & { customized_info_list?: object[] }) => {
  const { application_id: _, ...data } = body;
  return client.hire.v1.offer.update({ path: { offer_id }, data });
};
const read = async (offer_id: string) =>
  (await client.hire.v1.offer.get({ path: { offer_id } })).data?.offer;
const inOfferStage = () => scene.application('social', 5);

async function made(body?: Body): Promise<{ id: string; body: Body; application: Application }> {
  const application = inOfferStage();
  const sent = body ?? scene.offerBody(application);
  const { data } = await create({ ...sent, application_id: application.id });
  return {
    id: data?.offer_id ?? '',
    body: { ...sent, application_id: application.id },
    application,
  };
}

/** Each with what the page of both create and update prints for it. */
const POSITIONS: [code: number, basic: Basic][] = [
  [1002069, { employment_job_id: '7000000000000000000' }],
  [1002070, { employment_job_id: JOB_TITLES[3]?.id }],
  [1002071, { job_family_id: '7000000000000000000' }],
  [1002072, { job_family_id: JOB_FAMILIES.manufacturing.id }],
  [1002073, { job_level_id: '7000000000000000000' }],
  [1002074, { job_level_id: JOB_LEVELS[0]?.id }],
  [1002077, { employment_job_id: JOB_TITLES[0]?.id, job_family_id: JOB_FAMILIES.support.id }],
  [1002078, { employment_job_id: JOB_TITLES[1]?.id, job_level_id: JOB_LEVELS.at(-1)?.id }],
  [1002079, { job_family_id: JOB_FAMILIES.support.id, job_level_id: JOB_LEVELS.at(-1)?.id }],
  [1002082, { common_attachment_id_list: Array.from({ length: 21 }, () => '7340000000000000000') }],
  [1002083, { common_attachment_id_list: ['7340000000000000000'] }],
];
const GRADES: [code: number, basic: Basic][] = [
  [1002075, { job_grade_id: '7000000000000000000' }],
  [1002076, { job_grade_id: JOB_GRADES[4]?.id }],
  [1002080, { job_grade_id: JOB_GRADES[0]?.id, job_level_id: JOB_LEVELS.at(-1)?.id }],
];

describe('creating an offer', () => {
  it('answers what it keeps, and the offer is read back as it was sent', async () => {
    const application = inOfferStage();
    const form = scene.formOf(pick(sandbox.world.jobs.values(), (j) => j.id === application.jobId));
    const band = pick(fieldsOf(form), (field) => field.type === 'select');
    const value = band.options[1]?.id ?? '';
    const attachment = pick(sandbox.world.attachments.keys());
    const body = withBasic(scene.offerBody(application), {
      job_family_id: JOB_FAMILIES.technology.id,
      job_level_id: JOB_LEVELS[4]?.id,
      job_grade_id: JOB_GRADES[1]?.id,
      employment_job_id: JOB_TITLES[0]?.id,
      common_attachment_id_list: [attachment],
      job_offered: '资深工程师',
    });
    const { data } = await create({
      ...body,
      offer_type: 1,
      customized_info_list: [{ id: band.id, value }],
    });
    expect(data).toMatchObject({
      application_id: application.id,
      schema_id: body.schema_id,
      offer_type: 1,
      basic_info: body.basic_info,
      salary_info: body.salary_info,
      customized_info_list: [{ id: band.id, value }],
    });
    const id = data?.offer_id ?? '';
    expect(await read(id)).toMatchObject({
      application_id: application.id,
      offer_status: 10,
      offer_type: 1,
      schema_id: body.schema_id,
      basic_info: {
        leader_user_id: body.basic_info.leader_user_id,
        onboard_date: '2027-01-04',
        remark: '技术扎实，推荐入职',
        probation_month: 3,
        contract_period: { period_type: 2, period: 3 },
        level: { id: JOB_LEVELS[4]?.id, zh_name: 'P6' },
        sequence: { en_name: 'Technology' },
        work_address: { id: body.basic_info.work_address_id, country: { code: 'CN_1' } },
        common_attachment_id_list: [attachment],
      },
      salary_plan: { basic_salary: '{"amount":"32000","period":2}', award_salary_multiple: '3' },
      customized_module_list: [{ object_list: [{ object_id: band.id, customize_value: value }] }],
    });
    const detail = await client.hire.v1.application.getDetail({
      path: { application_id: application.id },
      params: { options: ['with_offer'] },
    });
    expect(detail.data?.application_detail?.offer?.offer_basic).toMatchObject({
      id,
      offer_status: 10,
      level: { id: JOB_LEVELS[4]?.id },
      work_address: { id: body.basic_info.work_address_id },
    });
    expect(scene.offerOf(id)).toMatchObject({ status: 10, basicSalary: '32000' });
  });

  it('takes the newest schema when none is named, and other forms of ids', async () => {
    const application = inOfferStage();
    const { schema_id: newest, ...rest } = scene.offerBody(application);
    const job = pick(sandbox.world.jobs.values(), (one) => one.id === application.jobId);
    const recruiter = sandbox.store.index.people.get(job.recruiterId);
    const userId = recruiter?.userId ?? '';
    const { data } = await client.hire.v1.offer.create({
      params: { user_id_type: 'user_id' },
      data: {
        ...rest,
        basic_info: {
          ...rest.basic_info,
          leader_user_id: userId,
          owner_user_id: userId,
          operator_user_id: userId,
        },
      },
    });
    expect(data?.schema_id).toBe(newest);
    expect(data?.basic_info?.owner_user_id).toBe(userId);
    expect(scene.offerOf(data?.offer_id ?? '').ownerId).toBe(job.recruiterId);
  });

  it('is refused for an application that is not there, ended, or has an offer', async () => {
    const gone = { ...scene.offerBody(inOfferStage()), application_id: '7400000000000000000' };
    expect(await refusalOf(create(gone))).toEqual({ status: 500, code: 1002054 });
    const ended = inOfferStage();
    scene.end(ended);
    expect(await refusalOf(create(scene.offerBody(ended)))).toEqual({ status: 500, code: 1002055 });
    const { body } = await made();
    expect(await refusalOf(create(body))).toEqual({ status: 500, code: 1002053 });
    const again = await refusalOf(create({ ...body, offer_type: 2 }));
    expect(again).toEqual({ status: 500, code: 1002053 });
  });

  it('is refused before the offer stage and after joining; to-join takes one', async () => {
    for (const type of [1, 2, 4] as const) {
      const early = scene.offerBody(scene.application('social', type));
      expect(await refusalOf(create(early))).toEqual({ status: 500, code: 1002062 });
    }
    const joined = scene.offerBody(scene.application('social', 7));
    expect(await refusalOf(create(joined))).toEqual({ status: 500, code: 1002056 });
    const waiting = scene.offerBody(scene.application('campus', 6));
    expect(await create(waiting)).toMatchObject({ code: 0 });
    sandbox.app.switches.offerCreateStages = 'any';
    const anywhere = await create(scene.offerBody(scene.application('social', 1)));
    Object.assign(sandbox.app.switches, defaultSwitches());
    expect(anywhere).toMatchObject({ code: 0 });
  });

  it('is refused with a schema that is old or unknown', async () => {
    const body = scene.offerBody(inOfferStage());
    const form = pick(sandbox.world.offerForms.values(), (one) =>
      one.schemaIds.includes(body.schema_id),
    );
    const old = { ...body, schema_id: form.schemaIds[0] ?? '' };
    expect(await refusalOf(create(old))).toEqual({ status: 500, code: 1002057 });
    const unknown = { ...body, schema_id: '7600000000000000000' };
    expect(await refusalOf(create(unknown))).toEqual({ status: 500, code: 1002059 });
  });

  it.each([...POSITIONS, ...GRADES])(
    'is refused with %i for its position or files',
    async (code, basic) => {
      const body = withBasic(scene.offerBody(inOfferStage()), basic);
      expect(await refusalOf(create(body))).toEqual({ status: 400, code });
    },
  );

  it('is refused for an attachment of the kind nobody can name, and a wrong formula', async () => {
    const application = inOfferStage();
    const body = scene.offerBody(application);
    const files = withBasic(body, { attachment_id_list: ['7340000000000000000'] });
    expect(await refusalOf(create(files))).toEqual({ status: 500, code: 1002058 });
    const form = scene.formOf(pick(sandbox.world.jobs.values(), (j) => j.id === application.jobId));
    const formula = pick(fieldsOf(form), (field) => field.type === 'formula');
    const pay = pick(fieldsOf(form), (field) => field.wire === 'basic_salary');
    const sent = (value: string) =>
      create({ ...body, customized_info_list: [{ id: formula.id, value }] });
    for (const wrong of ['[7] * 12', `[${pay.id}] *`, `([${pay.id}]`, 'twelve', '']) {
      const { code } = await refusalOf(sent(wrong));
      expect(code).toBe(wrong === '' ? 1002002 : 1002061);
    }
    expect(await sent(`( [${pay.id}] * 12 + 20 / 2 ) / [${pay.id}] + 2000`)).toMatchObject({
      code: 0,
    });
  });

  it('is refused for values that do not fit the form', async () => {
    const application = inOfferStage();
    const body = scene.offerBody(application);
    const form = scene.formOf(pick(sandbox.world.jobs.values(), (j) => j.id === application.jobId));
    const field = (type: string) => pick(fieldsOf(form), (one) => one.type === type);
    const wrong: [id: string, value: string][] = [
      ['7600000000000000000', '1'],
      [pick(fieldsOf(form), (one) => !one.active).id, '6'],
      [pick(fieldsOf(form), (one) => one.wire === 'basic_salary').id, '1'],
      [field('select').id, '1'],
      [field('multi_select').id, '"搬家补贴"'],
      [field('amount').id, 'much'],
    ];
    for (const [id, value] of wrong) {
      const refused = await refusalOf(create({ ...body, customized_info_list: [{ id, value }] }));
      expect(refused).toEqual({ status: 400, code: 1002002 });
    }
  });

  it('is refused for people, places, days, money and requirements that are not there', async () => {
    const body = scene.offerBody(inOfferStage());
    const bad = { status: 400, code: 1002002 };
    for (const basic of [
      { department_id: 'od-none' },
      { work_address_id: '7120000000000000000' },
      { expected_onboard_date: '2027-01-04' },
      { job_requirement_id: '7000000000000000000' },
    ]) {
      expect(await refusalOf(create(withBasic(body, basic)))).toEqual(bad);
    }
    const stranger = await refusalOf(create(withBasic(body, { leader_user_id: 'ou_nobody' })));
    expect(stranger.code).toBe(99992351);
    for (const basic_salary of ['a lot', '1.234', '-1']) {
      const pay = { ...body, salary_info: { ...body.salary_info, basic_salary } };
      expect(await refusalOf(create(pay))).toEqual(bad);
    }
    // The gateway: a required field of an object, and a number out of its range.
    const { department_id: _, ...incomplete } = body.basic_info;
    const raw = await sandbox.post('/open-apis/hire/v1/offers', {
      ...body,
      basic_info: incomplete,
    });
    expect(raw.body.code).toBe(99992402);
    const long = withBasic(body, { contract_period: { period_type: 2, period: 101 } });
    expect((await refusalOf(create(long))).code).toBe(99992402);
  });
});

describe('updating an offer', () => {
  it('overwrites it whole: what is not sent is gone', async () => {
    const { id, body } = await made();
    const { probation_month: _, recommended_words: __, ...basic_info } = body.basic_info;
    const { data } = await update(id, {
      ...body,
      basic_info: {
        ...basic_info,
        expected_onboard_date: '{"date":"2027-02-01"}',
      } as Body['basic_info'],
      salary_info: { currency: 'CNY', basic_salary: '32000' } as Body['salary_info'],
    });
    expect(data?.offer_id).toBe(id);
    expect(data?.basic_info).not.toHaveProperty('recommended_words');
    const offer = await read(id);
    expect(offer?.basic_info).toMatchObject({ onboard_date: '2027-02-01', remark: '' });
    expect(offer?.salary_plan).not.toHaveProperty('award_salary_multiple');
  });

  it('withdraws the approval when what needs one changed, and only then', async () => {
    for (const [status, expected] of [
      [10, 10],
      [2, 3],
      [4, 3],
      [5, 5],
      [3, 3],
      [8, 3],
      [9, 3],
    ] as const) {
      const { id, body } = await made();
      if (status !== 10) scene.setStatus(id, status);
      await update(id, withBasic(body, { recommended_words: '改一句推荐语' }));
      expect(scene.offerOf(id).status).toBe(status);
      const more = { ...body, salary_info: { ...body.salary_info, basic_salary: '35000' } };
      await update(id, more);
      expect(scene.offerOf(id).status).toBe(expected);
      expect((await read(id))?.salary_plan?.basic_salary).toContain('35000');
    }
  });

  it('is refused once sent or accepted, and for an offer that is not there', async () => {
    for (const status of [6, 7]) {
      const { id, body } = await made();
      scene.setStatus(id, status);
      expect(await refusalOf(update(id, body))).toEqual({ status: 500, code: 1002066 });
    }
    const { body } = await made();
    const gone = await refusalOf(update('7450000000000000000', body));
    expect(gone).toEqual({ status: 500, code: 1002064 });
  });

  it('is refused when the application has ended or joined', async () => {
    const ended = await made();
    scene.end(ended.application);
    expect(await refusalOf(update(ended.id, ended.body))).toEqual({ status: 500, code: 1002055 });
    const joined = await made();
    scene.move(joined.application, 7);
    expect(await refusalOf(update(joined.id, joined.body))).toEqual({ status: 500, code: 1002056 });
  });

  it('is refused with a schema that is old or unknown, and a wrong formula', async () => {
    const { id, body, application } = await made();
    const form = scene.formOf(pick(sandbox.world.jobs.values(), (j) => j.id === application.jobId));
    const old = { ...body, schema_id: form.schemaIds[0] ?? '' };
    expect(await refusalOf(update(id, old))).toEqual({ status: 500, code: 1002057 });
    const unknown = { ...body, schema_id: '7600000000000000000' };
    expect(await refusalOf(update(id, unknown))).toEqual({ status: 500, code: 1002059 });
    const files = withBasic(body, { attachment_id_list: ['7340000000000000000'] });
    expect(await refusalOf(update(id, files))).toEqual({ status: 500, code: 1002058 });
    const formula = pick(fieldsOf(form), (field) => field.type === 'formula');
    const wrong = { ...body, customized_info_list: [{ id: formula.id, value: '1 +' }] };
    expect(await refusalOf(update(id, wrong))).toEqual({ status: 500, code: 1002061 });
  });

  it.each(POSITIONS)('is refused with %i for its position or files', async (code, basic) => {
    const { id, body } = await made();
    expect(await refusalOf(update(id, withBasic(body, basic)))).toEqual({ status: 400, code });
  });

  it('has no code for grades', async () => {
    const { id, body } = await made();
    for (const [, basic] of GRADES) {
      const refused = await refusalOf(update(id, withBasic(body, basic)));
      expect(refused).toEqual({ status: 400, code: 1002002 });
    }
  });
});

it('has answered as documented throughout', () => {
  expect(sandbox.violations).toEqual([]);
});
