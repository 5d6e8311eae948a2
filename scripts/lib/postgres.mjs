import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { aptInstall, canInstall, isRoot, which } from './system.mjs';

const DEBIAN = '/usr/lib/postgresql';

/** The folder of the newest installed PostgreSQL's programs. */
export function programs() {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    : [];
  const debian = versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((path) => existsSync(join(path, 'initdb')));
  const onPath = which('initdb');
  return debian ?? (onPath && dirname(onPath));
}

/** PostgreSQL refuses to run as root. */
export function identity() {
  if (!isRoot()) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** @param {number} port */
export async function accepts(port) {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/**
 * A throw-away PostgreSQL on a free port, installed first where that is possible.
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | { notRun: string }>}
 */
export async function startPostgres() {
  if (!programs() && canInstall()) aptInstall(['postgresql']);
  const folder = programs();
  if (!folder) return { notRun: 'PostgreSQL is not installed, and installing it needs root' };
  const directory = mkdtempSync(join(tmpdir(), 'hire-postgres-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  try {
    const as = identity();
    if (as.uid !== undefined) chownSync(directory, as.uid, as.gid);
    const data = join(directory, 'data');
    const made = spawnSync(
      join(folder, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      { ...as, cwd: directory, encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(made.stderr.trim().split('\n').at(-1));
    const port = await freePort();
    const settings = [
      'fsync=off',
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${directory}`,
    ];
    const server = spawn(
      join(folder, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...as, cwd: directory, stdio: 'ignore' },
    );
    for (let waited = 0; !(await accepts(port)); waited += 100) {
      if (server.exitCode !== null || waited > 30_000) throw new Error('it does not start');
      await setTimeout(100);
    }
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      async stop() {
        server.kill('SIGINT');
        await once(server, 'exit');
        remove();
      },
    };
  } catch (error) {
    remove();
    return {
      notRun: `PostgreSQL does not run here: ${error instanceof Error ? error.message : error}`,
    };
  }
}
