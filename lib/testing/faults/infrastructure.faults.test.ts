import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { migrate } from '@/lib/server/db/migrate';
import { mulberry32 } from '@/lib/testing/populate';
import { freePort } from '@/scripts/lib/ports.mjs';
import { CALLS_OF_A_READ } from './app-environment';
import { type Cluster, hasPostgres, makeCluster } from './cluster';
import { makeOwnStack, type OwnStack } from './own-stack';
import { type Running, startEmbedded } from './process';

/** Each takes minutes: what failed waits before it is tried again. */
const ROUNDS = Array.from(
  { length: Math.ceil(Number(process.env.FAULT_ROUNDS ?? 1) / 5) },
  (_, n) => n + 1,
);
const SIZE = 120;
const LONG = { timeout: 300_000 };

/** Ended in the order opposite to their start. */
const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

type Server = Pick<Cluster, 'url' | 'start' | 'kill'>;

async function embedded(): Promise<Server> {
  const directory = mkdtempSync(join(tmpdir(), 'hire-embedded-'));
  const port = await freePort();
  let server: Running | undefined;
  endings.push(() => rmSync(directory, { recursive: true, force: true }));
  endings.push(() => server?.kill());
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async start() {
      server = startEmbedded(port, directory);
      await server.line(/^ready/);
    },
    kill: async () => server?.kill(),
  };
}

async function postgres(): Promise<Server> {
  const cluster = await makeCluster();
  endings.push(() => cluster.remove());
  return cluster;
}

async function stackOn(server: Server): Promise<OwnStack> {
  await server.start();
  await migrate(server.url);
  const stack = await makeOwnStack(server.url, { size: SIZE });
  endings.push(() => stack.stop());
  return stack;
}

async function reaches(stack: OwnStack, calls: number): Promise<void> {
  await stack.until(async () => (await stack.calls()) >= calls || (await stack.complete()));
}

async function endsAsTheWorld(stack: OwnStack): Promise<void> {
  await stack.until(() => stack.complete());
  await expect.poll(() => stack.differences(), { timeout: 100_000, interval: 2_000 }).toEqual([]);
}

const SERVERS: [string, () => Promise<Server>][] = [['the embedded database', embedded]];
if (hasPostgres()) SERVERS.push(['PostgreSQL', postgres]);

describe.each(SERVERS)('kill -9 of %s', (_, make) => {
  it.each(ROUNDS)('at random points of a reading (round %i)', LONG, async (round) => {
    const server = await make();
    const stack = await stackOn(server);
    const random = mulberry32(5_000 + round);
    const app = stack.startApp();
    for (let kills = 0; kills < 3; kills += 1) {
      const from = await stack.calls();
      await reaches(stack, from + Math.ceil(random() * (CALLS_OF_A_READ / 3)));
      await server.kill();
      await setTimeout(random() * 1_500);
      await server.start();
    }
    await endsAsTheWorld(stack);
    expect(stack.apps).toEqual([app]);
  });
});

describe('kill -9 of Feishu', () => {
  it.each(ROUNDS)('at random points of a reading (round %i)', LONG, async (round) => {
    const stack = await stackOn(await embedded());
    const random = mulberry32(6_000 + round);
    stack.startApp();
    for (let kills = 0; kills < 3; kills += 1) {
      await reaches(stack, Math.ceil(random() * (CALLS_OF_A_READ / 3)));
      await stack.killSandbox();
      await setTimeout(random() * 1_500);
      await stack.startSandbox();
    }
    await endsAsTheWorld(stack);
  });
});

/** A small file system of its own, where this machine lets us. */
function smallDisk(): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'hire-small-disk-'));
  endings.push(() => rmSync(directory, { recursive: true, force: true }));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m,mode=0777', 'tmpfs', directory], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  endings.push(() => execFileSync('umount', [directory]));
  return directory;
}

describe('a full disk under the database', () => {
  it('is said plainly, and everything goes on once there is room', LONG, async ({ skip }) => {
    if (!hasPostgres()) return skip('PostgreSQL is not installed');
    const cluster = await makeCluster();
    endings.push(() => cluster.remove());
    const disk = smallDisk();
    if (!disk) return skip('nothing can be mounted here');
    await cluster.start();
    const url = await onDisk(cluster.url, disk);
    await migrate(url);
    const stack = await makeOwnStack(url, { size: SIZE });
    endings.push(() => stack.stop());
    const app = stack.startApp();
    await reaches(stack, CALLS_OF_A_READ / 5);
    const ballast = join(disk, 'ballast');
    fill(ballast);
    await app.line(/No space left on device/);
    await stack.until(async () => {
      const { rows } = await stack.database.pool.query(
        `select failing_code as code from mirror_state
          union all select last_error_code from sync_checkpoints`,
      );
      return rows.some(({ code }) => code === 'DATABASE_FULL');
    });
    expect(await stack.complete()).toBe(false);
    rmSync(ballast);
    await endsAsTheWorld(stack);
    await stack.until(async () => {
      const { rows } = await stack.database.pool.query('select failing_code from mirror_state');
      return rows[0]?.failing_code === null;
    });
  });
});

/** Writes until nothing more fits. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(64 * 1024));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(file);
  }
}

/** A database whose files are on that disk, its write-ahead log elsewhere. */
async function onDisk(url: string, disk: string): Promise<string> {
  const { Client } = await import('pg');
  const place = mkdtempSync(join(disk, 'space-'));
  execFileSync('chown', ['postgres', place]);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create tablespace small location '${place}'`);
  await client.query('create database mirror tablespace small');
  await client.end();
  return url.replace(/postgres$/, 'mirror');
}
