import { describe, expect, test } from 'vitest';
import { testDatabase } from './database';

const database = testDatabase();

describe('the database of a test file', () => {
  test('is migrated and empty', async () => {
    const { rows } = await database.pool.query('select count(*)::int as n from applications');
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('keeps what many connections prepare at once apart', async () => {
    const numbers = Array.from({ length: 300 }, (_, index) => index);
    const answers = await Promise.all(
      numbers.map(async (number) => {
        const text = number % 2 ? 'select $1::int as value' : 'select $1::text as value, $2::int';
        const values = number % 2 ? [number] : [String(number), number];
        const { rows } = await database.pool.query<{ value: unknown }>(text, values);
        return Number(rows[0]?.value);
      }),
    );
    expect(answers).toEqual(numbers);
  });

  test('lets nobody into an open transaction', async () => {
    await database.pool.query('create table if not exists zz_transactions (n int)');
    const one = await database.pool.connect();
    try {
      await one.query('begin');
      await one.query('insert into zz_transactions values (1)');
      const outside = database.pool.query('select count(*)::int as n from zz_transactions');
      await one.query('rollback');
      expect((await outside).rows).toEqual([{ n: 0 }]);
    } finally {
      one.release();
      await database.pool.query('drop table zz_transactions');
    }
  });
});
