import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { ModuleKey } from '@/sandbox/world/records/talents';
import { NOBODY, pick, refusal, upload } from './talent-contract-support';

let sandbox: TestSandbox;
let hire: ReturnType<TestSandbox['client']>['hire'];
beforeAll(async () => {
  sandbox = await startSandbox();
  hire = sandbox.client().hire;
});
afterAll(async () => {
  await sandbox.close();
  expect(sandbox.violations).toEqual([]);
});

type CreateBody = NonNullable<Parameters<typeof hire.v1.talent.combinedCreate>[0]>['data'];
type UpdateBody = NonNullable<Parameters<typeof hire.v1.talent.combinedUpdate>[0]>['data'];
const BAD = { status: 400, code: 1002002 };
const create = async (data: CreateBody) =>
  (await hire.v1.talent.combinedCreate({ data })).data?.talent_id ?? '';
const refusedCreate = (data: CreateBody) => refusal(hire.v1.talent.combinedCreate({ data }));
const update = (data: UpdateBody) => hire.v1.talent.combinedUpdate({ data });
const detail = async (talent_id: string) =>
  (await hire.v2.talent.get({ path: { talent_id }, params: { user_id_type: 'open_id' } })).data;
const ms = (day: string) => String(Date.parse(`${day}T00:00:00+08:00`));
const ownField = (key: ModuleKey, type: number) => {
  const module = pick(sandbox.world.talentModules, (one) => one.key === key);
  const field = pick(module.fields, (one) => one.customized && one.type === type && one.active);
  return { module, field };
};

