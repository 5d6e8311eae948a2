import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';

const PAGE = '/open-apis/authen/v1/authorize';
const TOKEN = '/open-apis/authen/v2/oauth/token';
const REDIRECT = 'http://localhost:3000/api/auth/callback/feishu';
const CLIENT = { client_id: 'cli_5a4db0c5e0d00001', client_secret: 'sandbox-secret' };

let sandbox: TestSandbox;
let openId: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  openId = sandbox.world.people[1]?.openId ?? '';
});
afterAll(() => sandbox.close());

const query = (extra: Record<string, string> = {}) =>
  new URLSearchParams({
    client_id: CLIENT.client_id,
    response_type: 'code',
    redirect_uri: REDIRECT,
    state: 'state-1',
    ...extra,
  }).toString();

/** The address the browser is sent to after the person was chosen. */
async function accept(extra: Record<string, string> = {}, who = openId): Promise<URL> {
  const answer = await sandbox.get(`${PAGE}/accept?${query(extra)}&open_id=${who}`, {
    token: null,
  });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('location') ?? '');
}
const codeOf = async (extra?: Record<string, string>) =>
  (await accept(extra)).searchParams.get('code') ?? '';
const exchange = (body: object) => sandbox.post(TOKEN, { ...CLIENT, ...body }, { token: null });
const byCode = (code: string, more: object = {}) =>
  exchange({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT, ...more });

describe('the authorize page', () => {
  it('shows every person once, each as a link that signs in', async () => {
    const { status, body } = await sandbox.get(`${PAGE}?${query()}`, { token: null });
    expect(status).toBe(200);
    const shown = [...String(body).matchAll(/data-open-id="([^"]+)"/g)].map((m) => m[1]);
    expect(shown.sort()).toEqual(sandbox.world.people.map((p) => p.openId).sort());
    expect(body).toContain('管理员');
  });

  it('sends back a code with the state, or access_denied', async () => {
    const yes = await accept();
    expect(`${yes.origin}${yes.pathname}`).toBe(REDIRECT);
    expect(yes.searchParams.get('state')).toBe('state-1');
    expect(yes.searchParams.get('code')?.length).toBeGreaterThan(30);
    const no = await sandbox.get(`${PAGE}/refuse?${query()}`, { token: null });
    const back = new URL(no.headers.get('location') ?? '');
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error: 'access_denied',
      state: 'state-1',
    });
  });

  it.each([
    [{ client_id: 'cli_0000000000000000' }, '20048'],
    [{ redirect_uri: 'https://evil.example.com/' }, '20029'],
    [{ redirect_uri: 'http://localhost.evil.example.com/' }, '20029'],
    [{ response_type: 'token' }, '20001'],
    [{ scope: 'hire:application nonsense:scope' }, '20027'],
    [{ code_challenge: 'x', code_challenge_method: 'S512' }, '20001'],
  ])('tells on the page what is wrong with %j and never redirects', async (wrong, code) => {
    for (const path of [PAGE, `${PAGE}/accept`, `${PAGE}/refuse`]) {
      const answer = await sandbox.get(`${path}?${query(wrong)}&open_id=${openId}`, {
        token: null,
      });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.body).toContain(code);
    }
  });
});

