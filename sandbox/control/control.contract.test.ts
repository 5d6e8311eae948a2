import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const control = (method: string, path: string, body?: unknown) =>
  sandbox.call(method, `/_sandbox${path}`, { token: null, body });
const applications = () => [...sandbox.world.applications.values()];

describe('apps', () => {
  it('each have a world, a token and limits of their own', async () => {
    const made = await control('POST', '/apps', { seed: 7, size: 60 });
    expect(made.status).toBe(201);
    const { appId, appSecret, worldId, personas, counts } = made.body;
    expect(appId).toMatch(/^cli_[0-9a-f]{16}$/);
    expect(made.body).toMatchObject({
      encryptKey: expect.any(String),
      verificationToken: expect.any(String),
      tenantKey: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(worldId).not.toBe(sandbox.world.id);
    expect(counts.applications).toBe(60);
    for (const who of ['admin', 'recruiter', 'manager', 'interviewer', 'evaluator', 'stranger']) {
      expect(personas[who].openId).toMatch(/^ou_/);
    }
    const answer = await sandbox.post(
      '/open-apis/auth/v3/tenant_access_token/internal',
      { app_id: appId, app_secret: appSecret },
      { token: null },
    );
    const token: string = answer.body.tenant_access_token;
    const list = await sandbox.hire('/v1/applications?page_size=200', { token });
    expect(list.body.data.items).toHaveLength(60);
    expect(list.headers.get('x-sandbox-world')).toBe(worldId);
    const board = await control('GET', `/apps/${appId}/facts/jobs/${personas.boardJobId}/board`);
    expect(board.body.active).toBeGreaterThan(0);
    expect((await control('DELETE', `/apps/${appId}`)).status).toBe(204);
    expect((await sandbox.hire('/v1/applications', { token })).body.code).toBe(99991663);
  });

  it('are refused when the id is taken or not an app id', async () => {
    expect((await control('POST', '/apps', { appId: 'cli_5a4db0c5e0d00001' })).status).toBe(409);
    expect((await control('POST', '/apps', { appId: 'me' })).status).toBe(422);
    expect((await control('DELETE', '/apps/cli_5a4db0c5e0d00001')).status).toBe(409);
    expect((await control('GET', '/apps/cli_0000000000000000/world')).status).toBe(404);
  });
});

describe('the world', () => {
  it('starts afresh by reset: another id, another tenant key, the log empty', async () => {
    const before = await control('GET', '/world');
    await sandbox.hire('/v1/jobs');
    const after = await control('POST', '/reset', { seed: 2, size: 80 });
    expect(after.body).toMatchObject({ seed: 2, size: 80, counts: { applications: 80 } });
    expect(after.body.id).not.toBe(before.body.id);
    expect(after.body.tenantKey).not.toBe(before.body.tenantKey);
    expect((await control('GET', '/requests')).body.total).toBe(0);
    expect((await sandbox.hire('/v1/jobs')).body.code).toBe(99991663);
    const { tenant_access_token: token } = await sandbox.freshToken();
    const tenant = await sandbox.get('/open-apis/tenant/v2/tenant/query', { token });
    expect(tenant.body.data.tenant.tenant_key).toBe(after.body.tenantKey);
  });

  it('has a clock that jumps and is hurried', async () => {
    const { now } = (await control('GET', '/clock')).body;
    const jumped = await control('PUT', '/clock', { jumpMs: 86_400_000 });
    expect(jumped.body.now).toBe(now + 86_400_000);
    await control('PUT', '/clock', { scale: 60 });
    sandbox.advance(1_000);
    expect((await control('GET', '/clock')).body.now).toBe(now + 86_400_000 + 60_000);
    expect((await control('GET', '/clock')).body).toMatchObject({ scale: 60 });
    expect((await control('PUT', '/clock', { jumpMs: -5 })).status).toBe(422);
    expect((await control('PUT', '/clock', { scale: -1 })).status).toBe(422);
  });

  it('has limits that are scaled, lifted and read', async () => {
    expect((await control('PUT', '/limits', { scale: 0.02 })).body).toEqual({ scale: 0.02 });
    expect((await sandbox.hire('/v1/jobs')).status).toBe(200);
    const limited = await sandbox.hire('/v1/jobs');
    expect(limited).toMatchObject({ status: 429, body: { code: 99991400 } });
    const { byEndpoint } = (await control('GET', '/requests')).body;
    expect(byEndpoint['hire.v1.job.list']).toEqual({ count: 2, refused: 1, limited: 1 });
    await control('PUT', '/limits', { scale: null });
    expect((await control('GET', '/limits')).body).toEqual({ scale: null });
    expect((await sandbox.hire('/v1/jobs')).status).toBe(200);
    expect((await control('PUT', '/limits', { scale: 0 })).status).toBe(422);
  });
});

describe('the request log', () => {
  it('counts calls by endpoint and effects by kind', async () => {
    await sandbox.hire('/v1/jobs');
    await sandbox.hire('/v1/jobs?page_size=999');
    await sandbox.post('/open-apis/hire/v1/notes', {
      talent_id: applications()[0]?.talentId,
      content: 'x',
    });
    const { body } = await control('GET', '/requests?limit=1');
    expect(body.byEndpoint['hire.v1.job.list']).toEqual({ count: 2, refused: 1, limited: 0 });
    expect(body.effects).toEqual({ 'note.created': 1 });
    expect(body.latest).toMatchObject([{ endpoint: 'hire.v1.note.create', status: 200, code: 0 }]);
    const after = await control('GET', `/requests?after=${body.latest[0].seq}`);
    expect(after.body.latest).toEqual([]);
    const ofJobs = await control('GET', '/requests?endpoint=hire.v1.job.list');
    expect(ofJobs.body.latest).toMatchObject([{ status: 400 }, { status: 200, code: 0 }]);
    expect((await control('GET', '/requests?limit=x')).status).toBe(422);
    await control('DELETE', '/requests');
    expect((await control('GET', '/requests')).body).toMatchObject({ total: 0, effects: {} });
  });
});

describe('facts', () => {
  it('agree with the API: board counts by stage, and the truth over all', async () => {
    const { personas } = (await control('GET', '/world')).body;
    const board = (await control('GET', `/facts/jobs/${personas.boardJobId}/board`)).body;
    for (const stage of board.stages) {
      const { body } = await sandbox.hire(
        `/v1/applications?page_size=200&active_status=1&job_id=${board.jobId}&stage_id=${stage.stageId}`,
      );
      expect(body.data.items).toHaveLength(stage.active);
    }
    const truth = (await control('GET', '/truth')).body;
    expect(truth.applications).toBe(sandbox.world.applications.size);
    expect(truth.steps).toHaveLength(7);
  });
});

describe('switches', () => {
  it('are read, changed one by one, refused when unknown, and put back', async () => {
    const changed = await control('PUT', '/switches', { invalidTokenStatus: 200 });
    expect(changed.body).toMatchObject({ invalidTokenStatus: 200, rateLimitStatus: 429 });
    expect((await control('PUT', '/switches', { noSuchSwitch: 1 })).status).toBe(422);
    expect((await control('PUT', '/switches', { rateLimitStatus: 418 })).status).toBe(422);
    expect((await control('DELETE', '/switches')).body.invalidTokenStatus).toBe(400);
  });
});
