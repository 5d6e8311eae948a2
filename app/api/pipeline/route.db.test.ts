import { beforeAll, describe, expect, it } from 'vitest';
import { BoardDto } from '@/lib/domain/pipeline';
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
const process = company.process();
const stage = process.stages[3];
const job = company.job({ processId: process.id, recruiterId: recruiter.openId });
const other = company.job({ processId: process.id, recruiterId: company.person().openId });
const mine = company.application({ jobId: job.id, stage });
const theirs = company.application({ jobId: other.id, stage });
company.interview(theirs.id, [interviewer.openId]);
beforeAll(() => company.insert(database.db));

describe('GET /api/pipeline', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: recruiter.openId, url: `/api/pipeline?job=${job.id}` }),
    wrongRole: () => interviewer.openId,
    badInput: () => ({ url: '/api/pipeline?cards=0' }),
  });

  it('answers 404 for the board of another’s job', async () => {
    const url = `/api/pipeline?job=${other.id}`;
    const response = await server.call(GET, { as: recruiter.openId, url });
    expect(response.status).toBe(404);
  });

  it('answers 422 to a cursor it did not give out', async () => {
    for (const url of [
      '/api/pipeline?cursor=abc',
      '/api/pipeline?column=interview&cursor=abc',
      `/api/pipeline?column=interview&cursor=${'a'.repeat(401)}`,
    ]) {
      expect((await server.call(GET, { as: recruiter.openId, url })).status).toBe(422);
    }
  });

  it('holds the applications of the person’s jobs alone, across jobs', async () => {
    const response = await server.call(GET, { as: recruiter.openId, url: '/api/pipeline' });
    const board = BoardDto.parse(await response.json());
    expect(board).toMatchObject({ total: 1, unfiltered: 1 });
    expect(board.columns.flatMap(({ cards }) => cards.map(({ id }) => id))).toEqual([mine.id]);
  });
});
