import NextAuth from 'next-auth';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mirrorState, sessions } from '@/lib/server/db/schema/operations';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import { PUBLIC_URL, testServer } from '@/lib/testing/session';
import { actorOf } from './actor';
import { authOptions } from './options';

const database = testDatabase();
const sandbox = testSandbox({ size: 20 });
testServer(database, sandbox);

const World = z.object({
  tenantKey: z.string(),
  personas: z.object({ recruiter: z.object({ openId: z.string(), name: z.string() }) }),
});
const world = async () => World.parse(await sandbox.control('GET', '/world'));

/** A browser before next-auth: it keeps cookies, and follows no redirect by itself. */
class Browser {
  readonly cookies = new Map<string, string>();

  async ask(path: string, form?: Record<string, string>) {
    const url = new URL(path, PUBLIC_URL);
    const headers: Record<string, string | string[]> = {};
    const answer: { status: number; body: unknown } = { status: 200, body: undefined };
    const response = {
      status(code: number) {
        answer.status = code;
        return response;
      },
      getHeader: (name: string) => headers[name],
      setHeader(name: string, value: string | string[]) {
        headers[name] = value;
        return response;
      },
      json(body: unknown) {
        answer.body = body;
      },
      send(body: unknown) {
        answer.body = body;
      },
      end() {},
    };
    const request = {
      method: form ? 'POST' : 'GET',
      headers: {},
      cookies: Object.fromEntries(this.cookies),
      body: form,
      query: {
        ...Object.fromEntries(url.searchParams),
        nextauth: url.pathname.replace('/api/auth/', '').split('/'),
      },
    };
    // The pages router's form of next-auth: the other one needs a running Next.
    await NextAuth(request as never, response as never, authOptions());
    for (const line of [headers['Set-Cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, decodeURIComponent(value));
    }
    return {
      ...answer,
      location: String(headers.Location ?? ''),
      setCookies: headers['Set-Cookie'],
    };
  }

  /** Up to the page where Feishu asks who it is. */
  async leave(callbackUrl = '/jobs'): Promise<URL> {
    const csrf = z.object({ csrfToken: z.string() }).parse((await this.ask('/api/auth/csrf')).body);
    const { body } = await this.ask('/api/auth/signin/feishu', {
      ...csrf,
      callbackUrl,
      json: 'true',
    });
    return new URL(z.object({ url: z.string() }).parse(body).url);
  }

  async signIn(openId: string, callbackUrl?: string) {
    return this.ask(await accept(await this.leave(callbackUrl), openId));
  }
}

/** What Feishu's page does when a person agrees: the path it sends the browser back to. */
async function accept(authorize: URL, openId: string): Promise<string> {
  const url = new URL(`${authorize.pathname}/accept${authorize.search}`, authorize.origin);
  url.searchParams.set('open_id', openId);
  const response = await fetch(url, { redirect: 'manual' });
  const back = new URL(response.headers.get('location') ?? '');
  expect(back.origin).toBe(PUBLIC_URL);
  return `${back.pathname}${back.search}`;
}

const sessionCookie = (browser: Browser) => browser.cookies.get('hire.session');
const actorIn = (browser: Browser) =>
  actorOf(
    new Request(PUBLIC_URL, { headers: { cookie: `hire.session=${sessionCookie(browser)}` } }),
  );
const openSessions = async () => (await database.db.select().from(sessions)).length;
const expectRefused = async (answer: { location: string }, browser: Browser, error: string) => {
  expect(new URL(answer.location, PUBLIC_URL).searchParams.get('error')).toBe(error);
  expect(sessionCookie(browser)).toBeUndefined();
  expect(await openSessions()).toBe(0);
};

beforeEach(async () => {
  await database.db.delete(sessions);
  await database.db.delete(mirrorState);
  await sandbox.control('PUT', '/scopes', { grant: ['tenant:tenant:readonly'] });
});

describe('signing in with Feishu', () => {
  it('asks Feishu with a state and a PKCE challenge, and for no scope', async () => {
    const { searchParams: asked } = await new Browser().leave();
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: sandbox.appId,
      response_type: 'code',
      redirect_uri: `${PUBLIC_URL}/api/auth/callback/feishu`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^.{20,}$/),
      scope: '',
    });
  });

