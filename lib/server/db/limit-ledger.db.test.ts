import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, testDatabase } from '@/lib/testing/database';
import { createLimitLedger } from './limit-ledger';

type State = { pausedUntil: number; count: number };
const database = testDatabase();
beforeEach(() => emptyDatabase(database));

const TIMES = { ttlMs: 10_000, tailMs: 65_000 };
const ledgerOf = (name: string) =>
  createLimitLedger<State>(database.db, name, TIMES, () => ({ pausedUntil: 0, count: 0 }));
const expire = (name: string, secondsAgo: number) =>
  database.db.execute(
    sql`update instances set expires_at = clock_timestamp() - ${secondsAgo} * interval '1 s'
         where id = ${name}`,
  );

describe('the ledger of limits', () => {
  it('tells each instance who else is there, and who may have called a minute ago', async () => {
    const [one, two] = [ledgerOf('a/1/x'), ledgerOf('b/2/y')];
    expect((await one.beat('joining')).others).toEqual([]);
    expect((await two.beat('joining')).others).toEqual([{ mode: 'joining', live: true }]);
    await one.beat('alone');
    expect((await two.beat('shared')).others).toEqual([{ mode: 'alone', live: true }]);
    await expire('a/1/x', 20);
    expect((await two.beat('shared')).others).toEqual([{ mode: 'alone', live: false }]);
    await expire('a/1/x', 70);
    expect((await two.beat('shared')).others).toEqual([]);
  });

  it('does not wait out who died on this machine', async () => {
    const { hostname } = await import('node:os');
    await ledgerOf(`${hostname()}/4194304/x`).beat('alone');
    const { others } = await ledgerOf('b/2/y').beat('joining');
    expect(others).toEqual([{ mode: 'alone', live: false }]);
  });

  it('loses nothing of what many change at once', async () => {
    const ledgers = ['a/1/x', 'b/2/y', 'c/3/z'].map(ledgerOf);
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        ledgers[n % 3]?.change('x.get', (state) => ({
          state: { ...state, count: state.count + 1 },
          answer: undefined,
        })),
      ),
    );
    const { states } = await ledgerOf('d/4/w').states();
    expect(states).toEqual([{ api: 'x.get', state: { pausedUntil: 0, count: 30 } }]);
  });

  it('counts everybody in the moment of a change, and tells of pauses', async () => {
    const [one, two] = [ledgerOf('a/1/x'), ledgerOf('b/2/y')];
    await one.beat('shared');
    await two.beat('shared');
    await expire('b/2/y', 20);
    const { answer, now } = await one.change('x.get', (state, moment) => ({
      state: { ...state, pausedUntil: moment.now + 60_000 },
      answer: moment.members,
    }));
    expect(answer).toBe(2);
    expect(Math.abs(now - Date.now())).toBeLessThan(60_000);
    const { paused } = await two.beat('shared');
    expect(paused).toMatchObject([{ api: 'x.get' }]);
    expect(paused[0]?.ms).toBeGreaterThan(30_000);
  });
});
