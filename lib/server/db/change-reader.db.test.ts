import { beforeAll, expect, it } from 'vitest';
import { type Clock, systemClock } from '@/lib/server/base/clock';
import { createLog } from '@/lib/server/base/log';
import { testDatabase } from '@/lib/testing/database';
import { type ChangeBatch, createChangeReader } from './change-reader';
import { createDatabase, createPool, type Database } from './pool';
import { changes } from './schema/operations';

const database = testDatabase();
const log = createLog('test');
let db: Database;
beforeAll(() => {
  const pool = createPool(database.url);
  db = createDatabase(pool);
  return () => pool.end();
});

/** A change of this process, committed. */
async function change(entityId: string): Promise<number> {
  const [row] = await database.db
    .insert(changes)
    .values({ at: new Date(), entity: 'job', entityId, change: 'updated' })
    .returning();
  db.mirrored.fire();
  return row?.seq ?? 0;
}

function listener() {
  const batches: ChangeBatch[] = [];
  let told = () => {};
  return {
    onBatch(batch: ChangeBatch) {
      batches.push(batch);
      told();
    },
    onClose: () => {},
    /** Ids heard, once there are so many. */
    async heard(count: number): Promise<string[]> {
      const ids = () => batches.flatMap(({ rows }) => rows?.map(({ entityId }) => entityId) ?? []);
      while (ids().length < count) {
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      }
      return ids();
    },
  };
}

it('tells everybody every change after they came, once and in order', async () => {
  const reader = createChangeReader({ db, clock: systemClock, log });
  await change('before');
  const [first, second] = [listener(), listener()];
  const { stop } = await reader.listen(first);
  await change('1');
  await first.heard(1);
  const late = await reader.listen(second);
  for (const id of ['2', '3', '4']) await change(id);
  expect(await first.heard(4)).toEqual(['1', '2', '3', '4']);
  expect(await second.heard(3)).toEqual(['2', '3', '4']);
  stop();
  late.stop();
});

it('does nothing while nobody listens', async () => {
  let looks = 0;
  const counted = new Proxy(db, {
    get(target, name) {
      if (name === 'select') looks += 1;
      return Reflect.get(target, name);
    },
  });
  // Time passes at once: what runs at all would run very often.
  const clock: Clock = { ...systemClock, sleep: async () => new Promise(setImmediate) };
  const reader = createChangeReader({ db: counted, clock, log });
  const { stop } = await reader.listen(listener());
  stop();
  await change('unheard');
  const after = looks;
  for (let turn = 0; turn < 20; turn += 1) await change(String(turn));
  expect(looks - after).toBeLessThanOrEqual(1);
});

it('goes on where it was when the database was away', async () => {
  let away = false;
  const shaky = new Proxy(db, {
    get(target, name) {
      if (name === 'select' && away) throw new Error('Connection terminated');
      return Reflect.get(target, name);
    },
  });
  const clock: Clock = {
    ...systemClock,
    // The wait after an error ends with the outage.
    sleep: async (ms, signal) => {
      if (ms === 2_000) away = false;
      else await systemClock.sleep(ms, signal);
    },
  };
  const reader = createChangeReader({ db: shaky, clock, log });
  const heard = listener();
  const { stop } = await reader.listen(heard);
  away = true;
  await change('during');
  await change('during too');
  expect(await heard.heard(2)).toEqual(['during', 'during too']);
  stop();
});
