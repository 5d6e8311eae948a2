import { beforeAll, describe, expect, it } from 'vitest';
import { JobDto } from '@/lib/domain/jobs';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person();
const assistant = company.person();
const manager = company.person();
const interviewer = company.person();
const pay = { minSalary: 31, maxSalary: 47 };
const job = company.job({ ...pay, recruiterId: recruiter.openId, managers: [manager.openId] });
company.member(job.id, assistant.openId, 'assistant');
// Recruits elsewhere, manages here: pay of this job is not theirs.
const elsewhere = company.job({ recruiterId: manager.openId });
const other = company.job({ recruiterId: company.person().openId });
company.interview(company.application({ jobId: job.id }).id, [interviewer.openId]);
beforeAll(() => company.insert(database.db));

describe('GET /api/jobs/:id', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: recruiter.openId, params: { id: job.id } }),
    wrongRole: () => interviewer.openId,
    anothers: () => ({ params: { id: other.id } }),
  });

  const get = async (as: string, id = job.id) =>
    (await server.call(GET, { as, params: { id } })).text();

  it('shows pay to those who recruit for the job; to its managers not one digit', async () => {
    for (const person of [recruiter, assistant]) {
      expect(JobDto.parse(JSON.parse(await get(person.openId))).salary).toEqual({
        min: 31,
        max: 47,
      });
    }
    const text = await get(manager.openId);
    expect(JobDto.parse(JSON.parse(text)).salary).toBeNull();
    expect(text).not.toMatch(/salary":\{|[^\d]31[^\d]/);
    expect(JobDto.parse(JSON.parse(await get(manager.openId, elsewhere.id))).id).toBe(elsewhere.id);
  });
});
