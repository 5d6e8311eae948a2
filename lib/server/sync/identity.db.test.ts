import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { changes, mirrorState } from '@/lib/server/db/schema/operations';
import { adminRoles } from '@/lib/server/db/schema/settings';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import { readWhole, startSync, syncDepsFor, type TestSync } from '@/lib/testing/sync-run';
import { SandboxMirrorError } from './identity';

const database = testDatabase();
const sandbox = testSandbox({ size: 40, seed: 3 });

let sync: TestSync | undefined;
afterEach(() => sync?.stop());
const start = async (change = {}) => {
  sync = await startSync(await syncDepsFor(database, sandbox, change));
  return sync;
};

const state = async () => {
  const [row] = await database.db.select().from(mirrorState);
  return row;
};

const applicationIds = async () => {
  const { rows } = await database.db.execute<{ id: string }>(sql`select id from applications`);
  return rows.map(({ id }) => id);
};

const inWorld = async (id: string) =>
  sandbox.control('GET', `/facts/applications/${id}`).then(
    () => true,
    () => false,
  );

describe('whose data the mirror holds', () => {
  it('is written down at the first read, without a word about starting anew', async () => {
    await readWhole(await start());
    expect(await state()).toMatchObject({
      appId: sandbox.appId,
      tenantKey: expect.stringMatching(/^\w{8,}$/),
      sandbox: true,
      restartedBecause: null,
    });
    expect(await applicationIds()).toHaveLength(40);
  });

  it('is nobody’s when a real tenant’s app finds a sandbox’s world, which is kept', async () => {
    const real = await start({ sandbox: false });
    await expect(real.engine.round()).rejects.toThrow(SandboxMirrorError);
    expect(await applicationIds()).toHaveLength(40);
  });

  it('is emptied, saying so, when another world is behind the same app', async () => {
    const before = await state();
    await sandbox.control('POST', '/reset', { seed: 99, size: 30, now: Date.UTC(2026, 5, 30) });
    await readWhole(await start());
    expect(await state()).toMatchObject({ restartedBecause: 'tenant_changed' });
    expect((await state())?.tenantKey).not.toBe(before?.tenantKey);
    const ids = await applicationIds();
    expect(ids).toHaveLength(30);
    expect(await Promise.all(ids.map(inWorld))).toEqual(ids.map(() => true));
    const feed = await database.db.select().from(changes).where(sql`entity = 'mirror'`);
    expect(feed).toHaveLength(1);
  });

  it('is emptied for another app', async () => {
    await database.db.update(mirrorState).set({ appId: 'cli_0000000000000000' });
    await database.db.execute(sql`update applications set id = '1' || id`);
    const role = { roleId: '7', nameZh: '', nameEn: '', mappedAt: new Date(), mappedBy: 'ou_1' };
    await database.db.insert(adminRoles).values(role);
    await readWhole(await start());
    expect(await state()).toMatchObject({
      appId: sandbox.appId,
      restartedBecause: 'app_changed',
    });
    expect(await applicationIds()).toHaveLength(30);
    expect(await database.db.select().from(adminRoles)).toEqual([]);
  });
});
