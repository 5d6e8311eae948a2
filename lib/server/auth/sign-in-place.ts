import 'server-only';
import { env } from '@/lib/server/base/env';
import { safeRedirect } from './safe-redirect';

/** Where sign-in leads, as a path of ours, and whether people are made up here. */
export function signInPlace(callbackUrl: string | string[] | undefined) {
  const { NEXTAUTH_URL, sandbox } = env();
  const { pathname, search, hash } = new URL(
    safeRedirect(typeof callbackUrl === 'string' ? callbackUrl : '/', NEXTAUTH_URL),
  );
  return { target: `${pathname}${search}${hash}`, sandbox };
}