describe('the token endpoint', () => {
  it('gives a person’s token for a code, and user_info says who', async () => {
    const { status, body } = await byCode(await codeOf());
    expect(status).toBe(200);
    expect(body).toMatchObject({ code: 0, token_type: 'Bearer', expires_in: 7200 });
    expect(body).not.toHaveProperty('data');
    expect(body).not.toHaveProperty('refresh_token');
    expect(body.access_token).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(body.access_token.length).toBeGreaterThan(1000);
    expect(body.access_token.length).toBeLessThan(2100);
    const info = await sandbox.get('/open-apis/authen/v1/user_info', { token: body.access_token });
    const person = sandbox.world.people[1];
    expect(info.body.data).toMatchObject({
      open_id: openId,
      union_id: person?.unionId,
      user_id: person?.userId,
      name: person?.name,
      en_name: person?.enName,
    });
    const avatar = await fetch(info.body.data.avatar_url);
    expect(avatar.headers.get('content-type')).toBe('image/svg+xml');
    expect(sandbox.violations).toEqual([]);
  });

  it('takes a code once, within five minutes, for the address it was asked with', async () => {
    const code = await codeOf();
    const elsewhere = await byCode(code, { redirect_uri: 'http://localhost:3000/other' });
    expect(elsewhere).toMatchObject({ status: 400, body: { code: 20071 } });
    expect((await byCode(code)).body.code).toBe(0);
    expect((await byCode(code)).body.code).toBe(20065);
    const late = await codeOf();
    sandbox.advance(5 * 60_000);
    expect((await byCode(late)).body.code).toBe(20004);
    expect((await byCode('nonsense')).body.code).toBe(20003);
  });

  it('checks the verifier of a challenge, S256 and plain', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const s256 = {
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    expect((await byCode(await codeOf(s256))).body.code).toBe(20049);
    const other = randomBytes(32).toString('base64url');
    expect((await byCode(await codeOf(s256), { code_verifier: other })).body.code).toBe(20049);
    expect((await byCode(await codeOf(s256), { code_verifier: verifier })).body.code).toBe(0);
    const plain = { code_challenge: verifier };
    expect((await byCode(await codeOf(plain), { code_verifier: other })).body.code).toBe(20049);
    expect((await byCode(await codeOf(plain), { code_verifier: verifier })).body.code).toBe(0);
  });

  it('refuses a form body unless a switch allows it', async () => {
    const form = async () =>
      sandbox.call('POST', TOKEN, {
        token: null,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          ...CLIENT,
          grant_type: 'authorization_code',
          code: await codeOf(),
        }).toString(),
      });
    const refused = await form();
    expect(refused).toMatchObject({ status: 400, body: { code: 20063, error: 'invalid_request' } });
    expect(refused.body).toHaveProperty('error_description');
    expect(refused.body).not.toHaveProperty('msg');
    sandbox.app.switches.oauthAcceptsForms = true;
    expect((await form()).body.code).toBe(0);
    sandbox.app.switches.oauthAcceptsForms = false;
  });

  it.each([
    [{}, 20001],
    [{ grant_type: 'password' }, 20036],
    [{ grant_type: 'authorization_code', code: 'x', client_secret: 'wrong' }, 20002],
    [{ grant_type: 'authorization_code', code: 'x', client_id: 'cli_0000000000000000' }, 20048],
    [{ grant_type: 'authorization_code' }, 20001],
    [{ grant_type: 'authorization_code', code: 'x', scope: 'a a' }, 20067],
    [{ grant_type: 'refresh_token', refresh_token: 'x' }, 20026],
  ])('answers %j with %i', async (body, code) => {
    expect(await exchange(body)).toMatchObject({ status: 400, body: { code } });
  });

  it('gives a refresh token for offline_access, good for one use', async () => {
    const first = await byCode(await codeOf({ scope: 'offline_access hire:todo:readonly' }));
    expect(first.body).toMatchObject({ refresh_token_expires_in: 604_800 });
    const refresh = () =>
      exchange({ grant_type: 'refresh_token', refresh_token: first.body.refresh_token });
    const second = await refresh();
    expect(second.body.code).toBe(0);
    expect((await refresh()).body.code).toBe(20073);
    // The access token of before lives on until its own end.
    for (const token of [first.body.access_token, second.body.access_token]) {
      const info = await sandbox.get('/open-apis/authen/v1/user_info', { token });
      expect(info.body.code).toBe(0);
    }
  });

  it('ends a person’s token after two hours with 99991677, and refuses it on tenant endpoints', async () => {
    const { body } = await byCode(await codeOf());
    const tenantOnly = await sandbox.hire('/v1/jobs', { token: body.access_token });
    expect(tenantOnly.body.code).toBe(99991668);
    sandbox.advance(7_200_000);
    const info = await sandbox.get('/open-apis/authen/v1/user_info', { token: body.access_token });
    expect(info.body.code).toBe(99991677);
  });
});
