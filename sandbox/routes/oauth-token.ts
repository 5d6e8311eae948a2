import { z } from 'zod';
import { documented } from '@/sandbox/platform/contract';
import type { OpenHandlers, OpenRequest } from '@/sandbox/platform/open-call';
import type { Registry } from '@/sandbox/platform/registry';
import { Flat } from '@/sandbox/platform/reply';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import { answersChallenge } from '@/sandbox/platform/user-grants';

const Body = z.object({
  grant_type: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  code: z.string().optional(),
  redirect_uri: z.string().optional(),
  code_verifier: z.string().optional(),
  refresh_token: z.string().optional(),
  scope: z.string().optional(),
});
type Body = z.infer<typeof Body>;

const names: Record<number, string> = {
  20001: 'invalid_request',
  20002: 'invalid_client',
  20036: 'unsupported_grant_type',
  20048: 'invalid_client',
  20063: 'invalid_request',
  20067: 'invalid_scope',
  20068: 'invalid_scope',
  20070: 'invalid_request',
};

/** `{code, error, error_description}` without `msg`; status and words are the page's. */
function refuse(code: number): Flat {
  const printed =
    documented.get('authen.v2.oauth.token')?.errors.get(code) ??
    documented.get('authen.v2.oauth.token#refresh')?.errors.get(code);
  return new Flat(
    { code, error: names[code] ?? 'invalid_grant', error_description: printed?.meaning ?? '' },
    printed?.http ?? 400,
  );
}

/** POST `authen/v2/oauth/token`: both grants, JSON only unless a switch says otherwise. */
export const oauthTokenHandlers: OpenHandlers = {
  'authen.v2.oauth.token': {
    open(request) {
      const { body, isForm } = readBody(request);
      const app = appOf(request.registry, body);
      return { app, answer: () => answer(request, body, isForm, app) };
    },
  },
};

function appOf(registry: Registry, body: Body | null): SandboxApp | null {
  return body?.client_id ? (registry.get(body.client_id) ?? null) : null;
}

function readBody(request: OpenRequest): { body: Body | null; isForm: boolean } {
  const text = request.raw.toString('utf8');
  const isForm = request.contentType.includes('x-www-form-urlencoded');
  try {
    const raw = isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
    return { body: Body.safeParse(raw).data ?? null, isForm };
  } catch {
    return { body: null, isForm };
  }
}

function answer(
  request: OpenRequest,
  body: Body | null,
  isForm: boolean,
  app: SandboxApp | null,
): Flat {
  if (!body || (isForm && !app?.switches.oauthAcceptsForms)) return refuse(20063);
  if (!body.grant_type || !body.client_id) return refuse(20001);
  if (body.grant_type !== 'authorization_code' && body.grant_type !== 'refresh_token') {
    return refuse(20036);
  }
  if (request.authorization && body.client_secret) return refuse(20070);
  if (!app) return refuse(20048);
  if (!body.client_secret) return refuse(20001);
  if (body.client_secret !== app.secret) return refuse(20002);
  const scope = body.scope?.split(' ').filter(Boolean);
  if (scope && new Set(scope).size !== scope.length) return refuse(20067);
  const isForeign = request.registry
    .list()
    .some((other) => other !== app && holds(other, body.code, body.refresh_token));
  if (isForeign) return refuse(20024);
  return body.grant_type === 'authorization_code'
    ? byCode(app, body, scope)
    : byRefreshToken(app, body, scope);
}

function holds(app: SandboxApp, code = '', refreshToken = ''): boolean {
  return app.grants.codes.has(code) || app.grants.refresh.has(refreshToken);
}

function byCode(app: SandboxApp, body: Body, scope: string[] | undefined): Flat {
  const now = app.store.now();
  if (!body.code) return refuse(20001);
  const grant = app.grants.codes.get(body.code);
  if (!grant) return refuse(20003);
  if (grant.used) return refuse(20065);
  if (grant.expiresAt <= now) return refuse(20004);
  if (body.redirect_uri !== undefined && body.redirect_uri !== grant.redirectUri) {
    return refuse(20071);
  }
  if (grant.challenge && !body.code_verifier) return refuse(20049);
  if (grant.challenge && !answersChallenge(grant.challenge, body.code_verifier ?? '')) {
    return refuse(20049);
  }
  if (scope?.some((s) => !grant.scope.includes(s))) return refuse(20068);
  if (!app.store.index.people.has(grant.openId)) return refuse(20008);
  grant.used = true;
  return new Flat(app.grants.issueTokens(app.appId, grant.openId, scope ?? grant.scope, now));
}

function byRefreshToken(app: SandboxApp, body: Body, scope: string[] | undefined): Flat {
  const now = app.store.now();
  if (!body.refresh_token) return refuse(20001);
  const known = app.grants.refresh.get(body.refresh_token);
  if (!known) return refuse(20026);
  if (known.used) return refuse(20073);
  if (known.expiresAt <= now) return refuse(20037);
  if (scope?.some((s) => !known.scope.includes(s))) return refuse(20068);
  known.used = true;
  return new Flat(app.grants.issueTokens(app.appId, known.openId, scope ?? known.scope, now));
}
