import 'server-only';
import NextAuth from 'next-auth';
import { env } from '@/lib/server/base/env';
import { createLog } from '@/lib/server/base/log';
import { createAttempts } from './attempts';
import { authOptions, SIGN_IN_ERRORS } from './options';
import { finishSignOut } from './sign-out';

type Context = { params: Promise<{ nextauth: string[] }> };

const log = createLog('auth');
const attempts = createAttempts(60);

/** next-auth behind its own path: sign-in, its callback from Feishu, sign-out. */
export async function handleAuth(request: Request, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  const { NEXTAUTH_URL } = env();
  // next-auth builds its addresses from the variable; ours has a default that follows PORT.
  process.env.NEXTAUTH_URL ??= NEXTAUTH_URL;

  const signInAgain = (error: string) =>
    Response.redirect(new URL(`/sign-in?error=${error}`, NEXTAUTH_URL), 302);
  if (action === 'signin' || action === 'callback') {
    const address = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
    if (!attempts.allow(address)) return signInAgain(SIGN_IN_ERRORS.tooMany);
    const denied = new URL(request.url).searchParams.get('error') === 'access_denied';
    if (action === 'callback' && denied) return signInAgain(SIGN_IN_ERRORS.denied);
  }

  // The handler's type is that of both routers at once; this is the app router's form.
  const answer: Response = await NextAuth(authOptions())(request, context);
  if (action !== 'signout' || request.method !== 'POST') return answer;
  try {
    return await finishSignOut(request, answer);
  } catch (error) {
    log.error({ err: error }, 'sign-out failed');
    return new Response(null, { status: 503 });
  }
}
