import type { Hono } from 'hono';
import { authorizePage, problemPage } from '@/sandbox/pages/authorize';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import {
  type AuthorizeProblem,
  type AuthorizeRequest,
  readAuthorizeRequest,
  redirectTo,
} from './oauth-request';

const PATH = '/open-apis/authen/v1/authorize';

const isProblem = (r: AuthorizeRequest | AuthorizeProblem): r is AuthorizeProblem => 'code' in r;

/** The pages a browser sees while signing in: choose a person, or refuse. */
export function mountOauthPages(web: Hono<SandboxEnv>, registry: Registry): void {
  web.get(PATH, (c) => {
    const { search, searchParams } = new URL(c.req.url);
    const request = readAuthorizeRequest(searchParams, registry);
    if (isProblem(request)) return c.html(problemPage(request), 400);
    return c.html(authorizePage(request, `${PATH}/accept${search}`, `${PATH}/refuse${search}`));
  });

  web.get(`${PATH}/accept`, (c) => {
    const { searchParams } = new URL(c.req.url);
    const request = readAuthorizeRequest(searchParams, registry);
    if (isProblem(request)) return c.html(problemPage(request), 400);
    const { app, redirectUri, scope, challenge } = request;
    const openId = searchParams.get('open_id') ?? '';
    const person = app.store.index.people.get(openId);
    if (!person || person.resignedAt !== undefined) {
      const unknown = { code: 20008, zh: '用户不存在', en: 'The user does not exist' };
      return c.html(problemPage(unknown), 400);
    }
    const grant = { openId, redirectUri, scope, challenge };
    const code = app.grants.issueCode(grant, app.store.now());
    return c.redirect(redirectTo(request, { code }), 302);
  });

  web.get(`${PATH}/refuse`, (c) => {
    const request = readAuthorizeRequest(new URL(c.req.url).searchParams, registry);
    if (isProblem(request)) return c.html(problemPage(request), 400);
    return c.redirect(redirectTo(request, { error: 'access_denied' }), 302);
  });
}
