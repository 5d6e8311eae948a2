import 'server-only';
import type { CookiesOptions } from 'next-auth';

/** `__Host-` binds a cookie to this very host over https; browsers refuse the name on http. */
const prefix = (publicUrl: string) => (publicUrl.startsWith('https://') ? '__Host-' : '');

export const sessionCookieName = (publicUrl: string) => `${prefix(publicUrl)}hire.session`;

/** Every cookie next-auth sets, ours by name, and none readable by a script. */
export function authCookies(publicUrl: string): CookiesOptions {
  const secure = publicUrl.startsWith('https://');
  const cookie = (name: string, maxAge?: number) => ({
    name: `${prefix(publicUrl)}hire.${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge } as const,
  });
  return {
    sessionToken: cookie('session'),
    callbackUrl: cookie('callback-url'),
    csrfToken: cookie('csrf'),
    pkceCodeVerifier: cookie('pkce', 15 * 60),
    state: cookie('state', 15 * 60),
    nonce: cookie('nonce', 15 * 60),
  };
}

export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
