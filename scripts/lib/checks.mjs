import { StartError } from './start-error.mjs';

/** @param {string} databaseUrl */
function placeOf(databaseUrl) {
  try {
    const { hostname, port, pathname } = new URL(databaseUrl);
    return `${hostname}:${port || 5432}${pathname}`;
  } catch {
    throw new StartError(
      'DATABASE_URL is not an address: write postgres://user:password@host:5432/name.',
    );
  }
}

const DATABASE_ADVICE = {
  ECONNREFUSED: 'nothing listens there; start it or correct DATABASE_URL',
  ENOTFOUND: 'the host is unknown; correct DATABASE_URL',
  '28P01': 'it refused the password; correct DATABASE_URL',
  28000: 'it refused the user; correct DATABASE_URL',
  '3D000': 'that database does not exist; create it (createdb) or correct DATABASE_URL',
};

/** Asks a given PostgreSQL once for its version. @param {string} databaseUrl */
export async function checkDatabase(databaseUrl) {
  const place = placeOf(databaseUrl);
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 8000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('SHOW server_version_num');
    const major = Math.floor(Number(rows[0].server_version_num) / 10_000);
    if (major < 15) {
      throw new StartError(`PostgreSQL ${major} at ${place} is too old: 15 or newer is needed.`);
    }
    return `PostgreSQL ${major} at ${place}`;
  } catch (error) {
    if (error instanceof StartError) throw error;
    const advice =
      DATABASE_ADVICE[error.code] ??
      `${error.message || error.code}; start it or correct DATABASE_URL`;
    throw new StartError(`The database at ${place} cannot be reached: ${advice}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

const TOKEN_ADVICE = {
  10003: 'FEISHU_APP_ID or FEISHU_APP_SECRET is malformed',
  10014:
    'no such app is available; check FEISHU_APP_ID, and release and enable the app in the Feishu console',
  10015: 'FEISHU_APP_SECRET is wrong; copy it from the app’s "Credentials" page',
};

/**
 * Asks Feishu for a token once, so that a wrong secret is told at the start.
 * @returns {Promise<string>} what to print; an unreachable Feishu is told, and does not stop the start
 */
export async function checkAppSecret({ feishuUrl, appId, appSecret }) {
  let answer;
  try {
    const response = await fetch(`${feishuUrl}/open-apis/auth/v3/tenant_access_token/internal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ app_id: appId, app_secret: appSecret }),
      signal: AbortSignal.timeout(8000),
    });
    answer = await response.json();
  } catch {
    return `${feishuUrl} does not answer; starting with what was synced before`;
  }
  if (answer.code === 0) return `${new URL(feishuUrl).host}, app ${appId}`;
  const advice = TOKEN_ADVICE[answer.code] ?? answer.msg ?? 'unknown answer';
  throw new StartError(`Feishu refused app ${appId} (code ${answer.code}): ${advice}.`);
}
