import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { fieldsOf, newestSchemaOf, type OfferForm } from '@/sandbox/world/records/offer-forms';
import { hiringScene, pick } from './testing/hiring-scene';
import { refusalOf } from './testing/refusal';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;

beforeAll(async () => {
  sandbox = await startSandbox();
  client = sandbox.client();
});
afterAll(() => sandbox.close());

const bad = { status: 400, code: 1002002 };
const ABSENT = '7600000000000000000';
const form = (): OfferForm => pick(sandbox.world.offerForms.values());
const fieldOf = (type: string) => pick(fieldsOf(form()), (field) => field.type === type);
const read = async (offer_application_form_id: string) => {
  const { data } = await client.hire.v1.offerApplicationForm.get({
    path: { offer_application_form_id },
  });
  return data?.offer_apply_form;
};
type Change = NonNullable<Parameters<typeof client.hire.v1.offerCustomField.update>[0]>['data'];
const change = (offer_custom_field_id: string, data: Change) =>
  client.hire.v1.offerCustomField.update({ path: { offer_custom_field_id }, data });

describe('offer application forms', () => {
  it('are all on one page, whatever size is asked', async () => {
    for (const page_size of [undefined, 1, 100]) {
      const { data } = await client.hire.v1.offerApplicationForm.list({ params: { page_size } });
      expect(data?.items?.map(({ id }) => id)).toEqual([...sandbox.world.offerForms.keys()]);
      expect(data?.has_more).toBe(false);
    }
  });

  it('tell their newest schema, modules, fields, choices and formulas', async () => {
    const told = await read(form().id);
    expect(told?.name?.zh_cn).toBe(form().name.zh);
    expect(told?.schema?.id).toBe(newestSchemaOf(form()));
    const fields = told?.schema?.module_list?.flatMap((module) => module.object_list ?? []) ?? [];
    expect(fields.map(({ id }) => id)).toEqual(fieldsOf(form()).map(({ id }) => id));
    const select = fields.find(({ id }) => id === fieldOf('select').id);
    expect(select).toMatchObject({
      is_customized: true,
      need_approve: true,
      object_type: 3,
      object_type_v2: 'select',
    });
    expect(select?.config?.options?.map(({ name }) => name?.zh_cn)).toContain('超出带宽');
    const formula = fields.find(({ object_type_v2 }) => object_type_v2 === 'formula');
    const pay = fieldsOf(form()).find(({ wire }) => wire === 'basic_salary')?.id;
    expect(formula?.config?.formula?.value).toContain(`[${pay}] * 12`);
    expect(formula?.config?.formula?.extra_map).toMatchObject([
      { value: { zh_cn: '基本工资' } },
      { value: { zh_cn: '年终奖月数' } },
    ]);
    expect(fields.filter(({ active_status }) => active_status === 2)).toHaveLength(1);
  });

  it('are the ones that offers and jobs name', async () => {
    const offer = pick(sandbox.world.offers.values());
    const { data } = await client.hire.v1.offer.get({ path: { offer_id: offer.id } });
    const schemas = [...sandbox.world.offerForms.values()].flatMap(({ schemaIds }) => schemaIds);
    expect(schemas).toContain(data?.offer?.schema_id);
  });

  it('are refused when they are not there', async () => {
    const absent = client.hire.v1.offerApplicationForm.get({
      path: { offer_application_form_id: ABSENT },
    });
    expect(await refusalOf(absent)).toEqual(bad);
  });
});

