import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { getBrowser } from './browser.mjs';
import { isBuilt, rememberBuild, sourceHash } from './build.mjs';
import { installCommand, isInstalled } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { root } from './root.mjs';
import { StartError } from './start-error.mjs';
import { check, playwright, vitest } from './suites.mjs';
import { verify } from './verify.mjs';

function install() {
  if (isInstalled(root)) return;
  console.log('Installing packages from the lock file.');
  const [command, args] = installCommand();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0)
    throw new StartError('The packages could not be installed; npm says why above.');
}

/** The database tests once more, on the PostgreSQL people run in production. */
async function onPostgres() {
  const name = 'database tests on PostgreSQL';
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  if ('notRun' in server) return { results: [], notRun: [`${name} (${server.notRun})`] };
  try {
    return { results: [await vitest(name, ['db'], { TEST_DATABASE_URL: server.url })], notRun: [] };
  } finally {
    await server.stop();
  }
}

/** A build people would get, reused when nothing changed since. */
async function build() {
  const distDir = join(root, process.env.NEXT_DIST_DIR || '.next');
  const hash = sourceHash(root);
  if (isBuilt(distDir, hash)) return [];
  const result = await check('production build', 'next/dist/bin/next', ['build'], {
    NEXT_TELEMETRY_DISABLED: '1',
  });
  if (result.failed === 0) rememberBuild(distDir, hash);
  return [result];
}

/** @returns {Promise<{ results: import('./suites.mjs').Result[], notRun: string[] }>} */
export async function runTests() {
  install();
  const browser = getBrowser();
  const results = await verify();
  const postgres = await onPostgres();
  const built = await build();
  results.push(...postgres.results, ...built);
  const notRun = [...postgres.notRun];
  if (built.some(({ failed }) => failed > 0)) {
    notRun.push('bundle check and journeys (the build failed)');
    return { results, notRun };
  }
  results.push(await check('bundle', '../scripts/check-bundle.mjs', []));
  results.push(await playwright('journeys', { CHROMIUM_PATH: browser }));
  return { results, notRun };
}
