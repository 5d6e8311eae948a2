import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';

const TOKEN_PATH = '/open-apis/auth/v3/tenant_access_token/internal';
const JOBS = '/v1/jobs';
const MINUTE = 60_000;

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const credentials = (change: object = {}) => ({
  app_id: 'cli_5a4db0c5e0d00001',
  app_secret: 'sandbox-secret',
  ...change,
});

describe('tenant tokens', () => {
  it('are handed out again while 30 minutes or more are left, then renewed with both alive', async () => {
    const first = await sandbox.freshToken();
    expect(first.tenant_access_token).toMatch(/^t-/);
    expect(first.expire).toBe(7200);

    sandbox.advance(90 * MINUTE);
    const same = await sandbox.freshToken();
    expect(same).toMatchObject({ tenant_access_token: first.tenant_access_token, expire: 1800 });

    sandbox.advance(1);
    const second = await sandbox.freshToken();
    expect(second.tenant_access_token).not.toBe(first.tenant_access_token);
    expect(second.expire).toBe(7200);
    for (const { tenant_access_token } of [first, second]) {
      const { status } = await sandbox.hire(JOBS, { token: tenant_access_token });
      expect(status).toBe(200);
    }

    sandbox.advance(30 * MINUTE);
    const old = await sandbox.hire(JOBS, { token: first.tenant_access_token });
    expect(old).toMatchObject({ status: 400, body: { code: 99991663 } });
    const young = await sandbox.hire(JOBS, { token: second.tenant_access_token });
    expect(young.status).toBe(200);
  });

  it('come flat, and from the app token endpoint with the same string twice', async () => {
    const tenant = await sandbox.post(TOKEN_PATH, credentials(), { token: null });
    expect(Object.keys(tenant.body).sort()).toEqual([
      'code',
      'expire',
      'msg',
      'tenant_access_token',
    ]);
    const app = await sandbox.post('/open-apis/auth/v3/app_access_token/internal', credentials(), {
      token: null,
    });
    expect(app.body.app_access_token).toBe(tenant.body.tenant_access_token);
    expect(app.body.tenant_access_token).toBe(tenant.body.tenant_access_token);
  });

  it('are refused with the code of what is wrong', async () => {
    const codes = [
      [{ app_secret: 'wrong' }, 10015],
      [{ app_id: 'cli_0000000000000000' }, 10014],
      [{ app_secret: undefined }, 10003],
    ] as const;
    for (const [change, code] of codes) {
      const answer = await sandbox.post(TOKEN_PATH, credentials(change), { token: null });
      expect(answer).toMatchObject({ status: 400, body: { code } });
      expect(answer.body).not.toHaveProperty('tenant_access_token');
    }
    sandbox.app.switches.tokenErrorStatus = 200;
    const answer = await sandbox.post(TOKEN_PATH, credentials({ app_secret: 'no' }), {
      token: null,
    });
    expect(answer).toMatchObject({ status: 200, body: { code: 10015 } });
    sandbox.app.switches.tokenErrorStatus = 400;
  });

  it('end at once when they are revoked by control', async () => {
    const { tenant_access_token: token } = await sandbox.freshToken();
    expect((await sandbox.hire(JOBS, { token })).status).toBe(200);
    await sandbox.call('DELETE', '/_sandbox/tokens', { token: null });
    expect((await sandbox.hire(JOBS, { token })).body.code).toBe(99991663);
    const renewed = await sandbox.freshToken();
    expect(renewed.tenant_access_token).not.toBe(token);
  });
});

describe('the authorization header', () => {
  it.each([
    [null, 99991661],
    ['xyz-123', 99991671],
    ['t-unknown', 99991663],
    ['u-unknown', 99991668],
    ['eyJunknown.a.b', 99991668],
    ['a-unknown', 99991664],
  ])('answers token %s with %i', async (token, code) => {
    const answer = await sandbox.hire(JOBS, { token });
    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect(answer.body.error.log_id).toBe(answer.headers.get('x-tt-logid'));
  });

  it('answers 99991663 with HTTP 200 when the switch says so', async () => {
    sandbox.app.switches.invalidTokenStatus = 200;
    const answer = await sandbox.hire(JOBS, { token: 't-unknown' });
    sandbox.app.switches.invalidTokenStatus = 400;
    expect(answer).toMatchObject({ status: 200, body: { code: 99991663 } });
  });

  it('refuses a tenant token where only a person may call', async () => {
    const { tenant_access_token: token } = await sandbox.freshToken();
    const answer = await sandbox.get('/open-apis/authen/v1/user_info', { token });
    expect(answer.body.code).toBe(99991663);
  });
});