describe('a custom field', () => {
  it('takes another name and other choices; its form gets a new schema', async () => {
    const field = fieldOf('select');
    const kept = field.options[0];
    const old = newestSchemaOf(form());
    await change(field.id, {
      name: { zh_cn: '薪资带宽(2027)', en_us: 'Pay band (2027)' },
      config: {
        options: [
          { name: { zh_cn: kept?.name.zh, en_us: kept?.name.en } },
          { name: { zh_cn: '待定' } },
        ],
      },
    });
    const told = await read(form().id);
    const fields = told?.schema?.module_list?.flatMap((module) => module.object_list ?? []) ?? [];
    const now = fields.find(({ id }) => id === field.id);
    expect(now?.name).toEqual({ zh_cn: '薪资带宽(2027)', en_us: 'Pay band (2027)' });
    expect(now?.config?.options).toMatchObject([{ id: kept?.id }, { name: { zh_cn: '待定' } }]);
    expect(told?.schema?.id).not.toBe(old);

    const scene = hiringScene(sandbox);
    const body = scene.offerBody(scene.application('social', 5));
    const outdated = client.hire.v1.offer.create({ data: { ...body, schema_id: old } });
    expect((await refusalOf(outdated)).code).toBe(1002057);
    expect(await client.hire.v1.offer.create({ data: body })).toMatchObject({ code: 0 });
  });

  it('keeps the language that is not sent', async () => {
    const field = fieldOf('amount');
    const english = field.name.en;
    await change(field.id, { name: { zh_cn: '签字费' } });
    expect(field.name).toEqual({ zh: '签字费', en: english });
  });

  it('is refused choices it cannot have, with HTTP 200', async () => {
    const config = { options: [{ name: { zh_cn: '一' } }] };
    for (const type of ['amount', 'formula', 'long_text']) {
      const refused = await refusalOf(
        change(fieldOf(type).id, { name: { zh_cn: '改名' }, config }),
      );
      expect(refused).toEqual({ status: 200, code: 1002065 });
    }
  });

  it('is refused without a name, when it is preset, and when it is not there', async () => {
    expect(await refusalOf(change(fieldOf('amount').id, { name: {} }))).toEqual(bad);
    const nameless = { name: { zh_cn: '档位' }, config: { options: [{ name: {} }] } };
    expect(await refusalOf(change(fieldOf('select').id, nameless))).toEqual(bad);
    expect(await refusalOf(change(fieldOf('default').id, { name: { zh_cn: '部门' } }))).toEqual(
      bad,
    );
    expect(await refusalOf(change(ABSENT, { name: { zh_cn: '无' } }))).toEqual(bad);
  });
});

describe('offer approval templates', () => {
  it('are walked page by page with their departments', async () => {
    const names: (string | undefined)[] = [];
    let page_token: string | undefined;
    do {
      const { data } = await client.hire.v1.offerApprovalTemplate.list({
        params: { page_size: 3, page_token, department_id_type: 'open_department_id' },
      });
      for (const item of data?.items ?? []) {
        names.push(item.name?.zh_cn);
        for (const { id, name } of item.department_list ?? []) {
          expect(sandbox.store.index.departments.get(id ?? '')?.name.zh).toBe(name);
        }
      }
      page_token = data?.has_more ? data.page_token : undefined;
    } while (page_token);
    expect(names).toHaveLength(4);
    expect(new Set(names).size).toBe(4);
  });

  it('name departments by their people-admin id when nothing is asked', async () => {
    const { data } = await client.hire.v1.offerApprovalTemplate.list({ params: {} });
    expect(data?.items?.[0]?.department_list?.[0]?.id).toMatch(/^\d{19}$/);
  });
});

describe('the historic read of a form', () => {
  const get = (offer_schema_id: string) =>
    client.hire.v1.offerSchema.get({ path: { offer_schema_id } });

  it('is by the form or by a schema of it, and counts its versions', async () => {
    for (const id of [form().id, ...form().schemaIds]) {
      const { data } = await get(id);
      expect(data).toMatchObject({ id: form().id, scenario: 1, version: form().schemaIds.length });
      expect(data?.object_list?.map((object) => object.id)).toEqual(
        fieldsOf(form()).map((field) => field.id),
      );
    }
    const { data } = await get(form().id);
    const select = data?.object_list?.find(({ id }) => id === fieldOf('select').id);
    expect(select?.option_list?.map(({ index }) => index)).toEqual([1, 2]);
  });

  it('is refused when there is no such form', async () => {
    expect(await refusalOf(get(ABSENT))).toEqual(bad);
  });
});

it('has answered as documented throughout', () => {
  expect(sandbox.violations).toEqual([]);
});
