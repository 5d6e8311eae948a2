import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {string} name @returns {string | undefined} the program on the path */
export function which(name) {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(directory, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this one.
    }
  }
  return undefined;
}

export const isRoot = () => process.getuid?.() === 0;

/** Whether Debian packages can be installed without asking anybody. */
export const canInstall = () => isRoot() && which('apt-get') !== undefined;

/** @param {string[]} packages @returns {boolean} */
export function aptInstall(packages) {
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 240_000,
  };
  console.log(`Installing ${packages.join(', ')} with apt-get.`);
  if (spawnSync('apt-get', ['update', '-qq'], options).status !== 0) return false;
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  return spawnSync('apt-get', args, options).status === 0;
}

/** Whether a program starts at all: a browser without its libraries does not. */
export function starts(program) {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
