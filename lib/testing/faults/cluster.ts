import 'server-only';
import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '@/scripts/lib/ports.mjs';
import { accepts, identity, programs } from '@/scripts/lib/postgres.mjs';
import { type Running, startProcess } from './process';

export type Cluster = {
  url: string;
  start(): Promise<void>;
  /** kill -9 of the server and every process of it. */
  kill(): Promise<void>;
  remove(): Promise<void>;
};

/**
 * A PostgreSQL that keeps its promises (fsync on), to be killed; undefined where there is none here.
 * @param within an existing directory for its data
 */
export async function makeCluster(within?: string): Promise<Cluster | undefined> {
  const folder = programs();
  if (!folder) return undefined;
  const directory = mkdtempSync(join(within ?? tmpdir(), 'hire-cluster-'));
  const as = identity();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(directory, as.uid, as.gid);
  const data = join(directory, 'data');
  const made = spawnSync(
    join(folder, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...as, cwd: directory, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${directory}`,
    'max_wal_size=64MB',
    'min_wal_size=32MB',
    'shared_buffers=32MB',
  ];
  let server: Running | undefined;

  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async start() {
      server = startProcess(
        join(folder, 'postgres'),
        ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
        {},
        { ...as, cwd: directory },
      );
      for (let waited = 0; !(await accepts(port)); waited += 100) {
        if (waited > 30_000) throw new Error(`PostgreSQL does not start: ${server.output()}`);
        await setTimeout(100);
      }
      await server.line(/ready to accept connections/);
    },
    async kill() {
      // Backends notice that their parent is gone, and end before the next start may touch the data.
      await server?.kill();
      while (await accepts(port)) await setTimeout(50);
    },
    async remove() {
      await server?.kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
