import { threadId } from 'node:worker_threads';
import { Client, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { expect } from 'vitest';
import { createSandbox, DEFAULT_APP } from './app';
import { reportsDirectory, saveReport } from './judge/observations';
import { Observer } from './judge/observer';
import { openMemoryWorld, type WorldStore } from './world/store';

/** Sunday noon in Shanghai: every contract test's world ends here. */
export const NOW = Date.parse('2026-11-22T04:00:00Z');

export type Answer = {
  status: number;
  headers: Headers;
  // Bodies are what is under test: any shape may come, and each test looks at its own part.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any;
};
export type Request = { token?: string | null; body?: unknown; headers?: Record<string, string> };

/** One per worker of the test run: what all its sandboxes have shown. */
const observer = new Observer();

type Options = {
  size?: number;
  limits?: number | null;
  /** Another world than one of seed 1 in memory; `realNow` is the sandbox's own clock. */
  world?: (realNow: () => number) => WorldStore;
};

/** A sandbox of this process on a free port, its clock standing still until a test moves it. */
export async function startSandbox(options: Options = {}) {
  let real = NOW;
  const realNow = () => real;
  const store =
    options.world?.(realNow) ??
    openMemoryWorld({ seed: 1, size: options.size ?? 200, now: NOW, realNow });
  /** What requests and replies had that the contract does not allow. */
  const violations: string[] = [];
  const sandbox = createSandbox({
    store,
    observe: (endpoint, reply, asked) => {
      violations.push(...observer.see(endpoint, reply, asked, testFile()));
    },
  });
  const app = sandbox.registry.default;
  app.limiter.setScale(options.limits === undefined ? null : options.limits);
  const { url } = await sandbox.listen(0);

  async function call(method: string, path: string, request: Request = {}): Promise<Answer> {
    const token = request.token === undefined ? await tenantToken() : request.token;
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      body:
        request.body === undefined
          ? undefined
          : typeof request.body === 'string'
            ? request.body
            : JSON.stringify(request.body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: json(text) };
  }

  let cached: string | null = null;
  async function tenantToken(): Promise<string> {
    cached ??= (await freshToken()).tenant_access_token;
    return cached;
  }
  async function freshToken(): Promise<{ tenant_access_token: string; expire: number }> {
    const answer = await call('POST', '/open-apis/auth/v3/tenant_access_token/internal', {
      token: null,
      body: { app_id: DEFAULT_APP.appId, app_secret: DEFAULT_APP.secret },
    });
    return answer.body;
  }

  return {
    url,
    app,
    store,
    world: store.world,
    violations,
    advance: (ms: number) => {
      real += ms;
    },
    call,
    get: (path: string, request?: Request) => call('GET', path, request),
    post: (path: string, body?: unknown, request?: Request) =>
      call('POST', path, { ...request, body: body ?? {} }),
    hire: (path: string, request?: Request) => call('GET', `/open-apis/hire${path}`, request),
    tenantToken,
    freshToken,
    client: () =>
      new Client({
        appId: DEFAULT_APP.appId,
        appSecret: DEFAULT_APP.secret,
        domain: url,
        cache: tokenCache(),
        // Its default logger prints the app secret when a call fails.
        logger: silent,
        loggerLevel: LoggerLevel.fatal,
      }),
    close: () => {
      const directory = reportsDirectory();
      if (directory) saveReport(directory, `worker-${process.pid}-${threadId}`, observer.report());
      return sandbox.close();
    },
  };
}

export type TestSandbox = Awaited<ReturnType<typeof startSandbox>>;

const testFile = () => expect.getState().testPath?.split('/sandbox/').at(-1) ?? 'no test';

/** The official client else shares one per process, with the tokens of sandboxes that are gone. */
function tokenCache() {
  const held = new Map<unknown, { value: unknown; until: number }>();
  return {
    get: async (key: unknown) => {
      const found = held.get(key);
      return found && found.until > Date.now() ? found.value : undefined;
    },
    set: async (key: unknown, value: unknown, until = Number.POSITIVE_INFINITY) => {
      held.set(key, { value, until });
      return true;
    },
  };
}

const quiet = () => {};
const silent = { error: quiet, warn: quiet, info: quiet, debug: quiet, trace: quiet };

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