describe('a new talent', () => {
  it('is all that was sent, in both details and in the list', async () => {
    const file = (await upload(sandbox, '李四.pdf', Buffer.from('%PDF'))).body.data.id;
    const travel = ownField('basic', 3).field.id;
    const supervisor = ownField('education', 1).field.id;
    const { module, field: interests } = ownField('custom', 4);
    const recruiter = pick(sandbox.world.people, ({ persona }) => persona === 'recruiter').openId;
    const folder = sandbox.world.folders[0]?.id ?? '';
    const source = pick(sandbox.world.sources, ({ active }) => active);
    sandbox.advance(60_000);
    const { data: made } = await hire.v1.talent.combinedCreate({
      data: {
        resume_source_id: source.id,
        folder_id_list: [folder],
        creator_id: recruiter,
        creator_account_type: 1,
        resume_attachment_id: file,
        basic_info: {
          name: '李四',
          mobile: '13912340001',
          mobile_country_code: 'CN_1',
          email: 'lisi@example.org',
          identification: { identification_type: 2, identification_number: 'E00000001' },
          start_work_time: ms('2019-07-01'),
          birthday: ms('1996-03-05'),
          gender: 2,
          nationality_id: 'CN_1',
          current_city_code: 'CT_125',
          hometown_city_code: 'CT_52',
          customized_data: [{ object_id: travel, value: '2' }],
        },
        education_list: [
          {
            degree: 6,
            school: '示例大学',
            field_of_study: '软件工程',
            start_time: ms('2015-09-01'),
            end_time: ms('2019-06-30'),
            education_type: 2,
            academic_ranking: 10,
            customized_data: [{ object_id: supervisor, value: '赵老师' }],
          },
        ],
        career_list: [
          { company: '示例科技', title: '工程师', career_type: 2, start_time: ms('2019-07-01') },
          { company: '示例网络', title: '实习', career_type: 1, start_time: ms('2018-06-01') },
        ],
        project_list: [{ name: '示例项目', role: '负责人', link: 'https://a.example.com' }],
        award_list: [{ title: '最佳新人奖', award_time: ms('2020-12-01') }],
        language_list: [{ language: 1, proficiency: 4 }],
        sns_list: [{ sns_type: 5, link: 'https://git.example.com/lisi' }],
        preferred_city_code_list: ['CT_125', 'CT_11'],
        self_evaluation: { content: '平常心' },
        customized_data: [
          {
            object_id: module.id,
            children: [{ object_id: interests.id, value: '["1","3"]' }],
          },
        ],
      },
    });
    const id = made?.talent_id ?? '';
    expect(made).toEqual({ talent_id: id, creator_id: recruiter, creator_account_type: 1 });
    expect(sandbox.world.talents.get(id)).toMatchObject({ name: '李四', attachmentId: file });

    const fresh = await detail(id);
    expect(fresh).toMatchObject({
      basic_info: {
        name: '李四',
        mobile_number: '13912340001',
        mobile_code: '86',
        email: 'lisi@example.org',
        experience_years: 7,
        age: 30,
        gender: 2,
        identification_type: 2,
        identification_number: 'E00000001',
        current_location_code: 'CT_125',
        hometown_location_code: 'CT_52',
        preferred_location_code_list: ['CT_125', 'CT_11'],
        birthday: Number(ms('1996-03-05')) / 1000,
        customized_data_list: [{ object_id: travel, value: { option: { key: '2' } } }],
      },
      education_list: [
        {
          school_name: '示例大学',
          start_time: '2015-09',
          end_time: '2019-06',
          academic_ranking: 10,
          customized_data_list: [{ value: { content: '赵老师' } }],
        },
      ],
      career_list: [{ company_name: '示例科技', end_time: '-' }],
      internship_list: [{ company_name: '示例网络' }],
      project_list: [{ project_name: '示例项目', link: 'https://a.example.com' }],
      award_list: [{ award_name: '最佳新人奖', award_time: '2020-12' }],
      language_list: [{ language: 1, proficiency: 4 }],
      sns_list: [{ sns_type: 5 }],
      resume_source_list: [{ id: source.id }],
      resume_attachment_list: [{ id: file, name: '李四.pdf', mime: 'application/pdf' }],
      talent_folder_ref_list_v2: [{ folder_id: folder }],
      top_degree: 6,
      customized_data_list: [
        {
          module_id: module.id,
          children: [{ value: { option_list: [{ key: '1' }, { key: '3' }] } }],
        },
      ],
    });
    const list = await hire.v1.talent.list({ params: { page_size: 1 } });
    expect(list.data?.items?.[0]).toMatchObject({
      id,
      basic_info: { name: '李四', hometown_city: { zh_name: '杭州' } },
      resume_attachment_id_list: [file],
    });
    const old = (
      await hire.v1.talent.get({ path: { talent_id: id }, params: { user_id_type: 'open_id' } })
    ).data;
    expect(old?.talent?.basic_info?.creator_id).toBe(recruiter);

    const found = await hire.v1.talent.batchGetId({
      data: { identification_type: 2, identification_number_list: ['E00000001'] },
    });
    expect(found.data?.talent_list).toEqual([
      {
        talent_id: id,
        identification_type: 2,
        identification_number: 'E00000001',
        is_onboarded: false,
      },
    ]);
    const log = await hire.v1.talentOperationLog.search({
      data: { operator_id_list: [recruiter], operation_list: [1] },
      params: {},
    });
    expect(log.data?.items).toMatchObject([{ talent_id: id, operation_type: 1 }]);
    const resume = await hire.v1.attachment.get({ path: { attachment_id: file } });
    expect(await (await fetch(resume.data?.attachment?.url ?? '')).text()).toBe('%PDF');
  });

  it('needs no more than a name, and then nothing more is said', async () => {
    const { data } = await hire.v1.talent.combinedCreate({
      data: { basic_info: { name: '无名氏' } },
    });
    expect(data).toEqual({ talent_id: data?.talent_id, creator_account_type: 3 });
    const basic = (await detail(data?.talent_id ?? ''))?.basic_info;
    expect(basic).toMatchObject({ name: '无名氏', experience_years: 0 });
    for (const key of ['mobile_number', 'email', 'birthday', 'age', 'current_location_code']) {
      expect(basic).not.toHaveProperty(key);
    }
  });

  it('is refused when it names what is not there', async () => {
    const { field: travel } = ownField('basic', 3);
    const retired = pick(sandbox.world.talentModules[0]?.fields ?? [], (field) => !field.active);
    const basic_info = { name: '王五' };
    const before = sandbox.world.talents.size;
    const own = (object_id: string, value: string) => ({
      basic_info: { ...basic_info, customized_data: [{ object_id, value }] },
    });
    const taken = pick(sandbox.world.attachments.keys());
    const bodies: CreateBody[] = [
      { basic_info, resume_source_id: NOBODY },
      { basic_info, init_source_id: NOBODY },
      { basic_info, folder_id_list: [NOBODY] },
      { basic_info, resume_attachment_id: NOBODY },
      { basic_info, resume_attachment_id: taken },
      { basic_info, works_list: [{ attachment_id: NOBODY }] },
      { basic_info, creator_account_type: 1 },
      { basic_info, preferred_city_code_list: ['CT_0'] },
      { basic_info: { ...basic_info, current_city_code: 'CT_0' } },
      { basic_info: { ...basic_info, nationality_id: 'CN_0' } },
      { basic_info: { ...basic_info, mobile: '12' } },
      { basic_info: { ...basic_info, mobile: '13900002222', mobile_country_code: 'CN_0' } },
      { basic_info: { ...basic_info, email: 'nobody' } },
      { basic_info: { ...basic_info, birthday: '1996-03-05' } },
      { basic_info: { ...basic_info, identification: { identification_type: 1 } } },
      { basic_info, education_list: [{ start_time: '2015-09' }] },
      { basic_info, customized_data: [{ object_id: travel.id, children: [] }] },
      own(NOBODY, '1'),
      own(travel.id, '9'),
      own(retired.id, '1'),
    ];
    for (const body of bodies) {
      expect({ body, answer: await refusedCreate(body) }).toEqual({ body, answer: BAD });
    }
    const invalid = { status: 400, code: 99992402 };
    expect(await refusedCreate({ basic_info: { name: '' } })).toEqual(invalid);
    expect(await refusedCreate({ basic_info: { ...basic_info, gender: 7 } })).toEqual(invalid);
    const education_list = [{ degree: 11 }];
    expect(await refusedCreate({ basic_info, education_list })).toEqual(invalid);
    const nobody = { basic_info, creator_id: 'ou_nobody', creator_account_type: 1 };
    expect(await refusedCreate(nobody)).toMatchObject({ code: 99992351 });
    expect(sandbox.world.talents.size).toBe(before);
  });

  it('is not made twice of one mobile or address', async () => {
    const { mobile, email } = pick(
      sandbox.world.talents.values(),
      (talent) => talent.mobileCode === '86' && talent.email !== '',
    );
    const twin = { status: 400, code: 1002105 };
    expect(await refusedCreate({ basic_info: { name: '同', mobile } })).toEqual(twin);
    expect(await refusedCreate({ basic_info: { name: '同', email } })).toEqual(twin);
    const elsewhere = { name: '同', mobile, mobile_country_code: 'CN_65' };
    expect(await create({ basic_info: elsewhere })).toMatch(/^\d{19}$/);
  });
});

