/**
 * Run after `npm install` against a registry that lacks the packages of other platforms: writes
 * their entries into the lock file, without which `npm ci` refuses it everywhere.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeLock, missingEntries } from './lib/lock.mjs';
import { root } from './lib/root.mjs';

const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingEntries(lock.packages);
if (missing.length > 0) writeFileSync(path, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
console.log(`${missing.length} entries added`);
