import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { defaultSwitches } from '@/sandbox/platform/unknowns';
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

type Status = 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
type Switch = Partial<ReturnType<typeof defaultSwitches>>;

async function under<T>(switches: Switch, run: () => Promise<T>): Promise<T> {
  Object.assign(sandbox.app.switches, switches);
  try {
    return await run();
  } finally {
    Object.assign(sandbox.app.switches, defaultSwitches());
  }
}

/** An offer made through the API in the offer stage, then put into a state by an app. */
async function offerIn(
  status: number,
  kind: 'social' | 'campus' = 'social',
  by: 'api' | 'feishu' = 'api',
): Promise<string> {
  const application = scene.application(kind, 5);
  const { data } = await client.hire.v1.offer.create({ data: scene.offerBody(application) });
  const id = data?.offer_id ?? '';
  if (status !== 10) scene.setStatus(id, status, by);
  return id;
}

/** What each state demands is sent along, so that only the flow is asked. */
function set(offer_id: string, offer_status: Status) {
  return client.hire.v1.offer.offerStatus({
    path: { offer_id },
    data: {
      offer_status,
      ...(offer_status === 6 ? { expiration_date: '2026-12-31' } : {}),
      ...(offer_status === 8
        ? { termination_reason_id_list: [sandbox.world.reasons[7]?.id ?? ''] }
        : {}),
    },
  });
}

const TARGETS: Status[] = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const N = 'flow';
const V = 'void';
const o = 'ok';
/** Written out by hand, beside the table of the code. Columns: 2 3 4 5 6 7 8 9 10. */
const FLOW: [from: Status, social: string[], campus: string[]][] = [
  [10, [o, N, N, N, N, N, N, V, N], [o, N, N, N, o, N, N, V, N]],
  [2, [N, o, o, o, N, N, N, V, N], [N, o, o, o, N, N, N, V, N]],
  [3, [o, N, N, N, N, N, N, V, N], [o, N, N, N, N, N, N, V, N]],
  [4, [N, o, N, N, o, N, N, V, N], [N, o, N, N, o, N, N, V, N]],
  [5, [o, N, N, N, N, N, N, V, N], [o, N, N, N, N, N, N, V, N]],
  [6, [N, N, N, N, N, o, o, o, N], [N, N, N, N, N, o, o, o, N]],
  [7, [N, N, N, N, N, N, N, o, N], [N, N, N, N, N, N, N, o, N]],
  [8, [N, N, N, N, N, N, N, V, N], [N, N, N, N, N, N, N, V, N]],
  [9, [N, N, N, N, N, N, N, V, N], [N, N, N, N, N, N, N, V, N]],
];
const REFUSED: Record<string, { status: number; code: number }> = {
  flow: { status: 500, code: 1002069 },
  void: { status: 400, code: 1002072 },
};

describe('the states an offer may take one after the other', () => {
  const cases = FLOW.flatMap(([from, social, campus]) =>
    TARGETS.flatMap((to, at) => [
      { kind: 'social' as const, from, to, expected: social[at] ?? '' },
      { kind: 'campus' as const, from, to, expected: campus[at] ?? '' },
    ]),
  );
  it.each(cases)('$kind: $from to $to is $expected', async ({ kind, from, to, expected }) => {
    const id = await offerIn(from, kind);
    if (expected === 'ok') {
      expect(await set(id, to)).toMatchObject({ code: 0 });
      const { data } = await client.hire.v1.offer.get({ path: { offer_id: id } });
      expect(data?.offer?.offer_status).toBe(to);
    } else {
      expect(await refusalOf(set(id, to))).toEqual(REFUSED[expected]);
      expect(scene.offerOf(id).status).toBe(from);
    }
  });

  it('go from created to accepted through approval, as the letters show', async () => {
    const id = await offerIn(10);
    for (const status of [2, 4, 6, 7] as const) {
      sandbox.advance(60_000);
      await set(id, status);
    }
    const { data } = await client.hire.v1.offer.get({ path: { offer_id: id } });
    const [letter] = data?.offer?.offer_send_record_list ?? [];
    expect(letter).toMatchObject({ offer_letter_status: 2 });
    expect(letter?.acceptance_list).toMatchObject([{ conclusion: 1, operator_type: 1 }]);
    // To the end of the day in Shanghai.
    expect(data?.offer?.basic_info?.expire_time).toBe(Date.parse('2026-12-31T15:59:59.999Z'));
  });

  it('may be sent unapproved or never, and reopened, where the switches say so', async () => {
    const fresh = await offerIn(10);
    await under({ offerSendUnapproved: 'always' }, () => set(fresh, 6));
    expect(scene.offerOf(fresh).status).toBe(6);
    const campus = await offerIn(10, 'campus');
    const never = await under({ offerSendUnapproved: 'never' }, () => refusalOf(set(campus, 6)));
    expect(never.code).toBe(1002069);
    const declined = await offerIn(8);
    await under({ offerReopen: 'allow' }, () => set(declined, 2));
    expect(scene.offerOf(declined).status).toBe(2);
    const sent = await offerIn(2);
    const code = await under({ offerSendFlowCode: 1002073 }, () => refusalOf(set(sent, 6)));
    expect(code).toEqual({ status: 500, code: 1002073 });
  });
});

