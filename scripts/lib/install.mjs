import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeArgs } from './part.mjs';

/** @param {string} path */
function packages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/**
 * Whether node_modules holds what the lock file says. npm writes its own record of an install last,
 * so an interrupted one has none.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = packages(join(root, 'package-lock.json'));
  const present = packages(join(root, 'node_modules', '.package-lock.json'));
  if (!present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      (entry.optional && !present[path]) ||
      (present[path]?.version === entry.version && present[path]?.integrity === entry.integrity),
  );
}

/** @returns {[command: string, args: string[]]} npm as it was started, or the one on the path */
export function installCommand(env = process.env) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const self = env.npm_execpath;
  return self?.endsWith('npm-cli.js') ? [process.execPath, nodeArgs(self, args)] : ['npm', args];
}
