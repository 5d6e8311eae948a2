import 'server-only';
import type { AuthOptions } from 'next-auth';
import { env } from '@/lib/server/base/env';
import { createLog } from '@/lib/server/base/log';
import { runtime } from '@/lib/server/runtime';
import { authCookies } from './cookies';
import { type FeishuProfile, feishuProvider } from './feishu-provider';
import { isOwnTenant } from './own-tenant';
import { safeRedirect } from './safe-redirect';
import { createSession, SESSION_SECONDS } from './sessions';
import { claimsOf, sealTicket } from './ticket';

const log = createLog('auth');

/** What `/sign-in?error=` may say besides next-auth's own words. */
export const SIGN_IN_ERRORS = {
  otherTenant: 'OtherTenant',
  denied: 'Denied',
  tooMany: 'TooMany',
} as const;

/**
 * next-auth as this product uses it: one provider, a cookie that names a row of `sessions`, and
 * nothing of Feishu's kept. Every request reads the row (`actor.ts`), so ending it signs out.
 */
export function authOptions(): AuthOptions {
  const { NEXTAUTH_SECRET, NEXTAUTH_URL } = env();
  return {
    providers: [feishuProvider()],
    secret: NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    jwt: { maxAge: SESSION_SECONDS, encode: sealTicket },
    cookies: authCookies(NEXTAUTH_URL),
    useSecureCookies: NEXTAUTH_URL.startsWith('https://'),
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    callbacks: {
      async signIn({ profile }) {
        const tenantKey = asProfile(profile)?.tenant_key;
        if (tenantKey && (await isOwnTenant(tenantKey))) return true;
        log.warn('Sign-in from another tenant refused');
        return `/sign-in?error=${SIGN_IN_ERRORS.otherTenant}`;
      },
      async jwt({ token, account, profile }) {
        if (!account) return token;
        const person = asProfile(profile);
        if (person === null) throw new Error('Sign-in without a person');
        const sessionId = await createSession(runtime().db, person.open_id);
        log.info({ openId: person.open_id }, 'signed in');
        return claimsOf({ sessionId, name: person.name, enName: person.en_name ?? '' });
      },
      // Nothing of the ticket goes to scripts; screens ask the server who they are for.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => safeRedirect(url, baseUrl),
    },
    logger: {
      error: (event, facts) =>
        log.warn({ event, err: 'error' in facts ? facts.error : facts }, 'sign-in failed'),
      warn: (event) => log.warn({ event }, 'sign-in is not set up as it should be'),
      debug: () => undefined,
    },
  };
}

/** next-auth types the profile by OpenID Connect; ours is what `feishuProvider` made. */
function asProfile(profile: unknown): FeishuProfile | null {
  if (typeof profile !== 'object' || profile === null) return null;
  const { open_id, name, en_name, tenant_key } = profile as Partial<FeishuProfile>;
  return open_id && tenant_key ? { open_id, name: name ?? '', en_name, tenant_key } : null;
}
