import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { ADDRESS_HEADER } from '@/lib/server/auth/address-header';
import { sessionCookieName } from '@/lib/server/auth/cookies';
import { env } from '@/lib/server/base/env';
import { commonHeaders, contentSecurityPolicy } from '@/lib/server/http/security-headers';

const OPEN_PAGES = /^\/sign-in\/?$/;

/**
 * Security headers on everything, and a shortcut to sign-in for who has no cookie at all. It guards
 * nothing: `requireActor` and `route()` do, and hold with this file removed.
 */
export function proxy(request: NextRequest): NextResponse {
  const { NEXTAUTH_URL, NODE_ENV } = env();
  const secure = NEXTAUTH_URL.startsWith('https://');
  const { pathname, search } = request.nextUrl;
  const isPage = !pathname.startsWith('/api/');

  if (
    isPage &&
    !OPEN_PAGES.test(pathname) &&
    !request.cookies.has(sessionCookieName(NEXTAUTH_URL))
  ) {
    // At our public address: Feishu sends the browser back there, and its cookies must be there.
    const signIn = new URL('/sign-in', NEXTAUTH_URL);
    signIn.searchParams.set('callbackUrl', `${pathname}${search}`);
    return withHeaders(NextResponse.redirect(signIn), commonHeaders(secure));
  }

  const headers = new Headers(request.headers);
  // Ours to say: what a browser sent under this name must not decide where sign-in leads.
  headers.set(ADDRESS_HEADER, `${pathname}${search}`);
  if (!isPage) {
    return withHeaders(NextResponse.next({ request: { headers } }), commonHeaders(secure));
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy({ nonce, development: NODE_ENV === 'development', secure });
  headers.set('Content-Security-Policy', policy);
  headers.set('x-nonce', nonce);
  return withHeaders(NextResponse.next({ request: { headers } }), {
    ...commonHeaders(secure),
    'Content-Security-Policy': policy,
  });
}

function withHeaders(response: NextResponse, headers: Record<string, string>): NextResponse {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|pdfjs/|favicon\\.ico|icon\\.svg).*)'],
};
