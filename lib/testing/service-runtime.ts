import 'server-only';
import { afterAll, beforeAll } from 'vitest';
import { runtime } from '@/lib/server/runtime';
import type { TestDatabase } from './database';

/** Lets `runtime()` speak to the file's database, for services and routes that ask it. */
export function connectRuntime(database: TestDatabase): void {
  beforeAll(() => {
    Object.assign(process.env, {
      EMBEDDED_DATABASE_URL: database.url,
      NEXTAUTH_SECRET: 'a secret of at least thirty-two bytes',
      DATA_KEY: 'a data key of at least thirty-two bytes',
    });
  });
  afterAll(() => runtime().pool.end());
}
