import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { acquireLease, newHolder, releaseLease, renewLease } from './lease';

const database = testDatabase();
beforeEach(() => database.db.execute(sql`delete from leases`));

describe('the lease', () => {
  it('goes to one of many that ask at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => acquireLease(database.db, 'sync', newHolder())),
    );
    expect(asked.filter((lease) => lease !== undefined)).toHaveLength(1);
  });

  it('cannot be renewed by who lost it, and counts its holders', async () => {
    const first = await acquireLease(database.db, 'sync', 'elsewhere/1/a', 0);
    const second = await acquireLease(database.db, 'sync', 'elsewhere/2/b');
    expect([first?.fence, second?.fence]).toEqual([1, 2]);
    expect(first && (await renewLease(database.db, first))).toBe(false);
    expect(second && (await renewLease(database.db, second))).toBe(true);
  });

  it('is free at once when given back, and when its process is gone from this machine', async () => {
    const first = await acquireLease(database.db, 'sync', newHolder());
    expect(await acquireLease(database.db, 'sync', newHolder())).toBeUndefined();
    if (first) await releaseLease(database.db, first);
    const gone = newHolder().replace(/\/\d+\//, '/4194304/');
    expect(await acquireLease(database.db, 'sync', gone)).toMatchObject({ fence: 2 });
    expect(await acquireLease(database.db, 'sync', newHolder())).toMatchObject({ fence: 3 });
  });
});
