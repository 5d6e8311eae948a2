import { describe, expect, test } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import { checkAppSecret, checkDatabase } from './checks.mjs';
import { freePort } from './ports.mjs';

const database = testDatabase();
const sandbox = testSandbox({ size: 20 });

describe('the start asks Feishu once', () => {
  const ask = (appId: string, appSecret: string) =>
    checkAppSecret({ feishuUrl: sandbox.url, appId, appSecret });

  test('and goes on with the right secret', async () => {
    expect(await ask(sandbox.appId, sandbox.appSecret)).toContain(sandbox.appId);
  });

  test('and stops with one line at a wrong secret or an unknown app, without printing it', async () => {
    const refused = await ask(sandbox.appId, 'hunter2').catch((error) => error.message);
    expect(refused).toMatch(
      /^Feishu refused app cli_\w+ \(code 10015\): FEISHU_APP_SECRET is wrong/,
    );
    expect(refused).not.toMatch(/hunter2|\n/);
    await expect(ask('cli_0123456789abcdef', 'hunter2')).rejects.toThrow(/FEISHU_APP_ID/);
  });

  test('and goes on, saying so, when nobody answers', async () => {
    const feishuUrl = `http://127.0.0.1:${await freePort()}`;
    expect(await checkAppSecret({ feishuUrl, appId: 'a', appSecret: 'b' })).toContain(
      'does not answer',
    );
  });
});

describe('the start asks the database once', () => {
  test('and names its version and place', async () => {
    expect(await checkDatabase(database.url)).toMatch(/^PostgreSQL \d+ at 127\.0\.0\.1:\d+\//);
  });

  test('and stops with one line when it cannot be reached, without printing the password', async () => {
    const url = `postgres://u:hunter2@127.0.0.1:${await freePort()}/x`;
    const refused = await checkDatabase(url).catch((error) => error.message);
    expect(refused).toMatch(/cannot be reached: nothing listens there; start it/);
    expect(refused).not.toMatch(/hunter2|\n/);
    await expect(checkDatabase('localhost')).rejects.toThrow(/not an address/);
  });
});
