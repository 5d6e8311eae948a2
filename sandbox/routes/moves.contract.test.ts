import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { Application, StageType } from '@/sandbox/world/types';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ size: 400 });
});
afterEach(() => sandbox.close());

const stageOf = (a: Application) => sandbox.store.index.stages.get(a.stageId)?.stage;
const processOf = (a: Application) => {
  const job = sandbox.world.jobs.get(a.jobId);
  return sandbox.store.index.processes.get(job?.processId ?? '');
};
const talentOf = (a: Application) => sandbox.world.talents.get(a.talentId);

/** An application the test can do anything to: active, early, alone, unlocked. */
function plain(extra: (a: Application) => boolean = () => true): Application {
  for (const a of sandbox.world.applications.values()) {
    const alone = sandbox.store.index.applicationsByTalent.get(a.talentId)?.length === 1;
    const free = talentOf(a)?.lockedByApplicationId === null && !talentOf(a)?.onboarded;
    if (a.active && alone && free && (stageOf(a)?.type ?? 9) <= 4 && extra(a)) return a;
  }
  throw new Error('the world has no such application');
}
function stageOfType(a: Application, type: StageType): string {
  const stage = processOf(a)?.stages.find((s) => s.type === type);
  if (!stage) throw new Error(`the process has no stage of type ${type}`);
  return stage.id;
}
const act = (body: object) => sandbox.post('/_sandbox/acts', body, { token: null });
const move = (id: string, stage_id: string) =>
  sandbox.post(`/open-apis/hire/v1/applications/${id}/transfer_stage`, { stage_id });
const terminate = (id: string, body: object = { termination_type: 1 }) =>
  sandbox.post(`/open-apis/hire/v1/applications/${id}/terminate`, body);
const recover = (id: string) => sandbox.post(`/open-apis/hire/v1/applications/${id}/recover`);

describe('transfer_stage', () => {
  it('moves to any ordinary stage, forth, back and over others, and keeps the history', async () => {
    const a = plain((one) => processOf(one)?.forbiddenMoves.length === 0);
    const visits = a.stageTimes.length;
    for (const type of [4, 2, 1] as const) {
      sandbox.advance(60_000);
      expect((await move(a.id, stageOfType(a, type))).body).toMatchObject({ code: 0, data: {} });
    }
    const { body } = await sandbox.hire(`/v1/applications/${a.id}`);
    const times = body.data.application.stage_time_list;
    expect(times.length).toBeGreaterThan(visits);
    expect(times.at(-1)).toMatchObject({ stage_id: stageOfType(a, 1), exit_time: '' });
    expect(times.at(-2).exit_time).toBe(times.at(-1).enter_time);
    expect(body.data.application.modify_time).toBe(String(sandbox.store.now()));
  });

  it('refuses an application or a stage that is not there', async () => {
    const a = plain();
    expect(await move('7400000000000000000', a.stageId)).toMatchObject({
      status: 400,
      body: { code: 1002201 },
    });
    expect(await move(a.id, '7110000000000000000')).toMatchObject({
      status: 400,
      body: { code: 1002204 },
    });
  });

  it('refuses a talent that another application has locked, not the one that holds the lock', async () => {
    const a = plain();
    const job = [...sandbox.world.jobs.values()].find((j) => j.id !== a.jobId);
    const other = await act({ act: 'apply', jobId: job?.id, talentId: a.talentId });
    await act({ act: 'lock', applicationId: other.body.id });
    expect((await move(a.id, stageOfType(a, 1))).body.code).toBe(1002210);
    const { body } = await sandbox.hire(
      `/v1/applications?talent_id=${a.talentId}&lock_status=2&lock_status=3`,
    );
    expect(body.data.items.sort()).toEqual([a.id, other.body.id].sort());
    await act({ act: 'lock', applicationId: a.id });
    expect((await move(a.id, stageOfType(a, 1))).body.code).toBe(0);
  });

  it('refuses the joined stage as target and as origin', async () => {
    const a = plain();
    expect((await move(a.id, stageOfType(a, 7))).body.code).toBe(1002211);
    await act({ act: 'move', applicationId: a.id, stageId: stageOfType(a, 7) });
    expect((await move(a.id, stageOfType(a, 1))).body.code).toBe(1002220);
  });

  it('refuses to-join without the approved offer that the process demands', async () => {
    const a = plain((one) => {
      const process = processOf(one);
      const target = process?.stages.find((s) => s.type === 6)?.id;
      return (
        process?.offerApprovalRequired === true &&
        !process.forbiddenMoves.some((m) => m.from === one.stageId && m.to === target) &&
        !sandbox.store.index.offerByApplication.has(one.id)
      );
    });
    const toJoin = stageOfType(a, 6);
    expect((await move(a.id, toJoin)).body.code).toBe(1002212);
    await act({ act: 'create-offer', applicationId: a.id });
    expect((await move(a.id, toJoin)).body.code).toBe(1002212);
    await act({ act: 'offer-status', applicationId: a.id, status: 4 });
    expect((await move(a.id, toJoin)).body.code).toBe(0);
  });

  it('refuses what a control rule of the tenant forbids', async () => {
    const a = plain((one) =>
      Boolean(processOf(one)?.forbiddenMoves.some((m) => stageType(m.from) <= 4)),
    );
    const rule = processOf(a)?.forbiddenMoves.find((m) => stageType(m.from) <= 4);
    await act({ act: 'move', applicationId: a.id, stageId: rule?.from });
    expect((await move(a.id, rule?.to ?? '')).body.code).toBe(1002220);
    expect(sandbox.world.applications.get(a.id)?.stageId).toBe(rule?.from);
  });

  it('refuses a stage of another process and an ended application, unless switched', async () => {
    const a = plain();
    const foreign = sandbox.world.processes
      .filter((p) => p.id !== processOf(a)?.id)
      .flatMap((p) => p.stages)
      .find((s) => s.type === 1 && !processOf(a)?.stages.some((own) => own.id === s.id));
    expect((await move(a.id, foreign?.id ?? '')).body.code).toBe(1002211);
    await terminate(a.id);
    expect((await move(a.id, stageOfType(a, 1))).body.code).toBe(1002212);
    sandbox.app.switches.transferTerminated = 'allow';
    expect((await move(a.id, stageOfType(a, 1))).body.code).toBe(0);
  });

  it('says yes to the present stage without a new visit', async () => {
    const a = plain();
    expect((await move(a.id, a.stageId)).body.code).toBe(0);
    expect(sandbox.app.log.summary().effects).toEqual({});
  });
});

