/** After a build: nothing a browser can fetch names the tenant token, a secret or Feishu's API. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leaks } from './lib/leaks.mjs';
import { root } from './lib/root.mjs';

const folder = join(root, process.env.NEXT_DIST_DIR || '.next', 'static');
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  : [];
const scripts = files.filter(({ name }) => name.endsWith('.js'));
if (scripts.length === 0) {
  console.error(`${folder} holds no script: build first.`);
  process.exit(1);
}
const secrets = [process.env.FEISHU_APP_SECRET, process.env.FEISHU_ENCRYPT_KEY];
const found = files.flatMap((entry) => {
  const path = join(entry.parentPath ?? entry.path, entry.name);
  return leaks(readFileSync(path, 'latin1'), secrets).map((what) => `${path}: ${what}`);
});
for (const line of found) console.error(line);
console.log(`${files.length} files for the browser, ${found.length} leaks`);
process.exit(found.length > 0 ? 1 : 0);
