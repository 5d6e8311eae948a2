import { afterAll, expect, it } from 'vitest';
import { runtime } from '@/lib/server/runtime';
import { testDatabase } from '@/lib/testing/database';
import { testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
testServer(database);
const pool = () => runtime().pool;

it('says one word a part, to anybody', async () => {
  const response = await GET();
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    database: 'ok',
    feishu: 'unknown',
    sync: 'empty',
  });
});

it('says 503 without a database, and nothing of why', async () => {
  const { query } = pool();
  pool().query = () => Promise.reject(new Error('password authentication failed for "hire"'));
  afterAll(() => {
    pool().query = query;
  });
  const response = await GET();
  expect(response.status).toBe(503);
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ status: 'down', database: 'unreachable' });
  expect(text).not.toContain('password');
});