const stageType = (id: string): number => sandbox.store.index.stages.get(id)?.stage.type ?? 99;

describe('terminate and recover', () => {
  it('end with type, reasons and note, and bring back without them', async () => {
    const a = plain();
    const reason = sandbox.world.reasons.find((r) => r.type === 22 && r.active);
    await terminate(a.id, {
      termination_type: 22,
      termination_reason_list: [reason?.id],
      termination_reason_note: '薪资未谈拢',
    });
    const ended = (await sandbox.hire(`/v1/applications/${a.id}`)).body.data.application;
    expect(ended).toMatchObject({
      active_status: 2,
      termination_type: 22,
      termination_reason_list: [reason?.id],
      termination_reason_note: '薪资未谈拢',
      stage: { id: a.stageId },
    });
    expect((await terminate(a.id)).body.code).toBe(1002221);
    expect((await recover(a.id)).body).toMatchObject({ code: 0 });
    const back = (await sandbox.hire(`/v1/applications/${a.id}`)).body.data.application;
    expect(back.active_status).toBe(1);
    expect(back).not.toHaveProperty('termination_type');
    expect((await recover(a.id)).body.code).toBe(1002225);
  });

  it('refuse an application that is not there, and a reason nobody defined', async () => {
    expect((await recover('7400000000000000000')).body.code).toBe(1002201);
    expect((await terminate('7400000000000000000')).body.code).toBe(1002201);
    const wrong = await terminate(plain().id, {
      termination_type: 1,
      termination_reason_list: ['7149999999999999999'],
    });
    expect(wrong.body.code).toBe(1002002);
  });

  it('refuse a reason that is retired or of another type, unless switched', async () => {
    const { reasons } = sandbox.world;
    const retired = reasons.find((one) => one.type === 27 && !one.active);
    const other = reasons.find((one) => one.type === 22 && one.active);
    const end = (id: string, termination_type: number, reason: string | undefined) =>
      terminate(id, { termination_type, termination_reason_list: [reason] });
    const a = plain();
    for (const [type, reason] of [
      [27, retired?.id],
      [1, other?.id],
    ] as const) {
      expect(await end(a.id, type, reason)).toMatchObject({ status: 400, body: { code: 1002002 } });
    }
    expect(sandbox.world.applications.get(a.id)?.active).toBe(true);
    sandbox.app.switches.terminationReasons = 'known';
    expect((await end(a.id, 27, retired?.id)).body.code).toBe(0);
    expect((await end(plain().id, 1, other?.id)).body.code).toBe(0);
    const unknown = await end(plain().id, 1, '7149999999999999999');
    expect(unknown.body.code).toBe(1002002);
  });

  it('refuse to end who has joined, unless switched', async () => {
    const a = plain();
    await act({ act: 'move', applicationId: a.id, stageId: stageOfType(a, 7) });
    expect(await terminate(a.id)).toMatchObject({ status: 400, body: { code: 1002002 } });
    sandbox.app.switches.terminateJoined = 'allow';
    expect((await terminate(a.id)).body.code).toBe(0);
  });

  it('leave an offer that is out as it is, or void it where switched', async () => {
    const sent = async () => {
      const a = plain((one) => !sandbox.store.index.offerByApplication.has(one.id));
      await act({ act: 'create-offer', applicationId: a.id });
      await act({ act: 'offer-status', applicationId: a.id, status: 6 });
      await terminate(a.id);
      return sandbox.store.index.offerByApplication.get(a.id)?.status;
    };
    expect(await sent()).toBe(6);
    sandbox.app.switches.terminateLiveOffer = 'void';
    expect(await sent()).toBe(9);
  });

  it('refuse to recover beside an active application on the same job', async () => {
    const a = plain();
    await terminate(a.id);
    await act({ act: 'apply', jobId: a.jobId, talentId: a.talentId });
    expect((await recover(a.id)).body.code).toBe(1002206);
  });

  it('refuse to recover while another application holds the lock', async () => {
    const a = plain();
    await terminate(a.id);
    const job = [...sandbox.world.jobs.values()].find((j) => j.id !== a.jobId);
    const other = await act({ act: 'apply', jobId: job?.id, talentId: a.talentId });
    await act({ act: 'lock', applicationId: other.body.id });
    expect((await recover(a.id)).body.code).toBe(1002210);
  });

  it('refuse to recover who has joined', async () => {
    const joined = [...sandbox.world.talents.values()].find((t) => t.onboarded);
    const job = [...sandbox.world.jobs.values()].find((j) =>
      (sandbox.store.index.applicationsByTalent.get(joined?.id ?? '') ?? []).every(
        (a) => a.jobId !== j.id,
      ),
    );
    const second = await act({ act: 'apply', jobId: job?.id, talentId: joined?.id });
    await terminate(second.body.id);
    expect((await recover(second.body.id)).body.code).toBe(1002209);
  });
});

describe('the list of ids after a write', () => {
  it('has the changed application first, and inside a window that begins now', async () => {
    const a = plain();
    sandbox.advance(60_000);
    const since = sandbox.store.now();
    await move(a.id, stageOfType(a, 2));
    const list = await sandbox.hire(`/v1/applications?page_size=5&update_start_time=${since}`);
    expect(list.body.data).toEqual({ items: [a.id], has_more: false });
    const all = await sandbox.hire('/v1/applications?page_size=1');
    expect(all.body.data.items).toEqual([a.id]);
  });

  it('follows stage, job and state', async () => {
    const a = plain();
    const count = async (query: string) => {
      const { body } = await sandbox.hire(`/v1/applications?page_size=200&${query}`);
      return body.data.items.length as number;
    };
    const here = await count(`stage_id=${a.stageId}&job_id=${a.jobId}&active_status=1`);
    const ended = await count(`job_id=${a.jobId}&active_status=2`);
    await terminate(a.id);
    expect(await count(`stage_id=${a.stageId}&job_id=${a.jobId}&active_status=1`)).toBe(here - 1);
    expect(await count(`job_id=${a.jobId}&active_status=2`)).toBe(ended + 1);
  });
});
