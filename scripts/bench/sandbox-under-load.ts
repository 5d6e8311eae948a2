import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { z } from 'zod';
import { root } from '@/scripts/lib/root.mjs';

/** The default app of every sandbox (sandbox/README.md). */
const APP = { app_id: 'cli_5a4db0c5e0d00001', app_secret: 'sandbox-secret' };

const Usage = z.object({ cpuMs: z.number(), rssMb: z.number() });
const Token = z.object({ tenant_access_token: z.string() });

export type Measured = { times: number[]; failures: number; cpuMs: number };

/** A sandbox in a process of its own, without limits, that says how much processor time it has used. */
export type SandboxUnderLoad = {
  /** Until it was ready, the making of the world included. */
  startMs: number;
  usage(): Promise<z.infer<typeof Usage>>;
  /** The `data` of a GET below `/open-apis/hire`. */
  get(path: string): Promise<unknown>;
  /** Asks the paths in turn, again and again, for so many seconds as so many clients at once. */
  load(paths: string[], connections: number, seconds: number): Promise<Measured>;
  stop(): Promise<void>;
};

export async function startSandboxUnderLoad(size: number): Promise<SandboxUnderLoad> {
  const directory = mkdtempSync(join(tmpdir(), 'hire-sandbox-'));
  const started = performance.now();
  const child = fork(join(root, 'sandbox', 'main.ts'), {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--import', 'tsx', '--import', join(root, 'scripts', 'bench', 'tell-usage.mjs')],
    env: {
      ...process.env,
      SANDBOX_PORT: '0',
      SANDBOX_SIZE: String(size),
      SANDBOX_DIR: directory,
      SANDBOX_SEED: '1',
    },
  });
  const base = await addressOf(child);
  const startMs = performance.now() - started;
  await send('PUT', `${base}/_sandbox/limits`, { scale: null });
  const login = `${base}/open-apis/auth/v3/tenant_access_token/internal`;
  const { tenant_access_token } = Token.parse(await send('POST', login, APP));
  const headers = { authorization: `Bearer ${tenant_access_token}` };

  const usage = async () => {
    child.send('usage');
    const [message]: unknown[] = await once(child, 'message');
    return Usage.parse(message);
  };
  return {
    startMs,
    usage,
    async get(path) {
      const response = await fetch(`${base}/open-apis/hire${path}`, { headers });
      return z.object({ data: z.unknown() }).parse(await response.json()).data;
    },
    async load(paths, connections, seconds) {
      const before = await usage();
      const times: number[] = [];
      let failures = 0;
      const requests = paths.map((path) => ({ path: `/open-apis/hire${path}`, headers }));
      await new Promise<void>((resolve, reject) => {
        const instance = autocannon(
          { url: base, connections, duration: seconds, requests },
          (error: unknown) => (error ? reject(error) : resolve()),
        );
        instance.on('response', (_client, status, _bytes, time) => {
          if (status === 200) times.push(time);
          else failures += 1;
        });
        instance.on('reqError', () => {
          failures += 1;
        });
      });
      return { times, failures, cpuMs: (await usage()).cpuMs - before.cpuMs };
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The address in the one line it prints when it is ready. */
async function addressOf(child: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += chunk;
    const address = /sandbox ready: (\S+)/.exec(printed)?.[1];
    if (address) {
      child.stdout?.resume();
      return address;
    }
  }
  throw new Error('The sandbox did not start; it says why above.');
}

async function send(method: string, url: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status}`);
  return response.json();
}
