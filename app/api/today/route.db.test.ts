import { beforeAll, describe, expect, it } from 'vitest';
import { TodayDto } from '@/lib/domain/today';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person();
const evaluator = company.person();
const stranger = company.person();
const stage = company.process().stages[1];
const job = company.job({ recruiterId: recruiter.openId });
const application = company.application({ jobId: job.id, stage });
company.evaluation(application.id, evaluator.openId, { stageId: stage?.id });
beforeAll(() => company.insert(database.db));

describe('GET /api/today', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: recruiter.openId }),
    wrongRole: () => stranger.openId,
  });

  const today = async (as: string) => TodayDto.parse(await (await server.call(GET, { as })).json());

  it('gives each their own: the pipeline to a recruiter, the inbox to an evaluator', async () => {
    const ofRecruiter = await today(recruiter.openId);
    expect(ofRecruiter.inbox).toEqual([]);
    expect(ofRecruiter.figures.find(({ key }) => key === 'active')?.value).toBe(1);
    const ofEvaluator = await today(evaluator.openId);
    expect(ofEvaluator.inbox.map(({ row }) => row.id)).toEqual([application.id]);
    expect(ofEvaluator.figures).toEqual([]);
  });
});