  it('makes a session of the person and leads to where they wanted to go', async () => {
    const { recruiter } = (await world()).personas;
    const browser = new Browser();
    const answer = await browser.signIn(recruiter.openId, '/jobs?q=1');
    expect(answer.location).toBe(`${PUBLIC_URL}/jobs?q=1`);
    expect(await actorIn(browser)).toMatchObject({
      openId: recruiter.openId,
      name: { zh: recruiter.name },
    });
  });

  it('keeps nothing a script could read, and no token of Feishu’s', async () => {
    const browser = new Browser();
    const { setCookies } = await browser.signIn((await world()).personas.recruiter.openId);
    for (const line of [setCookies ?? []].flat()) {
      expect(line).toMatch(/; HttpOnly; SameSite=Lax$|; HttpOnly; Secure; SameSite=Lax$/);
      expect(line.length).toBeLessThan(1_000);
    }
    const { body } = await browser.ask('/api/auth/session');
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(body))).toEqual(['expires']);
  });

  it('makes a new session each time, whatever cookie came along', async () => {
    const { recruiter } = (await world()).personas;
    const browser = new Browser();
    await browser.signIn(recruiter.openId);
    const first = sessionCookie(browser);
    await browser.signIn(recruiter.openId);
    expect(sessionCookie(browser)).not.toBe(first);
    expect(await openSessions()).toBe(2);
  });

  it.each(['https://evil.example/x', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'leads home when asked to lead to %s',
    async (callbackUrl) => {
      const { recruiter } = (await world()).personas;
      const answer = await new Browser().signIn(recruiter.openId, callbackUrl);
      expect(answer.location).toBe(`${PUBLIC_URL}/`);
    },
  );

  it('refuses an answer with another state, and one that another browser asked for', async () => {
    const { openId } = (await world()).personas.recruiter;
    const [victim, attacker] = [new Browser(), new Browser()];
    await victim.leave();
    const ofAttacker = await accept(await attacker.leave(), openId);
    await expectRefused(await victim.ask(ofAttacker), victim, 'OAuthCallback');
    const swapped = new URL(await accept(await victim.leave(), openId), PUBLIC_URL);
    swapped.searchParams.set('state', 'another');
    const answer = await victim.ask(`${swapped.pathname}${swapped.search}`);
    await expectRefused(answer, victim, 'OAuthCallback');
  });

  it('refuses a code without the verifier that belongs to it', async () => {
    const { openId } = (await world()).personas.recruiter;
    const browser = new Browser();
    const back = await accept(await browser.leave(), openId);
    browser.cookies.delete('hire.pkce');
    await expectRefused(await browser.ask(back), browser, 'OAuthCallback');
  });

  it('refuses a person of another tenant', async () => {
    const { openId } = (await world()).personas.recruiter;
    await sandbox.control('PUT', '/scopes', { revoke: ['tenant:tenant:readonly'] });
    await database.db
      .insert(mirrorState)
      .values({ appId: sandbox.appId, tenantKey: 'another-tenant' });
    const browser = new Browser();
    await expectRefused(await browser.signIn(openId), browser, 'OtherTenant');
  });

  it('goes by the mirror’s tenant where the app may not ask, and lets nobody in without one', async () => {
    const { tenantKey, personas } = await world();
    await sandbox.control('PUT', '/scopes', { revoke: ['tenant:tenant:readonly'] });
    const browser = new Browser();
    await expectRefused(await browser.signIn(personas.recruiter.openId), browser, 'OtherTenant');
    await database.db.insert(mirrorState).values({ appId: sandbox.appId, tenantKey });
    await browser.signIn(personas.recruiter.openId);
    expect(await actorIn(browser)).not.toBeNull();
  });

  it('fails in words while Feishu is away', async () => {
    const { openId } = (await world()).personas.recruiter;
    const browser = new Browser();
    const back = await accept(await browser.leave(), openId);
    await sandbox.control('POST', '/faults', { endpoint: 'authen.v2.oauth.token', drop: 'before' });
    await expectRefused(await browser.ask(back), browser, 'OAuthCallback');
  });
});
