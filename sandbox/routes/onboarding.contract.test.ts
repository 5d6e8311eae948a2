import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { defaultSwitches } from '@/sandbox/platform/unknowns';
import type { Application, Employee } from '@/sandbox/world/types';
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

const DAY = 86_400_000;
async function under<T>(
  switches: Partial<ReturnType<typeof defaultSwitches>>,
  run: () => Promise<T>,
): Promise<T> {
  Object.assign(sandbox.app.switches, switches);
  try {
    return await run();
  } finally {
    Object.assign(sandbox.app.switches, defaultSwitches());
  }
}

type OnboardBody = NonNullable<
  Parameters<typeof client.hire.v1.application.transferOnboard>[0]
>['data'];
const onboard = (application_id: string, data: OnboardBody = {}) =>
  client.hire.v1.application.transferOnboard({ path: { application_id }, data });
type CancelBody = NonNullable<
  Parameters<typeof client.hire.v1.application.cancelOnboard>[0]
>['data'];
const cancel = (application_id: string, data: CancelBody = { termination_type: 1 }) =>
  client.hire.v1.application.cancelOnboard({ path: { application_id }, data });
const waiting = () => scene.application('social', 6);
const stageType = (a: Application) => sandbox.store.index.stages.get(a.stageId)?.stage.type;
const reason = (type: number, active = true) =>
  pick(sandbox.world.reasons, (one) => one.type === type && one.active === active).id;

