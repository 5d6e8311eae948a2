import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import { syncDepsFor } from '@/lib/testing/sync-run';
import { startWorker, type Worker } from './worker';

const database = testDatabase();
const sandbox = testSandbox({ size: 40, seed: 6 });

const running: Worker[] = [];
beforeEach(async () => {
  await emptyDatabase(database);
  await sandbox.control('DELETE', '/requests');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((worker) => worker.stop()));
});
const start = async () => {
  const worker = startWorker(await syncDepsFor(database, sandbox));
  running.push(worker);
  return worker;
};

const one = async <T>(query: string): Promise<T | undefined> => {
  const { rows } = await database.db.execute<Record<string, unknown>>(sql.raw(query));
  // The query names one column of the type the caller says.
  return rows[0]?.value as T | undefined;
};
const until = <T>(what: () => Promise<T | undefined | null | false>) =>
  expect.poll(what, { timeout: 25_000, interval: 50 });

describe('the worker', () => {
  it('reads everything without being asked', async () => {
    await start();
    await until(() => one(`select complete_at is not null as value from mirror_state`)).toBe(true);
    expect(
      await one(`select count(*)::int as value from applications where body_at is not null`),
    ).toBe(40);
  });

  it('works once, however many are started', async () => {
    const workers = await Promise.all([start(), start(), start()]);
    await until(() => one(`select complete_at is not null as value from mirror_state`)).toBe(true);
    const { byEndpoint } = await sandbox.requests();
    expect(byEndpoint['hire.v1.jobProcess.list']?.count).toBe(1);
    // Each body by one of two endpoints; an ended one by both, where the detail lacks something.
    const calls = ['hire.v1.application.get', 'hire.v1.application.getDetail'].map(
      (id) => byEndpoint[id]?.count ?? 0,
    );
    expect(calls.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...calls)).toBeLessThanOrEqual(40);
    expect(await one(`select fence::int as value from leases`)).toBe(1);
    expect(workers).toHaveLength(3);
  });

  it('stops in the middle of a read within seconds, and leaves the lease to the next', async () => {
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.application.get',
      delayMs: 60_000,
      times: 10,
    });
    const worker = await start();
    await until(() => one(`select count(*)::int as value from applications`)).toBe(40);
    const began = performance.now();
    await worker.stop();
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(await one(`select expires_at <= clock_timestamp() as value from leases`)).toBe(true);
    await sandbox.control('DELETE', '/faults');
    await start();
    await until(() => one(`select complete_at is not null as value from mirror_state`)).toBe(true);
  });

  it('says why screens are not up to date while Feishu does not answer', async () => {
    await start();
    await until(() => one(`select complete_at is not null as value from mirror_state`)).toBe(true);
    await Promise.all(running.splice(0).map((worker) => worker.stop()));
    await sandbox.control('POST', '/faults', {
      endpoint: '*',
      status: 400,
      code: 99991663,
      times: 500,
    });
    await start();
    await until(() => one(`select failing_code as value from mirror_state`)).toBe('99991663');
    await sandbox.control('DELETE', '/faults');
  });
});