describe('offer_status refuses', () => {
  it('an offer that is not there', async () => {
    expect(await refusalOf(set('7450000000000000000', 2))).toEqual({ status: 400, code: 1002064 });
  });

  it('approval states after an approval inside Feishu, not the sending', async () => {
    for (const from of [2, 3, 4, 5]) {
      for (const to of [2, 3, 4, 5, 10] as const) {
        const id = await offerIn(from, 'social', 'feishu');
        expect(await refusalOf(set(id, to))).toEqual({ status: 400, code: 1002070 });
      }
    }
    const approved = await offerIn(4, 'social', 'feishu');
    expect(await set(approved, 6)).toMatchObject({ code: 0 });
  });

  it('sending states after a letter from inside Feishu', async () => {
    for (const to of [6, 7, 8, 9] as const) {
      const id = await offerIn(6, 'social', 'feishu');
      expect(await refusalOf(set(id, to))).toEqual({ status: 500, code: 1002073 });
    }
  });

  it('what people did before the world began as done inside Feishu', async () => {
    const { world, store } = sandbox;
    const generated = (...statuses: number[]) =>
      pick(world.offers.values(), (offer) => {
        const stageId = world.applications.get(offer.applicationId)?.stageId ?? '';
        const isEarly = (store.index.stages.get(stageId)?.stage.type ?? 9) < 6;
        return statuses.includes(offer.status) && isEarly && offer.createdAt < world.epoch;
      });
    const approving = generated(2);
    expect((await refusalOf(set(approving.id, 4))).code).toBe(1002070);
    const sent = generated(6, 8, 9);
    expect((await refusalOf(set(sent.id, 7))).code).toBe(1002073);
  });

  it('any state once the application waits to join or has joined', async () => {
    for (const type of [6, 7] as const) {
      for (const to of [3, 6, 9] as const) {
        const id = await offerIn(4);
        const application = sandbox.world.applications.get(scene.offerOf(id).applicationId);
        if (application) scene.move(application, type);
        expect(await refusalOf(set(id, to))).toEqual({ status: 400, code: 1002071 });
      }
    }
  });

  it('either group while its setting is off', async () => {
    const id = await offerIn(10);
    const approval = await under({ offerApprovalByApi: false }, () => refusalOf(set(id, 2)));
    expect(approval).toEqual({ status: 500, code: 1002074 });
    const approved = await offerIn(4);
    const sending = await under({ offerSendingByApi: false }, () => refusalOf(set(approved, 6)));
    expect(sending).toEqual({ status: 500, code: 1002074 });
    await under({ offerSendingByApi: false }, () => set(id, 2));
    expect(scene.offerOf(id).status).toBe(2);
  });

  it('sent without a last day, declined without a reason, and reasons nobody knows', async () => {
    const approved = await offerIn(4);
    const sent = await offerIn(6);
    const status = client.hire.v1.offer.offerStatus;
    const bad = { status: 400, code: 1002002 };
    const path = { offer_id: approved };
    expect(await refusalOf(status({ path, data: { offer_status: 6 } }))).toEqual(bad);
    const wrongDay = { offer_status: 6, expiration_date: '31.12.2026' } as const;
    expect(await refusalOf(status({ path, data: wrongDay }))).toEqual(bad);
    for (const list of [undefined, [], ['7149999999999999999']]) {
      const data = { offer_status: 8 as const, termination_reason_id_list: list };
      expect(await refusalOf(status({ path: { offer_id: sent }, data }))).toEqual(bad);
    }
    const many = Array.from({ length: 51 }, () => sandbox.world.reasons[0]?.id ?? '');
    const data = { offer_status: 8 as const, termination_reason_id_list: many };
    const over = await refusalOf(status({ path: { offer_id: sent }, data }));
    expect(over.code).toBe(99992402);
  });

  it('the offer of an ended application, unless switched', async () => {
    const id = await offerIn(10);
    const application = sandbox.world.applications.get(scene.offerOf(id).applicationId);
    if (application) scene.end(application);
    expect(await refusalOf(set(id, 2))).toEqual({ status: 500, code: 1002069 });
    await under({ offerStatusWhenEnded: 'allow' }, () => set(id, 2));
    expect(scene.offerOf(id).status).toBe(2);
  });
});

