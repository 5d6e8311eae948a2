import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { Endpoint } from '@/sandbox/platform/contract';
import { digest } from '@/sandbox/world/testing/digest';
import { covered, guarded, isPaged } from './coverage';
import { ONE_PAGE } from './out-of-reach';
import { hasBody, isUpload, NOBODY, pathOf, requiredQuery, sampleOf, urlOf } from './sample';
import { tokenFor, userToken } from './tokens';

let sandbox: TestSandbox;
let user: string;
let before: string;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 60 });
  user = userToken(sandbox, sandbox.world.people[0]?.openId ?? '');
  before = digest(sandbox.world);
});
afterAll(() => sandbox.close());

type Change = { token?: string | null; body?: unknown; query?: Record<string, unknown> };
/** A call about nobody with every printed field, but for what is changed. */
async function send(endpoint: Endpoint, change: Change = {}) {
  const sample = sampleOf(endpoint);
  return sandbox.call(
    endpoint.method,
    urlOf(pathOf(endpoint), { ...sample.query, ...change.query }),
    {
      token: change.token === undefined ? tokenFor(sandbox, endpoint) : change.token,
      body: hasBody(endpoint) && !isUpload(endpoint) ? (change.body ?? sample.body) : undefined,
    },
  );
}
const refusal = (code: number, status = 400) => ({ status, body: { code } });
const rows = guarded.map((endpoint) => [endpoint.id, endpoint] as const);

describe.each(rows)('%s', (_, endpoint) => {
  it('takes no call without a token, nor with one of another kind', async () => {
    expect(await send(endpoint, { token: null })).toMatchObject(refusal(99991661));
    expect(await send(endpoint, { token: 'x-unknown' })).toMatchObject(refusal(99991671));
    expect(await send(endpoint, { token: 'a-of-an-app' })).toMatchObject(refusal(99991664));
    expect(await send(endpoint, { token: 't-nobodys' })).toMatchObject(refusal(99991663));
    expect(await send(endpoint, { token: 'u-nobodys' })).toMatchObject(refusal(99991668));
    if (!endpoint.tokens.includes('tenant')) {
      const token = await sandbox.tenantToken();
      expect(await send(endpoint, { token })).toMatchObject(refusal(99991663));
    }
    if (!endpoint.tokens.includes('user')) {
      expect(await send(endpoint, { token: user })).toMatchObject(refusal(99991668));
    }
  });

  if (endpoint.scopes.length > 0) {
    it('takes no call of an app that lacks all its scopes, and names them', async () => {
      sandbox.app.scopes.revoke(endpoint.scopes);
      const answer = await send(endpoint);
      sandbox.app.scopes.grant(endpoint.scopes);
      expect(answer).toMatchObject(refusal(99991672));
      for (const scope of endpoint.scopes) expect(answer.body.msg).toContain(scope);
      const named = answer.body.error.permission_violations;
      expect(named.map((one: { subject: string }) => one.subject)).toEqual(endpoint.scopes);
      for (const only of endpoint.scopes) {
        sandbox.app.scopes.revoke(endpoint.scopes.filter((scope) => scope !== only));
        const other = await send(endpoint);
        sandbox.app.scopes.grant(endpoint.scopes);
        expect(other.body.code, only).not.toBe(99991672);
      }
    });
  }

  it('lets a parameter pass that it does not know', async () => {
    const known = await send(endpoint);
    const unknown = await send(endpoint, { query: { colour: 'red' } });
    expect(unknown).toMatchObject({ status: known.status, body: { code: known.body.code } });
  });

  if (isPaged(endpoint) && !ONE_PAGE[endpoint.id]) {
    it('refuses a page token that nobody gave', async () => {
      const query = { ...requiredQuery(endpoint), page_size: 1, page_token: '%00 not a token' };
      const body = hasBody(endpoint) ? {} : undefined;
      const token = tokenFor(sandbox, endpoint);
      const path = urlOf(pathOf(endpoint), query);
      const answer = await sandbox.call(endpoint.method, path, { token, body });
      expect(answer.status).toBe(400);
      expect(answer.body.code).toBeGreaterThan(0);
    });
  }

  if (hasBody(endpoint) && !isUpload(endpoint)) {
    it('refuses a body that is not JSON, not an object, or too large', async () => {
      for (const body of ['{"a":1', '[]', '7', '"text"', '\u0000']) {
        expect(await send(endpoint, { body }), body).toMatchObject(refusal(99992402));
      }
      const large = { padding: 'x'.repeat(sandbox.app.switches.maxBodyBytes) };
      expect(await send(endpoint, { body: large })).toMatchObject(refusal(99992402, 413));
    });
  }

  it('answers ids of any shape', async () => {
    for (const id of ['0', '-1', '../..', '%', '人', 'x'.repeat(2_000), NOBODY]) {
      const path = pathOf(endpoint, () => id);
      const token = tokenFor(sandbox, endpoint);
      const body = hasBody(endpoint) && !isUpload(endpoint) ? {} : undefined;
      const answer = await sandbox.call(endpoint.method, path, { token, body });
      expect(answer.headers.get('x-tt-logid'), id).toBeTruthy();
    }
  });
});

describe.each(covered.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (_, endpoint) => {
  it('counts calls, and tells the one too many when to come again', async () => {
    const { app } = sandbox;
    const body = { app_id: app.appId, app_secret: app.secret, client_id: app.appId };
    const open = endpoint.tokens.length === 0 ? { token: null, body } : {};
    const token = tokenFor(sandbox, endpoint);
    app.limiter.setScale(0.000_001);
    const first = await send(endpoint, { token, ...open });
    const second = await send(endpoint, { token, ...open });
    app.limiter.setScale(null);
    expect(first.body.code).not.toBe(99991400);
    expect(second).toMatchObject(refusal(99991400, 429));
    expect(second.headers.get('x-ogw-ratelimit-limit')).toBe('1');
    expect(Number(second.headers.get('x-ogw-ratelimit-reset'))).toBeGreaterThan(0);
  });
});

describe('after all of them', () => {
  it('nothing has changed, and nothing broke', async () => {
    expect(sandbox.app.log.summary().effects).toEqual({});
    expect(digest(sandbox.world)).toBe(before);
    expect(sandbox.violations).toEqual([]);
    expect((await sandbox.hire('/v1/roles')).status).toBe(200);
  });
});
