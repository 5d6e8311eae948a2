import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.mjs';

const NAMES = ['NEXTAUTH_SECRET', 'DATA_KEY'];

/**
 * Secrets made once per data directory: 32 random bytes each, base64, readable by the owner alone.
 * Never made anew over a damaged file: what DATA_KEY encrypted would be lost.
 * @param {string} dataDir
 * @returns {Record<string, string>}
 */
export function generatedSecrets(dataDir) {
  const path = join(dataDir, 'secrets.json');
  const fresh = Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('base64')]));
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return parse(path);
}

/** @param {string} path */
function parse(path) {
  try {
    const secrets = JSON.parse(readFileSync(path, 'utf8'));
    if (NAMES.every((name) => Buffer.from(secrets[name], 'base64').length === 32)) return secrets;
  } catch {
    // Falls through to the one message below.
  }
  throw new StartError(
    `${path} is damaged: restore it from a backup, or delete it (people sign in again, and stored contact fields are read anew).`,
  );
}
