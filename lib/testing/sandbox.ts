import 'server-only';
import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';

const App = z.object({
  appId: z.string(),
  appSecret: z.string(),
  worldId: z.string(),
  encryptKey: z.string(),
  verificationToken: z.string(),
});
const Requests = z.object({
  byEndpoint: z.record(
    z.string(),
    z.object({ count: z.number(), refused: z.number(), limited: z.number() }),
  ),
  effects: z.record(z.string(), z.number()),
  latest: z.array(
    z.object({
      endpoint: z.string().nullable(),
      path: z.string(),
      at: z.number(),
      code: z.number(),
    }),
  ),
});

export type TestSandbox = {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  /** Of its events. */
  readonly encryptKey: string;
  readonly verificationToken: string;
  /** The control surface of this app: `control('PUT', '/limits', { scale: 0.1 })`. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** What reached the sandbox since the last clear; endpoints by their id in the contract. */
  requests(): Promise<z.infer<typeof Requests>>;
};

/**
 * An app with a world of its own on the sandbox that SANDBOX_URL names, gone after the file. Call
 * it once at the top of a file; read its fields inside tests and hooks.
 * @param world seed and size of the world; `now` so that times do not depend on the day
 */
export function testSandbox(
  world: { seed?: number; size?: number; now?: string } = {},
): TestSandbox {
  const url = process.env.SANDBOX_URL ?? '';
  let app: z.infer<typeof App> | undefined;
  const made = () => {
    if (!app) throw new Error('The sandbox app is made before the first test; read it inside one');
    return app;
  };

  async function send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${url}/_sandbox/apps${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`The sandbox answered ${response.status} to ${method} ${path}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  beforeAll(async () => {
    if (!url) throw new Error('SANDBOX_URL is not set; the test run starts a sandbox and sets it');
    app = App.parse(await send('POST', '', { size: 200, seed: 1, now: '2026-06-30', ...world }));
  });
  afterAll(async () => {
    if (app) await send('DELETE', `/${app.appId}`);
  });

  const control = (method: string, path: string, body?: unknown) =>
    send(method, `/${made().appId}${path}`, body);
  return {
    url,
    get appId() {
      return made().appId;
    },
    get appSecret() {
      return made().appSecret;
    },
    get encryptKey() {
      return made().encryptKey;
    },
    get verificationToken() {
      return made().verificationToken;
    },
    control,
    requests: async () => Requests.parse(await control('GET', '/requests?limit=1000')),
  };
}
