import 'server-only';
import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '@/scripts/lib/ports.mjs';
import { accepts, identity, programs } from '@/scripts/lib/postgres.mjs';
import { type Running, startProcess } from './process';

const END_WITH_PARENT = join(import.meta.dirname, 'end-with-parent.mjs');

export type Cluster = {
  url: string;
  start(): Promise<void>;
  /** kill -9 of the server and every process of it. */
  kill(): Promise<void>;
  remove(): Promise<void>;
};

export const hasPostgres = (): boolean => programs() !== undefined;

/** A PostgreSQL that keeps its promises (fsync on), to be killed. */
export async function makeCluster(): Promise<Cluster> {
  const folder = programs();
  if (!folder) throw new Error('PostgreSQL is not installed');
  const directory = mkdtempSync(join(tmpdir(), 'hire-cluster-'));
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
  const signal = (name: NodeJS.Signals) => {
    const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), name);
  };

  const launch = () => {
    const given = ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
    return startProcess(process.execPath, [END_WITH_PARENT, join(folder, 'postgres'), ...given], {
      CHILD_IDENTITY: JSON.stringify({ ...as, cwd: directory }),
    });
  };

  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async start() {
      for (let tries = 0; ; tries += 1) {
        server = launch();
        const up = server.line(/ready to accept connections/).then(
          () => true,
          () => false,
        );
        if (await up) return;
        // Backends of the killed one may still hold its memory.
        if (tries > 50) throw new Error(`PostgreSQL does not start: ${server.output()}`);
        await setTimeout(200);
      }
    },
    async kill() {
      // The server itself, not what ends it with its parent; its backends notice and end too.
      signal('SIGKILL');
      await server?.gone;
      while (await accepts(port)) await setTimeout(50);
    },
    async remove() {
      if (server && !server.ended()) {
        signal('SIGQUIT');
        await server.gone;
      }
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
