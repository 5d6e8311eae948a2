import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { endpoints } from '@/sandbox/platform/inferred';
import { handlers } from '@/sandbox/routes/handlers';
import { buildIndex } from '@/sandbox/world/indexes';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const control = (method: string, path: string, body?: unknown) =>
  sandbox.call(method, `/_sandbox${path}`, { token: null, body });
const applications = () => [...sandbox.world.applications.values()];

const KINDS = [
  { status: 500 },
  { status: 400, code: 1002001 },
  { drop: 'before' },
  { drop: 'after' },
  { malformed: true },
  { truncate: 'rows' },
  { truncate: 'body' },
  { delayMs: 1 },
];

describe('faults', () => {
  /** Moves somebody from the first stage to the second. */
  const move = () => {
    const { index, world } = sandbox.store;
    const a = applications().find(
      (one) =>
        one.active &&
        index.stages.get(one.stageId)?.position === 0 &&
        world.talents.get(one.talentId)?.lockedByApplicationId === null,
    );
    const stage = index.stages.get(a?.stageId ?? '')?.process.stages[1];
    return sandbox
      .post(`/open-apis/hire/v1/applications/${a?.id}/transfer_stage`, { stage_id: stage?.id })
      .catch(() => 'cut' as const);
  };
  const fault = (body: object) =>
    control('POST', '/faults', { endpoint: 'hire.v1.application.transferStage', ...body });
  const effects = async () => (await control('GET', '/requests')).body.effects;

  it('answer once with a status and code, then no more', async () => {
    await fault({ status: 500, code: 1002001 });
    expect(await move()).toMatchObject({ status: 500, body: { code: 1002001 } });
    expect(await effects()).toEqual({});
    expect(await move()).toMatchObject({ status: 200 });
  });

  it('happen as often as they say, at that endpoint only', async () => {
    await fault({ status: 503, times: 2 });
    expect((await sandbox.hire('/v1/jobs')).status).toBe(200);
    expect(await move()).toMatchObject({ status: 503 });
    expect(await move()).toMatchObject({ status: 503 });
    expect((await control('GET', '/faults')).body.faults).toEqual([]);
  });

  it('cut the connection before the write, and nothing has changed', async () => {
    await fault({ drop: 'before' });
    expect(await move()).toBe('cut');
    expect(await effects()).toEqual({});
  });

  it('cut the connection after the write, and it has happened', async () => {
    await fault({ drop: 'after' });
    expect(await move()).toBe('cut');
    expect(await effects()).toEqual({ 'application.moved': 1 });
  });

  it('delay, break the JSON, and are cleared', async () => {
    await fault({ delayMs: 60 });
    const started = performance.now();
    await move();
    expect(performance.now() - started).toBeGreaterThanOrEqual(55);
    await fault({ malformed: true });
    expect(typeof ((await move()) as { body: unknown }).body).toBe('string');
    await fault({ status: 500, times: 9 });
    await control('DELETE', '/faults');
    expect(await move()).toMatchObject({ status: 200 });
  });

  it('are refused when they say something senseless', async () => {
    expect((await fault({ status: 500, times: 0 })).status).toBe(422);
    expect((await fault({ status: 500, often: 3 })).status).toBe(422);
    expect((await fault({ rate: 0.5 })).status).toBe(422);
    expect((await fault({ status: 500, rate: 1.5 })).status).toBe(422);
    expect((await control('POST', '/faults', 'not json')).status).toBe(400);
  });

  it('cut a page short, or the connection half-way through a reply', async () => {
    const at = { endpoint: 'hire.v1.application.list' };
    const list = () => sandbox.hire('/v1/applications?page_size=100').catch(() => 'cut' as const);
    const whole = (await sandbox.hire('/v1/applications?page_size=100')).body.data;
    await fault({ ...at, truncate: 'rows' });
    const short = await list();
    expect(short).toMatchObject({ status: 200, body: { code: 0, data: { has_more: true } } });
    expect(short).toMatchObject({ body: { data: { items: whole.items.slice(0, 50) } } });
    await fault({ ...at, truncate: 'body' });
    expect(await list()).toBe('cut');
    expect(await list()).toMatchObject({ body: { data: { items: whole.items } } });
  });

  it('meet a share of the calls, the same ones for the same seed, until they are cleared', async () => {
    const at = { endpoint: 'hire.v1.job.list', status: 503, rate: 0.3 };
    const met = async (seed: number) => {
      await control('DELETE', '/faults');
      await fault({ ...at, seed });
      const statuses: number[] = [];
      for (let i = 0; i < 40; i++) statuses.push((await sandbox.hire('/v1/jobs')).status);
      return statuses;
    };
    const first = await met(7);
    expect(await met(7)).toEqual(first);
    expect(await met(8)).not.toEqual(first);
    const refused = first.filter((status) => status === 503).length;
    expect(refused).toBeGreaterThan(4);
    expect(refused).toBeLessThan(22);
    const [waiting] = (await control('GET', '/faults')).body.faults;
    expect(waiting).toMatchObject({ ...at, seed: 8, left: null, met: expect.any(Number) });
    expect((await control('DELETE', `/faults/${waiting.id}`)).status).toBe(204);
    expect((await control('DELETE', `/faults/${waiting.id}`)).status).toBe(404);
    expect((await sandbox.hire('/v1/jobs')).status).toBe(200);
  });

  it('happen at every endpoint under *, and the log says which call met one', async () => {
    await sandbox.tenantToken();
    await fault({ endpoint: '*', code: 1002001, status: 500, times: 2 });
    await sandbox.hire('/v1/jobs');
    await sandbox.hire('/v1/applications');
    await sandbox.hire('/v1/applications');
    const { latest } = (await control('GET', '/requests?limit=3')).body;
    expect(latest.map((call: { fault: string | null }) => call.fault)).toEqual([
      null,
      'answer 1002001',
      'answer 1002001',
    ]);
  });

  it('of every kind leave the world as it was or as the write made it, never between', async () => {
    const a = applications().find((one) => one.active);
    const note = { talent_id: a?.talentId, content: '沟通顺畅' };
    for (const kind of KINDS) {
      const before = sandbox.world.notes.size;
      const lands = !('status' in kind) && kind.drop !== 'before';
      await fault({ endpoint: 'hire.v1.note.create', ...kind });
      await sandbox.post('/open-apis/hire/v1/notes', note).catch(() => null);
      expect(sandbox.world.notes.size - before, JSON.stringify(kind)).toBe(lands ? 1 : 0);
      const read = await sandbox.hire(`/v1/notes?talent_id=${a?.talentId}&page_size=100`);
      expect(read.body.data.items).toHaveLength(
        sandbox.store.index.notesByTalent.get(a?.talentId ?? '')?.length ?? 0,
      );
    }
  });

  it('meet every endpoint, each kind once, and leave nothing behind', async () => {
    const openId = sandbox.world.people[0]?.openId ?? '';
    const now = sandbox.store.now();
    const { appId, grants } = sandbox.app;
    const user = grants.issueTokens(appId, openId, ['hire:todo:readonly'], now).access_token;
    const unmet: string[] = [];
    for (const id of Object.keys(handlers)) {
      const endpoint = endpoints.get(id);
      if (!endpoint) throw new Error(`${id} is in no contract`);
      const path = endpoint.path.replaceAll(/:\w+/g, '1');
      const token = endpoint.tokens.includes('tenant') ? undefined : user;
      const body = endpoint.method === 'GET' ? {} : { body: {} };
      for (const kind of KINDS) {
        await fault({ endpoint: id, ...kind });
        await sandbox.call(endpoint.method, path, { token, ...body }).catch(() => null);
        if (sandbox.app.faults.list().length > 0) unmet.push(`${id} ${JSON.stringify(kind)}`);
        sandbox.app.faults.clear();
      }
    }
    expect(unmet).toEqual([]);
    expect(inOrder(sandbox.store.index)).toEqual(inOrder(buildIndex(sandbox.world)));
    expect((await sandbox.hire('/v1/jobs')).body.code).toBe(0);
  }, 120_000);
});

/** What can be compared: maps by their keys. */
const inOrder = (index: unknown): unknown =>
  JSON.parse(
    JSON.stringify(index, (_, value) =>
      value instanceof Map
        ? [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
        : value,
    ),
  );
