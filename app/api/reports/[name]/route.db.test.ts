import { beforeAll, describe, expect, it } from 'vitest';
import { FunnelDto } from '@/lib/domain/reports';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person();
const interviewer = company.person();
const stage = company.process().stages[3];
const job = company.job({ recruiterId: recruiter.openId });
const other = company.job({ recruiterId: company.person().openId });
company.application({ jobId: job.id, stage });
company.interview(company.application({ jobId: other.id, stage }).id, [interviewer.openId]);
beforeAll(() => company.insert(database.db));

const call = (name: string, query = '', as = recruiter.openId) =>
  server.call(GET, { as, url: `/api/reports/${name}?${query}`, params: { name } });

describe.each(['funnel', 'time-in-stage', 'sources', 'trend'])('GET /api/reports/%s', (name) => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: recruiter.openId, params: { name } }),
    wrongRole: () => interviewer.openId,
    badInput: () => ({ url: `/api/reports/${name}?from=yesterday` }),
  });

  it('answers', async () => {
    const response = await call(name, 'from=2020-01-01&type=social');
    expect(response.status).toBe(200);
    expect(await response.json()).toHaveProperty('sync');
  });
});

describe('GET /api/reports/:name', () => {
  it('counts the person’s own jobs alone, whatever the filter names', async () => {
    const cohort = async (query = '') =>
      FunnelDto.parse(await (await call('funnel', query)).json()).cohort;
    expect(await cohort()).toBe(1);
    expect(await cohort(`job=${job.id},${other.id}`)).toBe(1);
    expect(await cohort(`job=${other.id}`)).toBe(0);
  });

  it('answers 404 for a report it does not have', async () => {
    expect((await call('happiness')).status).toBe(404);
  });
});