describe('an internship offer', () => {
  async function internOffer(): Promise<string> {
    const application = scene.application('intern', 5);
    const body = { ...scene.offerBody(application), offer_type: 2 as const };
    const { data } = await client.hire.v1.offer.create({ data: body });
    return data?.offer_id ?? '';
  }
  const applicationOf = (id: string) =>
    pick(sandbox.world.applications.values(), (a) => a.id === scene.offerOf(id).applicationId);
  const statusNow = async (id: string) =>
    (await client.hire.v1.offer.get({ path: { offer_id: id } })).data?.offer?.offer_status;
  const change = (offer_id: string, data: Parameters<typeof perform>[0]['data']) =>
    perform({ path: { offer_id }, data });
  const perform = (payload: NonNullable<Parameters<typeof status>[0]>) => status(payload);
  const status: typeof client.hire.v1.offer.internOfferStatus = (payload) =>
    client.hire.v1.offer.internOfferStatus(payload);
  const confirm = {
    operation: 'confirm_onboarding' as const,
    onboarding_info: { actual_onboarding_date: '2026-11-20' },
  };
  const leave = {
    operation: 'offboard' as const,
    offboarding_info: { actual_offboarding_date: '2026-11-22', notes: '返校' },
  };
  const cancel = { operation: 'cancel_onboarding' as const };
  const notWaiting = { status: 500, code: 1002067 };
  const notJoined = { status: 500, code: 1002068 };

  /** Accepted, and its application waits to join. */
  async function waiting(): Promise<string> {
    const id = await internOffer();
    for (const next of [6, 7] as const) await set(id, next);
    scene.move(applicationOf(id), 6);
    return id;
  }

  it('waits to join once accepted and moved, joins, and leaves', async () => {
    const id = await internOffer();
    for (const next of [6, 7] as const) await set(id, next);
    expect(await statusNow(id)).toBe(7);
    scene.move(applicationOf(id), 6);
    expect(await statusNow(id)).toBe(11);
    const joined = await change(id, confirm);
    expect(joined.data).toEqual({
      offer_id: id,
      operation: 'confirm_onboarding',
      onboarding_info: { actual_onboarding_date: '2026-11-20' },
    });
    expect(await statusNow(id)).toBe(12);
    const employee = sandbox.store.index.employeeByApplication.get(applicationOf(id).id);
    expect(employee?.onboardTime).toBe(Date.parse('2026-11-19T16:00:00Z'));
    const left = await change(id, leave);
    expect(left.data?.offboarding_info).toEqual(leave.offboarding_info);
    expect(await statusNow(id)).toBe(13);
    expect(employee).toMatchObject({ onboardStatus: 2, overboardNote: '返校' });
  });

  it('may be given up before joining', async () => {
    const id = await waiting();
    await change(id, cancel);
    expect(await statusNow(id)).toBe(9);
    const other = await waiting();
    await under({ internAbandonedStatus: 8 }, () => change(other, cancel));
    expect(await statusNow(other)).toBe(8);
  });

  it('takes each operation in its own state alone', async () => {
    const fresh = await internOffer();
    const toJoin = await waiting();
    const joined = await waiting();
    await change(joined, confirm);
    const left = await waiting();
    await change(left, confirm);
    await change(left, leave);
    for (const id of [fresh, joined, left]) {
      expect(await refusalOf(change(id, confirm))).toEqual(notWaiting);
      expect(await refusalOf(change(id, cancel))).toEqual(notWaiting);
    }
    for (const id of [fresh, toJoin, left]) {
      expect(await refusalOf(change(id, leave))).toEqual(notJoined);
    }
    const formal = await offerIn(7);
    expect(await refusalOf(change(formal, confirm))).toEqual(notWaiting);
    expect(await refusalOf(change(formal, leave))).toEqual(notJoined);
  });

  it('refuses an operation without its form, and days that cannot be', async () => {
    const bad = { status: 400, code: 1002002 };
    const id = await waiting();
    expect(await refusalOf(change(id, { operation: 'confirm_onboarding' }))).toEqual(bad);
    const day = (actual_onboarding_date: string) => ({
      operation: 'confirm_onboarding' as const,
      onboarding_info: { actual_onboarding_date },
    });
    for (const wrong of ['20.11.2026', '2026-13-01', '2099-01-01']) {
      expect(await refusalOf(change(id, day(wrong)))).toEqual(bad);
    }
    await change(id, confirm);
    expect(await refusalOf(change(id, { operation: 'offboard' }))).toEqual(bad);
    const early = { ...leave, offboarding_info: { actual_offboarding_date: '2026-11-20' } };
    expect(await refusalOf(change(id, early))).toEqual(bad);
    expect(await refusalOf(change('7450000000000000000', cancel))).toEqual(bad);
  });

  it('is in the talent’s list, and not the offer of its application', async () => {
    const id = await waiting();
    const { talentId, id: application_id } = applicationOf(id);
    const list = await client.hire.v1.offer.list({ params: { talent_id: talentId } });
    expect(list.data?.items).toMatchObject([
      { id, offer_type: 2, offer_status: 11, employee_type: { en_name: 'Intern' } },
    ]);
    const read = await client.hire.v1.application.offer({ path: { application_id } });
    expect(read.data).toEqual({});
  });

  it('holds each state in the generated world', () => {
    const { world, store } = sandbox;
    for (const offer of world.internOffers.values()) {
      const job = world.jobs.get(world.applications.get(offer.applicationId)?.jobId ?? '');
      expect(['202', '301']).toContain(job?.recruitmentTypeId);
      expect(store.index.offerByApplication.has(offer.applicationId)).toBe(false);
    }
    expect(world.internOffers.size).toBeGreaterThan(0);
  });
});

it('has answered as documented throughout', () => {
  expect(sandbox.violations).toEqual([]);
});