describe('a talent that is updated', () => {
  it('keeps what is not sent, and lists that are sent take the place of the old', async () => {
    const talent = pick(
      sandbox.world.talents.values(),
      ({ educations, careers }) => educations.length > 1 && careers.length > 0,
    );
    const before = await detail(talent.id);
    const operator_id = sandbox.world.people[0]?.openId;
    sandbox.advance(60_000);
    const { data } = await update({
      talent_id: talent.id,
      operator_id,
      operator_account_type: 1,
      basic_info: { email: 'changed@example.org' },
      education_list: [{ degree: 8, school: '示例学院', education_type: 1 }],
      language_list: [{ language: 29, proficiency: 1 }],
    });
    expect(data).toEqual({ talent_id: talent.id, operator_id, operator_account_type: 1 });
    const after = await detail(talent.id);
    expect(after?.basic_info).toEqual({
      ...before?.basic_info,
      email: 'changed@example.org',
      update_time: String(sandbox.store.now()),
    });
    expect(after?.education_list).toMatchObject([{ school_name: '示例学院', degree: 8 }]);
    expect(after?.career_list).toEqual(before?.career_list);
    expect(after?.award_list).toEqual(before?.award_list);
    expect(after?.top_degree).toBe(8);
    // Automatic tags follow; a language that reads cannot print is left out of them.
    expect(after?.tag_list?.map(({ name }) => name?.zh_cn)).toContain('博士学历');
    expect(after?.language_list).toEqual([{ proficiency: 1, customized_data_list: [] }]);
    const first = await hire.v1.talent.list({ params: { page_size: 1 } });
    expect(first.data?.items?.[0]?.id).toBe(talent.id);
  });

  it('gets another résumé beside the first, and further folders', async () => {
    const talent = pick(sandbox.world.talents.values(), (one) => one.attachmentId !== null);
    const old = talent.attachmentId;
    const file = (await upload(sandbox, '新简历.docx', Buffer.from('PK'))).body.data.id;
    const folders = sandbox.world.folders.slice(0, 2).map(({ id }) => id);
    for (const folder of folders) {
      await update({ talent_id: talent.id, basic_info: {}, folder_id_list: [folder] });
    }
    const again = { talent_id: talent.id, basic_info: {}, resume_attachment_id: file };
    await update(again);
    await update(again);
    const read = await detail(talent.id);
    expect(read?.resume_attachment_id_list).toEqual([old, file]);
    const ids = read?.talent_folder_ref_list_v2?.map(({ folder_id }) => folder_id);
    expect(ids).toEqual(expect.arrayContaining(folders));
    const preview = await hire.v1.attachment.preview({ path: { attachment_id: file } });
    const pdf = await fetch(preview.data?.url ?? '');
    expect((await pdf.text()).slice(0, 5)).toBe('%PDF-');
  });

  it('is refused when it is not there, or takes another’s contact', async () => {
    const [a, b] = [...sandbox.world.talents.values()];
    const change = (talent_id: string, basic_info: UpdateBody['basic_info']) =>
      refusal(update({ talent_id, basic_info }));
    expect(await change(NOBODY, { name: '谁' })).toEqual({ status: 400, code: 1002102 });
    expect(await change(a?.id ?? '', { email: b?.email })).toEqual({ status: 400, code: 1002105 });
    expect(await change(a?.id ?? '', { current_city_code: 'CT_0' })).toEqual(BAD);
    expect(
      await refusal(update({ talent_id: a?.id ?? '', basic_info: {}, operator_account_type: 1 })),
    ).toEqual(BAD);
    const own = { talent_id: a?.id ?? '', basic_info: { email: a?.email, mobile: a?.mobile } };
    sandbox.app.switches.duplicateTalent = 'allow';
    expect(await update(own)).toMatchObject({ code: 0 });
  });
});