describe('transfer_onboard', () => {
  it('makes the employee, moves the application and says so everywhere', async () => {
    const application = waiting();
    const { world, store } = sandbox;
    const department = pick(world.departments, ({ parentId }) => parentId !== '0').id;
    const leader = pick(world.people, ({ persona }) => persona === 'manager').openId;
    const onboardTime = store.now() - 3 * DAY;
    const { data } = await onboard(application.id, {
      actual_onboard_time: onboardTime,
      expected_conversion_time: onboardTime + 90 * DAY,
      operator_id: world.people[0]?.openId,
      onboard_city_code: 'CT_11',
      department: digitsOf(department),
      leader,
      level: '6937934036379650311',
    });
    const employee = data?.employee;
    expect(employee).toMatchObject({
      application_id: application.id,
      onboard_status: 1,
      conversion_status: 1,
      onboard_time: onboardTime,
      expected_conversion_time: onboardTime + 90 * DAY,
      onboard_city_code: 'CT_11',
      department: digitsOf(department),
      leader,
      level: '6937934036379650311',
    });
    expect(stageType(application)).toBe(7);
    expect(world.talents.get(application.talentId)?.onboarded).toBe(true);
    const byId = await client.hire.v1.employee.get({ path: { employee_id: employee?.id ?? '' } });
    const byApplication = await client.hire.v1.employee.getByApplication({
      params: { application_id: application.id },
    });
    expect(byId.data).toEqual(data);
    expect(byApplication.data).toEqual(data);
    const detail = await client.hire.v1.application.getDetail({
      path: { application_id: application.id },
      params: { options: ['with_employee'] },
    });
    expect(detail.data?.application_detail).toMatchObject({
      basic_info: { onboard_status: 2, stage: { type: 7 } },
      employee: { id: employee?.id, onboard_time: String(onboardTime), onboard_city_code: 'CT_11' },
    });
  });

  it('takes now, no conversion day and the offer’s department when nothing is said', async () => {
    const { data } = await onboard(waiting().id);
    expect(data?.employee).toMatchObject({
      onboard_time: sandbox.store.now(),
      expected_conversion_time: 0,
    });
  });

  it('takes the department in the form that is named', async () => {
    const department = sandbox.world.departments[1]?.id ?? '';
    const { data } = await client.hire.v1.application.transferOnboard({
      path: { application_id: waiting().id },
      params: { department_id_type: 'open_department_id' },
      data: { department },
    });
    expect(data?.employee?.department).toBe(department);
  });

  it('refuses an application that is not there', async () => {
    expect(await refusalOf(onboard('7400000000000000000'))).toEqual({ status: 404, code: 1002901 });
  });

  it('refuses every stage but to-join, and one that has ended', async () => {
    for (const type of [1, 2, 3, 4, 5] as const) {
      const early = scene.application('social', type);
      expect(await refusalOf(onboard(early.id))).toEqual({ status: 400, code: 1002902 });
    }
    const ended = waiting();
    scene.end(ended);
    expect(await refusalOf(onboard(ended.id))).toEqual({ status: 400, code: 1002902 });
  });

  it('lets nobody join twice, by this application or another', async () => {
    const application = waiting();
    await onboard(application.id);
    expect(await refusalOf(onboard(application.id))).toEqual({ status: 400, code: 1002904 });
    const moved = scene.application('social', 7);
    expect(await refusalOf(onboard(moved.id))).toEqual({ status: 400, code: 1002904 });
    const { talentId } = application;
    const second = scene.application('campus', 6, { talentId });
    expect(await refusalOf(onboard(second.id))).toEqual({ status: 400, code: 1002904 });
  });

  it('refuses times that cannot be', async () => {
    const { id } = waiting();
    const now = sandbox.store.now();
    for (const times of [
      { actual_onboard_time: now + 1 },
      { actual_onboard_time: -1 },
      { actual_onboard_time: now - DAY, expected_conversion_time: now - 2 * DAY },
    ]) {
      expect(await refusalOf(onboard(id, times))).toEqual({ status: 400, code: 1002905 });
    }
  });

  it('refuses while the e-HR setting is off, and a talent locked elsewhere', async () => {
    const { id, talentId } = waiting();
    const off = await under({ ehrSync: false }, () => refusalOf(onboard(id)));
    expect(off).toEqual({ status: 500, code: 1002908 });
    const other = scene.application('campus', 1, { talentId });
    const at = sandbox.store.now();
    sandbox.app.commit({ kind: 'talent.locked', at, applicationId: other.id });
    expect(await refusalOf(onboard(id))).toEqual({ status: 500, code: 1002210 });
  });

  it('refuses people and departments it does not know', async () => {
    const { id } = waiting();
    expect((await refusalOf(onboard(id, { leader: 'ou_nobody' }))).code).toBe(99992351);
    expect((await refusalOf(onboard(id, { operator_id: 'ou_nobody' }))).code).toBe(99992351);
    const nowhere = await refusalOf(onboard(id, { department: '1' }));
    expect(nowhere).toEqual({ status: 400, code: 1002002 });
  });
});

describe('cancel_onboard', () => {
  it('ends the application with type, reasons and notes', async () => {
    const application = waiting();
    await cancel(application.id, {
      termination_type: 22,
      termination_reason_id_list: [reason(22)],
      termination_reason_notes: '选择读研',
    });
    const { data } = await client.hire.v1.application.get({
      path: { application_id: application.id },
    });
    expect(data?.application).toMatchObject({
      active_status: 2,
      termination_type: 22,
      termination_reason_list: [reason(22)],
      termination_reason_note: '选择读研',
    });
  });

  it('is refused when ended, kept in Feishu People, elsewhere, or not there', async () => {
    const ended = waiting();
    await cancel(ended.id);
    expect(await refusalOf(cancel(ended.id))).toEqual({ status: 400, code: 1002221 });
    const people = await under({ feishuPeople: true }, () => refusalOf(cancel(waiting().id)));
    expect(people).toEqual({ status: 400, code: 1002910 });
    for (const type of [5, 7] as const) {
      const elsewhere = await refusalOf(cancel(scene.application('social', type).id));
      expect(elsewhere).toEqual({ status: 400, code: 1002002 });
    }
    expect((await refusalOf(cancel('7400000000000000000'))).code).toBe(1002201);
  });

  it('takes the same reasons as terminate', async () => {
    for (const id of [reason(27), reason(27, false), '7149999999999999999']) {
      const data = { termination_type: 1 as const, termination_reason_id_list: [id] };
      expect((await refusalOf(cancel(waiting().id, data))).code).toBe(1002002);
    }
  });
});

