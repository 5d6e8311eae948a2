import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/lib/testing/database';

type Server = { child: ChildProcess; url: string };

const memory = testDatabase();

let home: string;
let directory: string;
let children: ChildProcess[] = [];

const stopAll = () => Promise.all(children.map((child) => end(child, 'SIGKILL')));

// Making a database takes long, copying it does not.
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'hire-database-'));
  directory = join(home, 'first');
  const { child } = await start();
  await end(child, 'SIGTERM');
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

beforeEach(() => {
  children = [];
  directory = join(home, 'with a space');
});
afterEach(async () => {
  await stopAll();
  rmSync(directory, { recursive: true, force: true });
});

function launch(...args: string[]): ChildProcess {
  const made = join(home, 'first');
  if (directory !== made && !existsSync(directory)) cpSync(made, directory, { recursive: true });
  const child = spawn(
    process.execPath,
    ['scripts/database.mjs', '--dir', directory, '--port', '0', ...args],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  children.push(child);
  return child;
}

async function start(...args: string[]): Promise<Server> {
  const child = launch(...args);
  const [ready]: { port: number }[] = await once(child, 'message');
  return { child, url: `postgres://postgres@127.0.0.1:${ready?.port}/postgres` };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = await connect(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded database', { timeout: 120_000 }, () => {
  test('refuses a second owner of its directory at once, and the first is unharmed', async () => {
    const first = await start();
    await ask(first.url, 'create table kept (n int)');
    const second = launch();
    let words = '';
    second.stderr?.on('data', (text) => {
      words += text;
    });
    const [code] = await once(second, 'exit');
    expect(code).toBe(1);
    expect(words).toContain(`process ${first.child.pid}`);
    expect(await ask(first.url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
  });

  test('keeps what it acknowledged through kill -9, and opens again at once', async () => {
    const first = await start();
    await ask(first.url, 'create table kept (n int)');
    const client = await connect(first.url);
    for (let n = 0; n < 50; n += 1) await client.query('insert into kept values ($1)', [n]);
    await end(first.child, 'SIGKILL');
    const again = await start();
    expect(await ask(again.url, 'select count(*)::int as n from kept')).toEqual([{ n: 50 }]);
  });

  test('ends when who started it is gone, and lets the next one in', async () => {
    const first = await start();
    const gone = once(first.child, 'exit');
    first.child.disconnect();
    expect((await gone)[0]).toBe(0);
    const next = await start();
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('is readable by its owner alone', async () => {
    await start();
    expect(statSync(directory).mode & 0o077).toBe(0);
  });

  test('tells a connection too many why it is refused', async () => {
    const { url } = await start('--max-connections', '1');
    const only = await connect(url);
    await expect(connect(url)).rejects.toThrow('more than 1 connections');
    expect((await only.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('rolls back what a lost connection left open, and goes on', async () => {
    const { url } = memory;
    await ask(url, 'create table kept (n int)');
    const lost = await connect(url);
    await lost.query('begin');
    await lost.query('insert into kept values (1)');
    const waiting = ask(url, 'select count(*)::int as n from kept');
    lost.connection.stream.destroy();
    expect(await waiting).toEqual([{ n: 0 }]);
    await ask(url, 'drop table kept');
  });

  test('answers an error in one connection without disturbing the others', async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => connect(memory.url)));
    const wrong: string[] = [];
    await Promise.all(
      clients.map(async (client, index) => {
        for (let round = 0; round < 20; round += 1) {
          const divisor = (index + round) % 3;
          const answer = await client
            .query<{ value: number }>('select 6 / $1::int as value', [divisor])
            .then(({ rows }) => rows[0]?.value)
            .catch(() => 'refused');
          const expected = divisor === 0 ? 'refused' : 6 / divisor;
          if (answer !== expected) wrong.push(`6 / ${divisor} is ${answer}`);
        }
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    expect(wrong).toEqual([]);
  });
});
