import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '@/scripts/lib/ports.mjs';
import { root } from '@/scripts/lib/root.mjs';

export type Stack = {
  url: string;
  sandboxUrl: string;
  databaseUrl: string;
  stop: () => Promise<void>;
};

type Ready = { ready: true; url: string; feishuUrl: string; databaseUrl: string };

const SYNCED_WITHIN_MS = 180_000;

/** What a developer may have in .env must not lead a test to a real tenant or database. */
const NOT_FROM_HERE = [
  'FEISHU_APP_ID',
  'FEISHU_APP_SECRET',
  'FEISHU_BASE_URL',
  'FEISHU_ACCOUNTS_URL',
  'FEISHU_ENCRYPT_KEY',
  'FEISHU_VERIFICATION_TOKEN',
  'DATABASE_URL',
  'NEXTAUTH_URL',
  'NEXTAUTH_SECRET',
  'DATA_KEY',
  'ADMIN_OPEN_IDS',
];

type Options = {
  /** Applications in the sandbox's world. */
  size?: number;
  /** How much faster than Feishu allows the sandbox may be asked. */
  limitsScale?: number;
  /** Answer as soon as the app does, while the first sync runs. */
  early?: boolean;
};

/**
 * The product as `npm start` runs it, on free ports with a directory of its own: sandbox, embedded
 * database, production build. Answers when everything is in the mirror.
 */
export async function startStack(options: Options = {}): Promise<Stack> {
  const { size = 4000, limitsScale = 1000, early = false } = options;
  const directory = mkdtempSync(join(tmpdir(), 'hire-stack-'));
  const [app, sandbox, database] = [await freePort(), await freePort(), await freePort()];
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...Object.fromEntries(NOT_FROM_HERE.map((name) => [name, ''])),
      PORT: String(app),
      SANDBOX_PORT: String(sandbox),
      DATABASE_PORT: String(database),
      DATA_DIR: directory,
      SANDBOX_SIZE: String(size),
      FEISHU_LIMITS_SCALE: String(limitsScale),
    },
  });
  const gone = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(directory, { recursive: true, force: true });
  };
  const ready = await Promise.race([firstMessage(child), gone]);
  if (Array.isArray(ready)) throw new Error('The product did not start; it says why above.');
  try {
    if (!early) await synced(ready.url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: ready.url, sandboxUrl: ready.feishuUrl, databaseUrl: ready.databaseUrl, stop };
}

async function firstMessage(child: ReturnType<typeof spawn>): Promise<Ready> {
  const [message]: Ready[] = await once(child, 'message');
  if (!message) throw new Error('The starter sent an empty message');
  return message;
}

/** Waits until the mirror says it holds the whole world. */
async function synced(url: string): Promise<void> {
  const until = Date.now() + SYNCED_WITHIN_MS;
  for (;;) {
    const response = await fetch(`${url}/api/health`);
    const health: { sync: string } = await response.json();
    if (health.sync === 'complete') return;
    if (Date.now() > until) throw new Error(`Not synced in time: ${JSON.stringify(health)}`);
    await setTimeout(250);
  }
}
