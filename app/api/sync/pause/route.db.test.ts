import { beforeAll, describe, expect, it } from 'vitest';
import { GET as getState } from '@/app/api/sync/route';
import { SyncStateDto } from '@/lib/domain/settings';
import { auditLog, mirrorState } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { PUT } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person();
const admin = company.person({ openId: TEST_ADMIN, nameZh: '王敏', nameEn: 'Min Wang' });
company.job({ recruiterId: recruiter.openId });

beforeAll(() => company.insert(database.db));

const put = (paused: boolean) =>
  server.call(PUT, { as: TEST_ADMIN, method: 'PUT', body: { paused } });
const note = async () =>
  SyncStateDto.parse(await (await server.call(getState, { as: TEST_ADMIN })).json()).note;
const acts = async () => (await database.db.select().from(auditLog)).map(({ action }) => action);

describe('PUT /api/sync/pause', () => {
  itIsGuarded(server, {
    handler: PUT,
    good: () => ({ as: TEST_ADMIN, method: 'PUT', body: { paused: true } }),
    wrongRole: () => recruiter.openId,
    badInput: () => ({ body: { paused: 'yes' } }),
  });

  it('refuses before anything is read: there is nothing to stop', async () => {
    const response = await put(true);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'CONFLICT', reason: 'NOT_STARTED' });
    expect(await acts()).toEqual([]);
  });

  it('says who paused since when, at once and on every screen', async () => {
    await database.db.insert(mirrorState).values({ appId: 'cli_1', tenantKey: 't' });
    expect((await getSyncNote()).paused).toBeNull();
    expect((await put(true)).status).toBe(204);
    const { paused } = await note();
    expect(paused).toEqual({
      at: expect.stringMatching(/Z$/),
      by: { zh: admin.nameZh, en: admin.nameEn },
    });
    expect((await getSyncNote()).paused).toEqual(paused);
    expect(await acts()).toEqual(['sync.pause']);
  });

  it('keeps who was first when it is paused twice, and logs one act', async () => {
    const before = await note();
    expect((await put(true)).status).toBe(204);
    expect((await note()).paused).toEqual(before.paused);
    expect(await acts()).toEqual(['sync.pause']);
  });

  it('goes on at once when it is resumed', async () => {
    let woken = 0;
    runtime().wakeSync = () => {
      woken += 1;
    };
    expect((await put(false)).status).toBe(204);
    expect((await note()).paused).toBeNull();
    expect(woken).toBe(1);
    const [entry] = (await database.db.select().from(auditLog)).slice(-1);
    expect(entry).toMatchObject({
      action: 'sync.resume',
      actorOpenId: TEST_ADMIN,
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });
});
