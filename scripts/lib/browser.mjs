import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './root.mjs';
import { StartError } from './start-error.mjs';
import { aptInstall, canInstall, starts, which } from './system.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where Playwright keeps its own Chromium, whether it was downloaded or not. */
function ownPath() {
  const require = createRequire(join(root, 'package.json'));
  return require('@playwright/test').chromium.executablePath();
}

/** A browser that is here already: the given one, an installed one, or Playwright's own. */
export function installedBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (starts(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new StartError(
      `CHROMIUM_PATH=${env.CHROMIUM_PATH} is no browser that starts: correct it or unset it.`,
    );
  }
  const candidates = [...NAMES.map(which), ...MAC, ownPath()];
  return candidates.find((path) => path !== undefined && existsSync(path) && starts(path));
}

function download() {
  console.log('Downloading Chromium for Playwright.');
  spawnSync(
    process.execPath,
    [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'],
    {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: 180_000,
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    },
  );
}

/** A browser for the journeys, fetched when there is none. Throws with what to do. */
export function getBrowser() {
  const here = installedBrowser();
  if (here) return here;
  download();
  const downloaded = installedBrowser();
  if (downloaded) return downloaded;
  if (canInstall() && aptInstall(['chromium', 'fonts-noto-cjk'])) {
    const installed = installedBrowser();
    if (installed) return installed;
  }
  throw new StartError(
    'No browser for the journeys, and none can be installed: install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}
