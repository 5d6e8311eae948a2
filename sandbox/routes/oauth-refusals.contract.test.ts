import { withUserAccessToken } from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';

const REDIRECT = 'http://localhost:3000/api/auth/callback/feishu';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const codeFor = (scope: string[]) =>
  sandbox.app.grants.issueCode(
    {
      openId: sandbox.world.people[1]?.openId ?? '',
      redirectUri: REDIRECT,
      scope,
      challenge: null,
    },
    sandbox.store.now(),
  );
const exchange = (body: object, headers: Record<string, string> = {}) =>
  sandbox.post(
    '/open-apis/authen/v2/oauth/token',
    { client_id: sandbox.app.appId, client_secret: sandbox.app.secret, ...body },
    { token: null, headers },
  );
const byCode = (code: string) => ({ grant_type: 'authorization_code', code });

describe('the token endpoint', () => {
  it('gives no scope that was not granted', async () => {
    const code = codeFor(['hire:todo:readonly']);
    const more = await exchange({ ...byCode(code), scope: 'hire:todo:readonly hire:job' });
    expect(more).toMatchObject({ status: 400, body: { code: 20068, error: 'invalid_scope' } });
  });

  it('takes the secret in one way only', async () => {
    const basic = { authorization: 'Basic Y2xpOnNlY3JldA==' };
    const both = await exchange(byCode(codeFor([])), basic);
    expect(both).toMatchObject({ status: 400, body: { code: 20070 } });
  });

  it('knows a code and a refresh token of another app, and refuses them', async () => {
    const other = await sandbox.post('/_sandbox/apps', { size: 5 }, { token: null });
    const { appId, appSecret } = other.body;
    const stranger = { client_id: appId, client_secret: appSecret };
    const code = codeFor(['offline_access']);
    const refused = await exchange({ ...byCode(code), ...stranger });
    expect(refused).toMatchObject({ status: 400, body: { code: 20024 } });
    const { refresh_token } = (await exchange(byCode(code))).body;
    const refresh = { grant_type: 'refresh_token', refresh_token };
    expect((await exchange({ ...refresh, ...stranger })).body.code).toBe(20024);
    expect((await exchange(refresh)).body.code).toBe(0);
  });

  it('forgets a refresh token after its week', async () => {
    const { refresh_token } = (await exchange(byCode(codeFor(['offline_access'])))).body;
    sandbox.advance(604_800_000);
    const late = await exchange({ grant_type: 'refresh_token', refresh_token });
    expect(late).toMatchObject({ status: 400, body: { code: 20037 } });
  });
});

describe('the official client', () => {
  it('is told who has signed in, and takes an app token', async () => {
    const { access_token } = (await exchange(byCode(codeFor([])))).body;
    const info = await sandbox
      .client()
      .authen.v1.userInfo.get({}, withUserAccessToken(access_token));
    expect(info.data?.open_id).toBe(sandbox.world.people[1]?.openId);
    const app = await sandbox.client().auth.v3.appAccessToken.internal({
      data: { app_id: sandbox.app.appId, app_secret: sandbox.app.secret },
    });
    expect(app).toMatchObject({ code: 0, expire: 7200 });
  });
});
