import { beforeAll, describe, expect, it } from 'vitest';
import { ApplicationListDto } from '@/lib/domain/pipeline';
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
const stranger = company.person();
const stage = company.process().stages[3];
const job = company.job({ recruiterId: recruiter.openId });
const other = company.job({ recruiterId: company.person().openId });
const mine = company.application({ jobId: job.id, stage });
const theirs = company.application({ jobId: other.id, stage });
company.interview(theirs.id, [interviewer.openId]);
beforeAll(() => company.insert(database.db));

describe('GET /api/applications', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: recruiter.openId }),
    wrongRole: () => stranger.openId,
    badInput: () => ({ url: '/api/applications?limit=0' }),
  });

  const list = async (as: string, query = '') => {
    const response = await server.call(GET, { as, url: `/api/applications?${query}` });
    return ApplicationListDto.parse(await response.json());
  };

  it('lists what the person may see, exactly what they interview included', async () => {
    expect((await list(recruiter.openId)).items.map(({ id }) => id)).toEqual([mine.id]);
    const found = await list(interviewer.openId);
    expect(found.items.map(({ id }) => id)).toEqual([theirs.id]);
    expect(found).toMatchObject({ total: 1, visible: 1 });
  });

  it('does not widen the scope for a filter that names another’s job', async () => {
    const found = await list(recruiter.openId, `job=${other.id}&status=all`);
    expect(found).toMatchObject({ items: [], total: 0, visible: 1 });
    expect(found.facets.jobs.map(({ id }) => id)).toEqual([job.id]);
  });
});
