import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartError } from './start-error.mjs';

/** Reads `.env.local`, then `.env`; what the shell already set wins. */
export function loadEnvFiles(root) {
  for (const name of ['.env.local', '.env']) {
    const path = join(root, name);
    if (existsSync(path)) process.loadEnvFile(path);
  }
}

function port(env, name, otherwise) {
  const text = env[name] || String(otherwise);
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new StartError(`${name}=${text} is not a port: give a number from 1 to 65535.`);
}

const SANDBOX_APP_ID = 'cli_5a4db0c5e0d00001';

/** A tenant of Feishu never lives on this machine: a local upstream is a sandbox under any app id. */
function isSandbox(env) {
  if (!env.FEISHU_APP_ID || env.FEISHU_APP_ID === SANDBOX_APP_ID) return true;
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(env.FEISHU_BASE_URL ?? '');
}

/**
 * What to start and where, from the environment (ARCHITECTURE: processes, ports, configuration).
 * @param {Record<string, string | undefined>} env
 * @param {{ root: string, dev: boolean }} options
 */
export function readSettings(env, { root, dev }) {
  const appId = env.FEISHU_APP_ID || undefined;
  if (appId && !env.FEISHU_APP_SECRET) {
    throw new StartError(
      'FEISHU_APP_ID is set but FEISHU_APP_SECRET is not: set both, or neither to use the sandbox.',
    );
  }
  const real = !isSandbox(env);
  if (real && !env.DATABASE_URL && env.EMBEDDED_DATABASE !== 'accept-data-loss') {
    throw new StartError(
      'With a real Feishu app set DATABASE_URL to a PostgreSQL 15 or newer (the embedded database does not survive a power loss), or EMBEDDED_DATABASE=accept-data-loss to try it anyway.',
    );
  }
  const ports = {
    app: port(env, 'PORT', 3000),
    sandbox: port(env, 'SANDBOX_PORT', 4010),
    database: port(env, 'DATABASE_PORT', 5499),
  };
  return {
    root,
    dev,
    ports,
    /** Start our own sandbox; with an app id somebody else runs the upstream. */
    sandbox: appId === undefined,
    appId,
    appSecret: env.FEISHU_APP_SECRET || undefined,
    databaseUrl: env.DATABASE_URL || undefined,
    limitsScale: env.FEISHU_LIMITS_SCALE ? Number(env.FEISHU_LIMITS_SCALE) : undefined,
    feishuUrl:
      env.FEISHU_BASE_URL ||
      (real ? 'https://open.feishu.cn' : `http://localhost:${ports.sandbox}`),
    dataDir: resolve(root, env.DATA_DIR || '.data'),
    distDir: resolve(root, env.NEXT_DIST_DIR || '.next'),
  };
}

/** @typedef {ReturnType<typeof readSettings>} Settings */

/**
 * The environment of the app: what the starter decided, without overruling what is set.
 * @param {Settings} settings
 * @param {{ databaseUrl: string, secrets: Record<string, string> }} decided
 */
export function appEnvironment(settings, { databaseUrl, secrets }) {
  return {
    SANDBOX_PORT: String(settings.ports.sandbox),
    ...(!settings.databaseUrl && { EMBEDDED_DATABASE_URL: databaseUrl }),
    DATA_DIR: settings.dataDir,
    PORT: String(settings.ports.app),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${settings.ports.app}`,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.NEXTAUTH_SECRET,
    DATA_KEY: process.env.DATA_KEY || secrets.DATA_KEY,
  };
}
