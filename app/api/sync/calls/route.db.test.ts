import { beforeAll, describe, expect, it } from 'vitest';
import { CallsDto } from '@/lib/domain/settings-calls';
import { tenantDay } from '@/lib/domain/tenant-day';
import { apiCalls } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person();
company.job({ recruiterId: recruiter.openId });

beforeAll(() => company.insert(database.db));

const calls = async () => CallsDto.parse(await (await server.call(GET, { as: TEST_ADMIN })).json());
const turn = { priority: 'background', patienceMs: 1_000 } as const;

describe('GET /api/sync/calls', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: TEST_ADMIN }),
    wrongRole: () => recruiter.openId,
  });

  it('tells nothing of APIs that were not called', async () => {
    expect((await calls()).rates).toEqual([]);
  });

  it('counts what went out in the last minute against each API’s limit', async () => {
    const { limiter } = runtime();
    for (let n = 0; n < 3; n += 1) await limiter.acquire('talents.list', turn);
    await limiter.acquire('applications.get', turn);
    // Tests run at a thousand times the published limits: 20 a second, 1000 a minute.
    expect((await calls()).rates).toMatchObject([
      {
        api: 'talents.list',
        path: 'GET /hire/v1/talents',
        lastMinute: 3,
        perMinute: 1_200_000,
        share: 0.95,
        outsiderSeen: false,
        pausedSeconds: 0,
      },
      { api: 'applications.get', lastMinute: 1, perMinute: 1_000_000 },
    ]);
  });

  it('says how long Feishu asked for silence', async () => {
    await runtime().limiter.pause('talents.list', 52_000);
    const { rates } = await calls();
    expect(rates.map(({ api, pausedSeconds }) => [api, pausedSeconds > 50])).toEqual([
      ['talents.list', true],
      ['applications.get', false],
    ]);
  });

  it('adds up this month, and no other', async () => {
    const month = tenantDay(new Date(), 'Asia/Shanghai').slice(0, 7);
    await database.db.insert(apiCalls).values([
      { month, endpoint: 'jobs.list', calls: 40 },
      { month, endpoint: 'applications.get', calls: 2_000 },
      { month: '2020-01', endpoint: 'applications.get', calls: 9_000_000 },
    ]);
    expect((await calls()).month).toEqual({
      month,
      calls: 2_040,
      budget: null,
      apis: [
        {
          api: 'applications.get',
          path: 'GET /hire/v1/applications/:application_id',
          calls: 2_000,
        },
        { api: 'jobs.list', path: 'GET /hire/v1/jobs', calls: 40 },
      ],
    });
  });
});
