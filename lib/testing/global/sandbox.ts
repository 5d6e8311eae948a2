import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startNode } from './child';

type Shared = { url: string; child: Child; directory: string; users: number };

/** Each project has its own copy of this module: what the run shares hangs on the process. */
const holder: typeof globalThis & { hireSandbox?: Promise<Shared> } = globalThis;

/**
 * Vitest global set-up: one sandbox process for the run, its address in SANDBOX_URL. Files make
 * their own app and world on it with `testSandbox()`.
 */
export default async function setup(): Promise<() => Promise<void>> {
  holder.hireSandbox ??= start();
  const shared = await holder.hireSandbox;
  shared.users += 1;
  process.env.SANDBOX_URL = shared.url;
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    holder.hireSandbox = undefined;
    await shared.child.stop();
    rmSync(shared.directory, { recursive: true, force: true });
  };
}

async function start(): Promise<Shared> {
  const directory = mkdtempSync(join(tmpdir(), 'hire-sandbox-'));
  const child = startNode(['--import', 'tsx', 'sandbox/main.ts'], {
    SANDBOX_PORT: '0',
    SANDBOX_SIZE: '1',
    SANDBOX_DIR: directory,
  });
  const url = /https?:\/\/\S+/.exec(await child.firstLine)?.[0];
  if (!url) throw new Error('The sandbox does not say where it listens');
  return { url, child, directory, users: 0 };
}
