import { beforeAll, describe, expect, it } from 'vitest';
import { JobListDto } from '@/lib/domain/jobs';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person();
const manager = company.person();
const interviewer = company.person();
const job = company.job({ recruiterId: recruiter.openId, managers: [manager.openId] });
const other = company.job({ recruiterId: company.person().openId });
const application = company.application({ jobId: other.id });
company.interview(application.id, [interviewer.openId]);
beforeAll(() => company.insert(database.db));

describe('GET /api/jobs', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: recruiter.openId }),
    wrongRole: () => interviewer.openId,
    badInput: () => ({ url: '/api/jobs?status=perhaps' }),
  });

  const ids = async (as: string, url = '/api/jobs') => {
    const response = await server.call(GET, { as, url });
    return JobListDto.parse(await response.json()).items.map(({ id }) => id);
  };

  it('lists the jobs of the team a person is on, all of them to an admin', async () => {
    expect(await ids(recruiter.openId)).toEqual([job.id]);
    expect(await ids(manager.openId)).toEqual([job.id]);
    expect((await ids(TEST_ADMIN)).sort()).toEqual([job.id, other.id].sort());
  });

  it('does not widen the scope for a filter that names others', async () => {
    expect(await ids(manager.openId, `/api/jobs?recruiter=${other.recruiterId}`)).toEqual([]);
  });
});
