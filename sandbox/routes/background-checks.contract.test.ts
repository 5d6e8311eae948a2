import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { BackgroundCheck } from '@/sandbox/world/records/background-checks';
import { pick } from './testing/hiring-scene';
import { refusalOf } from './testing/refusal';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;

beforeAll(async () => {
  sandbox = await startSandbox({ size: 2500 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

const checks = (): BackgroundCheck[] =>
  [...sandbox.world.backgroundChecks.values()].sort(
    (a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1),
  );
type ListParams = NonNullable<
  NonNullable<Parameters<typeof client.hire.v1.backgroundCheckOrder.list>[0]>['params']
>;
type QueryBody = NonNullable<
  Parameters<typeof client.hire.v1.backgroundCheckOrder.batchQuery>[0]
>['data'];
const list = async (params: ListParams = {}) =>
  (await client.hire.v1.backgroundCheckOrder.list({ params })).data;
const query = async (data: QueryBody, params: { page_size?: number; page_token?: string } = {}) =>
  (await client.hire.v1.backgroundCheckOrder.batchQuery({ data, params })).data;
const idsOf = (page: { items?: { order_id?: string }[] } | undefined) =>
  (page?.items ?? []).map((item) => item.order_id);

describe('background check orders', () => {
  it('are walked to the end, the latest changed first', async () => {
    const seen: (string | undefined)[] = [];
    let page_token: string | undefined;
    do {
      const page = await list({ page_size: 4, page_token });
      expect(Boolean(page?.page_token)).toBe(Boolean(page?.has_more));
      seen.push(...idsOf(page));
      page_token = page?.has_more ? page.page_token : undefined;
    } while (page_token);
    expect(seen).toEqual(checks().map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(8);
  });

  it('tell what the world has of each', async () => {
    for (const check of checks()) {
      const [item] = (await query({ background_check_order_id_list: [check.id] }))?.items ?? [];
      const application = sandbox.world.applications.get(check.applicationId);
      const talent = sandbox.world.talents.get(application?.talentId ?? '');
      expect(item).toMatchObject({
        order_id: check.id,
        application_id: check.applicationId,
        order_status: check.status,
        package: check.packageName,
        candidate_info: { name: talent?.name, mobile: talent?.mobile },
        creator_info: { user_id: check.creatorId },
        begin_time: String(check.beginAt),
        update_time: String(check.updatedAt),
        geo: 'cn',
      });
      expect(item?.process_info_list?.map(({ process }) => process)).toEqual(
        check.steps.map(({ name }) => name.zh).reverse(),
      );
      expect(item?.conclusion).toBe(check.status === 3 ? check.reports.at(-1)?.result : undefined);
      expect(Boolean(item?.end_time)).toBe(check.endAt !== null);
    }
    expect(new Set(checks().map(({ status }) => status)).size).toBeGreaterThan(1);
  });

  it('are found by application and by windows of change and of beginning', async () => {
    const [newest, second] = checks();
    const oldest = checks().at(-1);
    if (!newest || !second || !oldest) throw new Error('the world has too few checks');
    expect(idsOf(await list({ application_id: oldest.applicationId }))).toEqual([oldest.id]);
    const since = String(newest.updatedAt);
    expect(idsOf(await list({ update_start_time: since }))).toContain(newest.id);
    expect(idsOf(await query({ update_start_time: since }))).toEqual(
      idsOf(await list({ update_start_time: since })),
    );
    const until = String(oldest.updatedAt);
    expect(idsOf(await list({ update_end_time: until }))).toEqual([oldest.id]);
    const begun = {
      begin_start_time: String(second.beginAt),
      begin_end_time: String(second.beginAt),
    };
    expect(idsOf(await query(begun))).toEqual([second.id]);
    expect(idsOf(await query({ application_id: second.applicationId }))).toEqual([second.id]);
    expect(idsOf(await list({ application_id: '7400000000000000000' }))).toEqual([]);
  });

  it('are found by state, and by ids before anything else', async () => {
    const done = checks().filter(({ status }) => status === 3);
    const found = await query({ order_status: '3' }, { page_size: 100 });
    expect(idsOf(found)).toEqual(done.map(({ id }) => id));
    const first = await query({ order_status: '3' }, { page_size: 1 });
    const next = await query(
      { order_status: '3' },
      { page_size: 1, page_token: first?.page_token },
    );
    expect(idsOf(next)).toEqual([done[1]?.id]);
    const [one] = checks();
    const others = { application_id: '7400000000000000000', order_status: '9' } as const;
    const named = { background_check_order_id_list: [one?.id ?? '', '7620000000000000000'] };
    expect(idsOf(await query({ ...named, ...others }))).toEqual([one?.id]);
  });

  it('are refused for windows, states and lists that cannot be', async () => {
    const { backgroundCheckOrder } = client.hire.v1;
    const bad = { status: 400, code: 1002002 };
    const wrong = backgroundCheckOrder.list({ params: { update_start_time: 'today' } });
    expect(await refusalOf(wrong)).toEqual(bad);
    const wrongBody = backgroundCheckOrder.batchQuery({ data: { begin_end_time: 'today' } });
    expect(await refusalOf(wrongBody)).toEqual(bad);
    const many = Array.from({ length: 21 }, () => '1');
    const tooMany = backgroundCheckOrder.batchQuery({
      data: { background_check_order_id_list: many },
    });
    expect((await refusalOf(tooMany)).code).toBe(99992402);
    const path = '/open-apis/hire/v1/background_check_orders/batch_query';
    expect((await sandbox.post(path, { order_status: '7' })).body.code).toBe(99992402);
  });

  it('lead to a report that is there for an hour', async () => {
    const check = pick(checks(), ({ reports }) => reports.length > 0);
    const linkOf = async () => {
      const page = await query({ background_check_order_id_list: [check.id] });
      return page?.items?.[0]?.feedback_info_list?.[0]?.attachment_url ?? '';
    };
    const url = await linkOf();
    const file = await fetch(url);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect((await file.text()).startsWith('%PDF-1.4')).toBe(true);
    const forged = new URL(url);
    forged.pathname = forged.pathname.replace(check.id, '7620000000000000000');
    expect((await fetch(forged)).status).toBe(403);
    sandbox.advance(60 * 60_000 - 1);
    expect((await fetch(url)).status).toBe(200);
    sandbox.advance(1);
    expect((await fetch(url)).status).toBe(403);
    expect((await fetch(await linkOf())).status).toBe(200);
  });

  it('hide contacts from an app without their field scopes', async () => {
    const scopes = ['hire:talent.mobile:readonly', 'hire:employee.email:readonly'];
    sandbox.app.scopes.revoke(scopes);
    const [item] = (await query({}))?.items ?? [];
    sandbox.app.scopes.grant(scopes);
    expect(item?.candidate_info).not.toHaveProperty('mobile');
    expect(item?.candidate_info).toHaveProperty('email');
    expect(item?.contactor_info).not.toHaveProperty('email');
  });

  it('go with their application', async () => {
    const check = pick(checks());
    const at = sandbox.store.now();
    sandbox.app.commit({ kind: 'application.deleted', at, applicationId: check.applicationId });
    expect(idsOf(await query({ background_check_order_id_list: [check.id] }))).toEqual([]);
    expect(idsOf(await list({ application_id: check.applicationId }))).toEqual([]);
  });
});

it('has answered as documented throughout', () => {
  expect(sandbox.violations).toEqual([]);
});
