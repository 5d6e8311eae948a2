import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { startPostgres } from '@/scripts/lib/postgres.mjs';
import { root } from '@/scripts/lib/root.mjs';
import { type ProcessUsage, parentOf, usageOf } from './process-usage';

/** What every process of the bench has used so far. */
export type Usage = Record<'app' | 'database' | 'sandbox', ProcessUsage>;

export type SyncStack = {
  pool: Pool;
  /** The sandbox's control surface. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** The worker begins to read. */
  startApp(): void;
  usage(): Usage;
  stop(): Promise<void>;
};

type Database = { url: string; stop(): Promise<void> };

/** Sandbox, database and app in a process each, at so many times Feishu's limits. */
export async function startSyncStack(options: {
  size: number;
  scale: number;
  embedded: boolean;
}): Promise<SyncStack> {
  const directory = mkdtempSync(join(tmpdir(), 'hire-bench-sync-'));
  const [database, sandbox] = await Promise.all([
    options.embedded ? startEmbedded() : startServer(),
    startSandbox(directory, options.size),
  ]);
  const secrets = { NEXTAUTH_SECRET: secret(), DATA_KEY: secret() };
  const env = {
    ...process.env,
    ...secrets,
    DATABASE_URL: database.url,
    FEISHU_APP_ID: '',
    FEISHU_BASE_URL: sandbox.url,
    FEISHU_LIMITS_SCALE: String(options.scale),
    NODE_ENV: 'production' as const,
  };
  const migration = child('scripts/migrate.ts', env);
  const [code]: unknown[] = await once(migration, 'exit');
  if (code !== 0) throw new Error('The database could not be migrated; it says why above.');
  const pool = new Pool({ connectionString: database.url, max: 2 });
  // Told of by the next query as well.
  pool.on('error', () => undefined);
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const databasePid = options.embedded ? embeddedPid : parentOf(rows[0]?.pid ?? 0);
  let app: ChildProcess | undefined;

  const control: SyncStack['control'] = async (method, path, body) => {
    const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  await control('PUT', '/limits', { scale: options.scale });
  const none: ProcessUsage = { cpuMs: 0, peakMb: 0 };
  return {
    pool,
    control,
    startApp() {
      app = child('scripts/bench/sync-app.ts', env);
    },
    usage: () => ({
      app: app?.pid ? usageOf(app.pid) : none,
      database: usageOf(databasePid),
      sandbox: sandbox.child.pid ? usageOf(sandbox.child.pid) : none,
    }),
    async stop() {
      await end(app);
      await pool.end();
      await Promise.all([end(sandbox.child), database.stop()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const secret = () => randomBytes(32).toString('base64');

const child = (script: string, env: NodeJS.ProcessEnv) =>
  fork(join(root, script), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--import', 'tsx', '--conditions=react-server'],
    env,
  });

async function end(process: ChildProcess | undefined): Promise<void> {
  if (!process || process.exitCode !== null) return;
  const gone = once(process, 'exit');
  process.kill('SIGTERM');
  await gone;
}

async function startServer(): Promise<Database> {
  const server = await startPostgres();
  if ('notRun' in server) throw new Error(`${server.notRun}; try --embedded`);
  return server;
}

let embeddedPid = 0;
async function startEmbedded(): Promise<Database> {
  const server = fork(join(root, 'scripts', 'database.mjs'), ['--memory', '--port', '0'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [ready]: { port: number }[] = await once(server, 'message');
  embeddedPid = server.pid ?? 0;
  return {
    url: `postgres://postgres@127.0.0.1:${ready?.port}/postgres`,
    stop: () => end(server),
  };
}

async function startSandbox(directory: string, size: number) {
  const sandbox = fork(join(root, 'sandbox', 'main.ts'), {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      SANDBOX_PORT: '0',
      SANDBOX_SIZE: String(size),
      SANDBOX_DIR: directory,
      SANDBOX_SEED: '1',
    },
  });
  let printed = '';
  for await (const part of sandbox.stdout ?? []) {
    printed += part;
    const url = /sandbox ready: (\S+)/.exec(printed)?.[1];
    if (url) {
      sandbox.stdout?.resume();
      return { child: sandbox, url };
    }
  }
  throw new Error('The sandbox did not start; it says why above.');
}
