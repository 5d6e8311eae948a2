import 'server-only';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll } from 'vitest';
import { sessionCookieName } from '@/lib/server/auth/cookies';
import { createSession, SESSION_SECONDS } from '@/lib/server/auth/sessions';
import { claimsOf } from '@/lib/server/auth/ticket';
import { runtime } from '@/lib/server/runtime';
import type { TestDatabase } from './database';
import type { TestSandbox } from './sandbox';

export const PUBLIC_URL = 'http://localhost:3000';
const SECRET = 'test-secret-of-at-least-32-bytes-length';

/** Administers in every test, without a row in any table. */
export const TEST_ADMIN = 'ou_test_admin';

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

export type Call = {
  /** Whose session; nobody's without. */
  as?: string;
  /** A cookie header of its own, instead of `as`. */
  cookie?: string;
  method?: string;
  /** Path with its query, `/api/talents?q=…`. */
  url?: string;
  params?: Record<string, string>;
  /** Sent as JSON from a page of ours; a string goes as it is. */
  body?: unknown;
  headers?: Record<string, string>;
};

export type TestServer = {
  /** A cookie header of a new session. */
  signIn(openId: string, now?: number): Promise<string>;
  /** What the handler answers to a browser with this session. */
  call(handler: Handler, call: Call): Promise<Response>;
};

/**
 * The server of this process, on the file's own database (and sandbox, where it talks to Feishu).
 * Call it once at the top of the file, after `testDatabase()` and `testSandbox()`.
 */
export function testServer(
  database: TestDatabase,
  sandbox?: TestSandbox,
  admins: () => string[] = () => [],
): TestServer {
  beforeAll(() => {
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      NEXTAUTH_URL: PUBLIC_URL,
      NEXTAUTH_SECRET: SECRET,
      // The key of `sync-run.ts`, whose mirror this server reads.
      DATA_KEY: 'a data key of at least thirty-two bytes',
      FEISHU_LIMITS_SCALE: '1000',
      ADMIN_OPEN_IDS: [TEST_ADMIN, ...admins()].join(','),
      FEISHU_BASE_URL: sandbox?.url ?? 'http://127.0.0.1:9',
      FEISHU_ACCOUNTS_URL: sandbox?.url ?? 'http://127.0.0.1:9',
      ...(sandbox && {
        FEISHU_APP_ID: sandbox.appId,
        FEISHU_APP_SECRET: sandbox.appSecret,
        FEISHU_ENCRYPT_KEY: sandbox.encryptKey,
        FEISHU_VERIFICATION_TOKEN: sandbox.verificationToken,
      }),
    });
  });
  afterAll(() => runtime().pool.end());

  const sessions = new Map<string, string>();
  async function signIn(openId: string, now = Date.now()): Promise<string> {
    const sessionId = await createSession(database.db, openId, now);
    const token = await encode({
      token: claimsOf({ sessionId, name: openId, enName: '' }, now),
      secret: SECRET,
      maxAge: SESSION_SECONDS,
    });
    return `${sessionCookieName(PUBLIC_URL)}=${token}`;
  }

  return {
    signIn,
    async call(handler, { as, cookie, method = 'GET', url = '/', params = {}, body, headers }) {
      if (as !== undefined && !sessions.has(as)) sessions.set(as, await signIn(as));
      const sent = cookie ?? (as === undefined ? undefined : sessions.get(as));
      const request = new Request(new URL(url, PUBLIC_URL), {
        method,
        headers: {
          ...(sent ? { cookie: sent } : {}),
          ...(method === 'GET'
            ? {}
            : {
                'content-type': 'application/json',
                origin: PUBLIC_URL,
                'sec-fetch-site': 'same-origin',
              }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return handler(request, { params: Promise.resolve(params) });
    },
  };
}
