import { beforeAll, describe, expect, it } from 'vitest';
import { SyncStateDto } from '@/lib/domain/settings';
import { mirrorState, syncCheckpoints } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { GET, POST } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person();
company.job({ recruiterId: recruiter.openId });

beforeAll(() => company.insert(database.db));

const state = async () =>
  SyncStateDto.parse(await (await server.call(GET, { as: TEST_ADMIN })).json());

describe('GET /api/sync', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: TEST_ADMIN }),
    wrongRole: () => recruiter.openId,
  });

  it('says that nothing is read before anything is', async () => {
    const { note, kinds } = await state();
    expect(note).toMatchObject({ state: 'empty', percent: 0, asOf: null, failing: null });
    expect(kinds.map((kind) => kind.state)).toEqual(kinds.map(() => 'waiting'));
  });

  it('says how far the reading is, and what stands in its way', async () => {
    const at = new Date('2026-11-20T03:00:00Z');
    await database.db.insert(mirrorState).values({
      appId: 'cli_1',
      tenantKey: 't',
      lastSuccessAt: at,
      failingCode: '99991400',
    });
    await database.db.insert(syncCheckpoints).values([
      { kind: 'applications', state: 'running', done: 633, total: 1000 },
      {
        kind: 'offers',
        state: 'failed',
        lastErrorCode: '99991672',
        lastErrorLogId: 'log-1',
        lastErrorAt: at,
      },
    ]);
    const { note, kinds } = await state();
    expect(note).toMatchObject({
      state: 'partial',
      percent: 63,
      asOf: at.toISOString(),
      failing: '99991400',
    });
    expect(kinds.find(({ kind }) => kind === 'offers')).toMatchObject({
      state: 'failed',
      lastError: { code: '99991672', logId: 'log-1' },
    });
  });

  it('never says 100 % before all is read', async () => {
    await database.db.update(syncCheckpoints).set({ done: 1000 });
    expect((await state()).note).toMatchObject({ state: 'partial', percent: 99 });
    await database.db.update(mirrorState).set({ completeAt: new Date() });
    expect((await state()).note).toMatchObject({ state: 'complete', percent: 100 });
  });
});

describe('POST /api/sync', () => {
  itIsGuarded(server, {
    handler: POST,
    good: () => ({ as: TEST_ADMIN, method: 'POST', body: {} }),
    wrongRole: () => recruiter.openId,
    badInput: () => ({ body: { kind: 'offers' } }),
  });

  it('wakes the sync that waits in this process', async () => {
    let woken = 0;
    runtime().wakeSync = () => {
      woken += 1;
    };
    const response = await server.call(POST, { as: TEST_ADMIN, method: 'POST', body: {} });
    expect(response.status).toBe(204);
    expect(woken).toBe(1);
  });
});
