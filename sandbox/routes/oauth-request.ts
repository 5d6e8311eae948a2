import type { Registry } from '@/sandbox/platform/registry';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import type { CodeGrant } from '@/sandbox/platform/user-grants';

export type AuthorizeRequest = {
  app: SandboxApp;
  redirectUri: string;
  scope: string[];
  state: string | undefined;
  challenge: CodeGrant['challenge'];
};
export type AuthorizeProblem = { code: number; zh: string; en: string };

const problem = (code: number, zh: string, en: string): AuthorizeProblem => ({ code, zh, en });

/**
 * Reads the query of `authen/v1/authorize`. A wrong one is told on the page and never redirected:
 * an address that is not registered must not receive anything.
 */
export function readAuthorizeRequest(
  query: URLSearchParams,
  registry: Registry,
): AuthorizeRequest | AuthorizeProblem {
  const app = registry.get(query.get('client_id') ?? '');
  if (!app) return problem(20048, '应用不存在', 'The app does not exist');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!app.allowsRedirect(redirectUri)) {
    return problem(20029, '重定向地址未登记', 'The redirect address is not registered');
  }
  if (query.get('response_type') !== 'code') {
    return problem(20001, 'response_type 必须为 code', 'response_type must be code');
  }
  const scope = (query.get('scope') ?? '').split(' ').filter(Boolean);
  if (scope.length > 50) return problem(20001, 'scope 最多 50 个', 'At most 50 scopes');
  const missing = scope.filter((s) => !app.scopes.has(s));
  if (missing.length > 0) {
    return problem(
      20027,
      `应用未开通权限：${missing.join('、')}`,
      `Scopes not enabled on the app: ${missing.join(', ')}`,
    );
  }
  const value = query.get('code_challenge');
  const method = query.get('code_challenge_method') ?? 'plain';
  if (value && method !== 'S256' && method !== 'plain') {
    return problem(20001, 'code_challenge_method 无效', 'code_challenge_method is not valid');
  }
  return {
    app,
    redirectUri,
    scope,
    state: query.get('state') ?? undefined,
    challenge: value ? { value, method: method === 'S256' ? 'S256' : 'plain' } : null,
  };
}

/** The redirect address with the answer added to its own query. */
export function redirectTo(request: AuthorizeRequest, answer: Record<string, string>): string {
  const url = new URL(request.redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (request.state !== undefined) url.searchParams.set('state', request.state);
  return url.toString();
}