describe('employee patch', () => {
  const OPERATIONS = [1, 2, 3, 4, 5] as const;
  type Operation = (typeof OPERATIONS)[number];
  const patch = (employee_id: string, operation: Operation) =>
    client.hire.v1.employee.patch({
      path: { employee_id },
      data: {
        operation,
        ...(operation === 1 ? { conversion_info: {} } : {}),
        ...(operation === 2 ? { overboard_info: { overboard_note: '职业发展考虑' } } : {}),
      },
    });
  type State = 'on probation' | 'converted' | 'left' | 'left after conversion';

  async function employeeIn(state: State): Promise<Employee> {
    const application = waiting();
    await onboard(application.id, { actual_onboard_time: sandbox.store.now() - 30 * DAY });
    const employee = pick(
      sandbox.world.employees.values(),
      ({ applicationId }) => applicationId === application.id,
    );
    if (state === 'converted' || state === 'left after conversion') await patch(employee.id, 1);
    if (state.startsWith('left')) await patch(employee.id, 2);
    return employee;
  }

  const BROKEN = 1002902;
  /** Columns: convert, leave, back to waiting, undo leaving, undo conversion. */
  const STATES: [State, (0 | number)[]][] = [
    ['on probation', [0, 0, 0, 1002907, BROKEN]],
    ['converted', [BROKEN, 0, BROKEN, 1002907, 0]],
    ['left', [BROKEN, BROKEN, BROKEN, 0, BROKEN]],
    ['left after conversion', [BROKEN, BROKEN, BROKEN, 0, BROKEN]],
  ];
  const cases = STATES.flatMap(([state, codes]) =>
    OPERATIONS.map((operation, at) => ({ state, operation, code: codes[at] ?? 0 })),
  );

  it.each(cases)('$state: operation $operation gives $code', async ({ state, operation, code }) => {
    const employee = await employeeIn(state);
    const before = structuredClone(employee);
    if (code === 0) {
      expect(await patch(employee.id, operation)).toMatchObject({ code: 0 });
    } else {
      expect(await refusalOf(patch(employee.id, operation))).toEqual({ status: 400, code });
      expect(employee).toEqual(before);
    }
  });

  it('converts, undoes it, lets go and takes back, as later reads tell', async () => {
    const { id } = await employeeIn('on probation');
    const read = async () =>
      (await client.hire.v1.employee.get({ path: { employee_id: id } })).data?.employee;
    const now = sandbox.store.now();
    const converted = await client.hire.v1.employee.patch({
      path: { employee_id: id },
      data: { operation: 1, conversion_info: { actual_conversion_time: now - DAY } },
    });
    expect(converted.data?.employee).toMatchObject({
      conversion_status: 2,
      actual_conversion_time: now - DAY,
    });
    await patch(id, 5);
    expect(await read()).toMatchObject({ conversion_status: 1 });
    expect(await read()).not.toHaveProperty('actual_conversion_time');
    await patch(id, 2);
    expect(await read()).toMatchObject({
      onboard_status: 2,
      overboard_time: now,
      overboard_note: '职业发展考虑',
    });
    await patch(id, 4);
    expect(await read()).toMatchObject({ onboard_status: 1 });
    expect(await read()).not.toHaveProperty('overboard_time');
  });

  it('brings back to waiting: the record goes, and joining is open again', async () => {
    const employee = await employeeIn('on probation');
    const application = pick(
      sandbox.world.applications.values(),
      ({ id }) => id === employee.applicationId,
    );
    const { data } = await patch(employee.id, 3);
    expect(data?.employee?.id).toBe(employee.id);
    expect(stageType(application)).toBe(6);
    expect(sandbox.world.talents.get(application.talentId)?.onboarded).toBe(false);
    const gone = client.hire.v1.employee.get({ path: { employee_id: employee.id } });
    expect((await refusalOf(gone)).code).toBe(1002002);
    const by = client.hire.v1.employee.getByApplication({
      params: { application_id: application.id },
    });
    expect(await refusalOf(by)).toEqual({ status: 400, code: 1002903 });
    expect(await onboard(application.id)).toMatchObject({ code: 0 });
  });

  it('refuses what is not there, missing forms, settings and times', async () => {
    const absent = patch('7460000000000000000', 2);
    expect(await refusalOf(absent)).toEqual({ status: 400, code: 1002903 });
    const { id, onboardTime } = await employeeIn('on probation');
    const bare = (operation: 1 | 2, more: object = {}) =>
      client.hire.v1.employee.patch({ path: { employee_id: id }, data: { operation, ...more } });
    for (const operation of [1, 2] as const) {
      expect(await refusalOf(bare(operation))).toEqual({ status: 400, code: 1002002 });
    }
    for (const time of [onboardTime - 1, sandbox.store.now() + 1]) {
      const conversion = bare(1, { conversion_info: { actual_conversion_time: time } });
      expect(await refusalOf(conversion)).toEqual({ status: 400, code: 1002905 });
      const leaving = bare(2, { overboard_info: { actual_overboard_time: time } });
      expect(await refusalOf(leaving)).toEqual({ status: 400, code: 1002905 });
    }
    const off = await under({ ehrSync: false }, () => refusalOf(patch(id, 2)));
    expect(off).toEqual({ status: 400, code: 1002908 });
    const people = await under({ feishuPeople: true }, () => refusalOf(patch(id, 2)));
    expect(people).toEqual({ status: 400, code: 1002910 });
  });

  it('finds a moment for the conversions and departures before the world’s epoch', async () => {
    for (const employee of sandbox.world.employees.values()) {
      const { data } = await client.hire.v1.employee.get({ path: { employee_id: employee.id } });
      const told = data?.employee;
      expect(Boolean(told?.actual_conversion_time)).toBe(employee.conversionStatus === 2);
      expect(Boolean(told?.overboard_time)).toBe(employee.onboardStatus === 2);
    }
  });
});

