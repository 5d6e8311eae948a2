import 'server-only';
import { env } from '@/lib/server/base/env';
import { runtime } from '@/lib/server/runtime';
import { readCookie, sessionCookieName } from './cookies';
import { endSession } from './sessions';
import { openTicket } from './ticket';

/**
 * Follows next-auth's answer to a sign-out: where it takes the cookie away, the session's row is
 * ended too, so that a copy of the cookie opens nothing. If that fails the person is told they are
 * still signed in, which is then true.
 */
export async function finishSignOut(request: Request, answer: Response): Promise<Response> {
  const name = sessionCookieName(env().NEXTAUTH_URL);
  const taken = answer.headers.getSetCookie().some((cookie) => cookie.startsWith(`${name}=;`));
  if (!taken) return answer;
  const ticket = await openTicket(readCookie(request, name), env().NEXTAUTH_SECRET);
  if (ticket) await endSession(runtime().db, ticket.sessionId);
  answer.headers.set('Clear-Site-Data', '"cache"');
  return answer;
}
