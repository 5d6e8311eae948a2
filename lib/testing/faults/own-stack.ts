import 'server-only';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createDatabase, createPool } from '@/lib/server/db/pool';
import { checkMirror } from '@/lib/server/sync/compare/check-mirror';
import type { Difference } from '@/lib/server/sync/compare/difference';
import type { TestDatabase } from '@/lib/testing/database';
import type { TestSandbox } from '@/lib/testing/sandbox';
import { syncDepsFor } from '@/lib/testing/sync-run';
import { freePort } from '@/scripts/lib/ports.mjs';
import { appEnvironment } from './app-environment';
import { type Running, startApp, startSandbox } from './process';

const APP = { appId: 'cli_5a4db0c5e0d00001', appSecret: 'sandbox-secret' };
const WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 20;

/** Sandbox, app and somebody's database as processes of their own, to be killed one by one. */
export type OwnStack = {
  readonly sandbox: TestSandbox;
  readonly database: TestDatabase;
  apps: Running[];
  /** @param env over what every instance has */
  startApp(env?: Record<string, string>): Running;
  startSandbox(): Promise<void>;
  killSandbox(): Promise<void>;
  /** Calls that reached the sandbox since it started. */
  calls(): Promise<number>;
  complete(): Promise<boolean>;
  /** Looks until it holds; a database or sandbox that is away holds nothing. */
  until(holds: () => Promise<boolean>): Promise<void>;
  differences(): Promise<Difference[]>;
  stop(): Promise<void>;
};

export async function makeOwnStack(
  databaseUrl: string,
  options: { size: number; scale?: number },
): Promise<OwnStack> {
  const { size, scale = 1_000 } = options;
  const directory = mkdtempSync(join(tmpdir(), 'hire-faults-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const pool = createPool(databaseUrl);
  const database: TestDatabase = { pool, url: databaseUrl, db: createDatabase(pool) };
  const apps: Running[] = [];
  let upstream: Running | undefined;

  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${url}/_sandbox/apps/${APP.appId}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  }
  const sandbox: TestSandbox = {
    url,
    ...APP,
    encryptKey: 'sandbox-encrypt-key',
    verificationToken: 'sandbox-verification-token',
    control,
    // The sandbox's own answer; what is read of it is typed by the helper it stands in for.
    requests: async () =>
      (await control('GET', '/requests?limit=1000')) as Awaited<
        ReturnType<TestSandbox['requests']>
      >,
  };
  const stack: OwnStack = {
    sandbox,
    database,
    apps,
    startApp(env = {}) {
      const app = startApp({ ...appEnvironment(databaseUrl, sandbox, scale), ...env });
      apps.push(app);
      return app;
    },
    async startSandbox() {
      upstream = startSandbox(port, join(directory, 'sandbox'), size);
      await upstream.line(/http/);
      await control('PUT', '/limits', { scale });
    },
    async killSandbox() {
      await upstream?.kill();
    },
    async calls() {
      const { byEndpoint } = await sandbox.requests();
      return Object.values(byEndpoint).reduce((sum, { count }) => sum + count, 0);
    },
    async complete() {
      const { rows } = await pool.query<{ done: boolean }>(
        'select complete_at is not null as done from mirror_state',
      );
      return rows[0]?.done ?? false;
    },
    async until(holds) {
      const last = Date.now() + WITHIN_MS;
      while (!(await holds().catch(() => false))) {
        if (Date.now() > last)
          throw new Error(apps.map((app) => app.output().slice(-3_000)).join('\n'));
        await setTimeout(LOOK_EVERY_MS);
      }
    },
    async differences() {
      const deps = await syncDepsFor(database, sandbox);
      const reports = await checkMirror({
        db: deps.db,
        feishu: deps.feishu('background'),
        crypto: deps.crypto,
        timeZone: deps.timeZone,
        now: () => deps.clock.now(),
      });
      return reports.flatMap(({ differences }) => differences);
    },
    async stop() {
      await Promise.all(apps.map((app) => app.kill()));
      await upstream?.kill();
      await pool.end();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  await stack.startSandbox();
  return stack;
}