describe('an e-HR import', () => {
  type Answer = NonNullable<Parameters<typeof client.hire.v1.ehrImportTask.patch>[0]>['data'];
  const answer = (ehr_import_task_id: string, data: Answer) =>
    client.hire.v1.ehrImportTask.patch({ path: { ehr_import_task_id }, data });

  it('is answered with success, or with why it failed', async () => {
    const task = pick(sandbox.world.ehrImportTasks.values());
    await answer(task.id, {
      state: 2,
      fail_reason: '当前 HC 不可用',
      redirect_url: 'https://example.com',
    });
    expect(task).toMatchObject({ state: 2, failReason: '当前 HC 不可用' });
    await answer(task.id, { state: 1 });
    expect(task).toMatchObject({ state: 1, failReason: '', redirectUrl: '' });
  });

  it('is refused when it is not there, and for words that are too long', async () => {
    const { id } = pick(sandbox.world.ehrImportTasks.values());
    expect(await refusalOf(answer('7630000000000000000', { state: 1 }))).toEqual({
      status: 400,
      code: 1002213,
    });
    const long = { state: 2, fail_reason: '长'.repeat(513) } as const;
    expect(await refusalOf(answer(id, long))).toEqual({ status: 400, code: 1002215 });
    const far = { state: 1, redirect_url: `https://example.com/${'a'.repeat(2048)}` } as const;
    expect(await refusalOf(answer(id, far))).toEqual({ status: 400, code: 1002219 });
  });
});

it('has answered as documented throughout', () => {
  expect(sandbox.violations).toEqual([]);
});