describe('a deleted talent', () => {
  it('cannot be read, nor anything that hung on it', async () => {
    const { world, store } = sandbox;
    const noted = pick(world.notes.values(), ({ applicationId }) => applicationId !== null);
    const { talentId } = noted;
    const applications = [...(store.index.applicationsByTalent.get(talentId) ?? [])];
    const { attachmentId } = pick([world.talents.get(talentId)].flatMap((one) => one ?? []));
    await update({
      talent_id: talentId,
      basic_info: {},
      folder_id_list: [world.folders[0]?.id ?? ''],
    });
    // Warms the orders that lists page through, so that they have to follow.
    await hire.v1.talent.list({ params: {} });
    await hire.v1.application.list({ params: {} });
    sandbox.app.commit({ kind: 'talent.deleted', at: store.now(), talentId });

    const gone = { status: 404, code: 1002102 };
    const path = { talent_id: talentId };
    expect(await refusal(hire.v2.talent.get({ path }))).toEqual(gone);
    expect(await refusal(hire.v1.talent.get({ path }))).toEqual(gone);
    for (const { id } of applications) {
      const read = refusal(hire.v1.application.get({ path: { application_id: id } }));
      expect(await read).toMatchObject({ code: 1002201 });
    }
    const note = refusal(hire.v1.note.get({ path: { note_id: noted.id } }));
    expect(await note).toMatchObject({ code: 1002002 });
    if (attachmentId) {
      const file = refusal(hire.v1.attachment.get({ path: { attachment_id: attachmentId } }));
      expect(await file).toMatchObject({ code: 1002002 });
    }
    const ids = sandbox.app.order.talentsByUpdate.ascending.map(({ id }) => id);
    expect(ids).not.toContain(talentId);
    expect(world.talentFiles.has(talentId)).toBe(false);
    expect(world.profiles.has(talentId)).toBe(false);
  });
});
