import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/server/db/migrate';
import { startNode } from './child';

declare module 'vitest' {
  interface ProvidedContext {
    /** One migrated database for each worker, by its number. */
    databaseUrls: string[];
  }
}

type Server = { url: string; stop: () => Promise<void> };

/**
 * Vitest global set-up: a migrated database for each worker, embedded and in memory, or on the
 * PostgreSQL that TEST_DATABASE_URL names.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workers = project.vitest.config.maxWorkers;
  const adminUrl = process.env.TEST_DATABASE_URL;
  const servers = await Promise.all(
    Array.from({ length: workers }, () => (adminUrl ? onPostgres(adminUrl) : embedded())),
  );
  for (const { url } of servers) await migrate(url);
  project.provide(
    'databaseUrls',
    servers.map(({ url }) => url),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
}

async function embedded(): Promise<Server> {
  const child = startNode(['scripts/database.mjs', '--memory', '--port', '0']);
  const port = (await child.firstLine).split(' ').at(-1);
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: child.stop };
}

async function onPostgres(adminUrl: string): Promise<Server> {
  const name = `hire_test_${randomBytes(6).toString('hex')}`;
  await run(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    stop: () => run(adminUrl, `drop database if exists ${name} with (force)`),
  };
}

async function run(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
