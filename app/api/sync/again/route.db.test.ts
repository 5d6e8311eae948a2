import { beforeAll, describe, expect, it } from 'vitest';
import { ReadAgainDto } from '@/lib/domain/settings';
import { auditLog, syncCheckpoints } from '@/lib/server/db/schema/operations';
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
const job = company.job({ recruiterId: recruiter.openId });
for (let n = 0; n < 3; n += 1) company.application({ jobId: job.id });

beforeAll(() => company.insert(database.db));

const post = () => server.call(POST, { as: TEST_ADMIN, method: 'POST', body: {} });
const states = async () =>
  (await database.db.select().from(syncCheckpoints)).map(({ state }) => state);

describe('GET /api/sync/again', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: TEST_ADMIN }),
    wrongRole: () => recruiter.openId,
  });

  it('says what it would take', async () => {
    const response = await server.call(GET, { as: TEST_ADMIN });
    const cost = ReadAgainDto.parse(await response.json());
    expect(cost).toMatchObject({ applications: 3, minutes: 1, budgetLeft: null });
    expect(cost.calls).toBeGreaterThan(3);
  });
});

describe('POST /api/sync/again', () => {
  itIsGuarded(server, {
    handler: POST,
    good: () => ({ as: TEST_ADMIN, method: 'POST', body: {} }),
    wrongRole: () => recruiter.openId,
    badInput: () => ({ body: { kind: 'offers' } }),
  });

  it('refuses while everything is being read, which would then never end', async () => {
    for (const seeded of [[], [{ kind: 'jobs', state: 'running' as const }]]) {
      await database.db.delete(syncCheckpoints);
      if (seeded.length > 0) await database.db.insert(syncCheckpoints).values(seeded);
      const response = await post();
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'CONFLICT', reason: 'READING' });
    }
    expect(await database.db.select().from(auditLog)).toEqual([]);
  });

  it('has every kind read again, those that failed too, and wakes the sync', async () => {
    let woken = 0;
    runtime().wakeSync = () => {
      woken += 1;
    };
    await database.db.delete(syncCheckpoints);
    await database.db.insert(syncCheckpoints).values([
      { kind: 'jobs', state: 'done' },
      { kind: 'offers', state: 'failed' },
    ]);
    expect((await post()).status).toBe(204);
    expect(await states()).toEqual(['waiting', 'waiting']);
    expect(woken).toBe(1);
    expect(await database.db.select().from(auditLog)).toMatchObject([
      { action: 'sync.read_again', actorOpenId: TEST_ADMIN },
    ]);
    expect((await post()).status).toBe(409);
  });
});
