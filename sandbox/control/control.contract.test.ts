import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const control = (method: string, path: string, body?: unknown) =>
  sandbox.call(method, `/_sandbox${path}`, { token: null, body });
const act = (body: object) => control('POST', '/acts', body);
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
    expect((await control('PUT', '/clock', { jumpMs: -5 })).status).toBe(422);
  });
});

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
    expect((await fault({ times: 0 })).status).toBe(422);
    expect((await control('POST', '/faults', 'not json')).status).toBe(400);
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
    await control('DELETE', '/requests');
    expect((await control('GET', '/requests')).body).toMatchObject({ total: 0, effects: {} });
  });
});

describe('acts of people', () => {
  it('apply with a new name, and the application is there with its talent', async () => {
    const job = [...sandbox.world.jobs.values()][0];
    const { body } = await act({ act: 'apply', jobId: job?.id, name: '测试人选' });
    const fact = await control('GET', `/facts/applications/${body.id}`);
    expect(fact.body).toMatchObject({ jobId: job?.id, active: true, talentName: '测试人选' });
    const read = await sandbox.hire(`/v1/applications/${body.id}`);
    expect(read.body.data.application.stage.type).toBe(1);
    const talents = await sandbox.hire('/v1/talents?page_size=1');
    expect(talents.body.data.items[0].basic_info.name).toBe('测试人选');
  });

  it('assign and submit an evaluation', async () => {
    const evaluatorId = sandbox.world.people[30]?.openId;
    const application = applications()[0];
    const assigned = await act({
      act: 'assign-evaluation',
      applicationId: application?.id,
      evaluatorId,
    });
    await act({
      act: 'evaluate',
      evaluationId: assigned.body.id,
      conclusion: 1,
      content: '匹配度高',
    });
    const list = await sandbox.hire(`/v1/evaluations?application_id=${application?.id}`);
    const row = list.body.data.items.find((e: { id: string }) => e.id === assigned.body.id);
    expect(row).toMatchObject({
      commit_status: 1,
      conclusion: 1,
      content: '匹配度高',
      evaluator_id: evaluatorId,
    });
    const seen = await control('GET', `/facts/evaluators/${evaluatorId}/applications`);
    expect(seen.body.applicationIds).toContain(application?.id);
  });

  it('arrange, move and assess an interview', async () => {
    const interviewerId = sandbox.world.people[31]?.openId;
    const application = applications()[0];
    const begin = sandbox.store.now() + 3_600_000;
    const arranged = await act({
      act: 'arrange-interview',
      applicationId: application?.id,
      begin,
      end: begin + 3_600_000,
      interviewerIds: [interviewerId],
    });
    const id = arranged.body.id;
    const read = async () =>
      (await sandbox.hire(`/v1/interviews?interview_id=${id}`)).body.data.items[0];
    expect(await read()).toMatchObject({
      begin_time: begin,
      arrangement_status: 1,
      interview_round_summary: 2,
    });
    const later = begin + 7_200_000;
    await act({ act: 'move-interview', interviewId: id, begin: later, end: later + 1 });
    expect((await read()).begin_time).toBe(later);
    const seen = await control('GET', `/facts/interviewers/${interviewerId}/applications`);
    expect(seen.body.applicationIds).toContain(application?.id);
    const assessed = await act({ act: 'assess', interviewId: id, conclusion: 1, score: 5 });
    expect(await read()).toMatchObject({ interview_round_summary: 4 });
    const records = await sandbox.hire(`/v2/interview_records?ids=${assessed.body.id}`);
    expect(records.body.data.items[0].record_score.score).toBe(
      sandbox.world.form.dimensions.length * 5,
    );
  });

  it('make and decide an offer, open, close and staff a job, tag and delete', async () => {
    const application = applications().find(
      (a) => !sandbox.store.index.offerByApplication.has(a.id),
    );
    const offer = await act({ act: 'create-offer', applicationId: application?.id });
    await act({ act: 'offer-status', offerId: offer.body.id, status: 6 });
    const read = await sandbox.hire(`/v1/applications/${application?.id}/offer`);
    expect(read.body.data.offer.offer_status).toBe(6);
    expect(read.body.data.offer.offer_send_record_list).toHaveLength(1);
    expect((await act({ act: 'create-offer', applicationId: application?.id })).status).toBe(409);

    const jobId = application?.jobId;
    await act({ act: 'close-job', jobId });
    const manager = sandbox.world.people[20]?.openId;
    await act({ act: 'staff-job', jobId, managerIds: [manager] });
    const job = await control('GET', `/facts/jobs/${jobId}`);
    expect(job.body).toMatchObject({ open: false, managerIds: [manager] });

    await act({
      act: 'tag',
      talentId: application?.talentId,
      tagId: sandbox.world.tags[0]?.id,
    });
    await act({ act: 'delete', applicationId: application?.id });
    expect((await sandbox.hire(`/v1/applications/${application?.id}`)).body.code).toBe(1002201);
    const ids = await sandbox.hire('/v1/applications?page_size=200');
    expect(ids.body.data.items).not.toContain(application?.id);
  });

  it('are refused with 404 for what is not there and 422 for what is not an act', async () => {
    expect((await act({ act: 'lock', applicationId: '1' })).status).toBe(404);
    expect((await act({ act: 'dance' })).status).toBe(422);
    expect((await control('GET', '/nothing')).status).toBe(404);
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
