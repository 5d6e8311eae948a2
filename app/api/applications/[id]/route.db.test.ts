import { beforeAll, describe, expect, it } from 'vitest';
import { ApplicationDto } from '@/lib/domain/applications';
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
const evaluator = company.person();
const stranger = company.person();
const process = company.process();
const job = company.job({
  processId: process.id,
  recruiterId: recruiter.openId,
  managers: [manager.openId],
});
const otherJob = company.job({ processId: process.id, recruiterId: company.person().openId });
const talent = company.talent({ name: '王丽华', attachmentIds: ['7001'] });
const stage = process.stages[3];
const application = company.application({ jobId: job.id, stage }, { talentId: talent.id });
const foreign = company.application({ jobId: otherJob.id, stage }, { talentId: talent.id });

const get = (as: string, id = application.id) => server.call(GET, { as, params: { id } });
const dtoFor = async (as: string, id = application.id) =>
  ApplicationDto.parse(await (await get(as, id)).json());

beforeAll(async () => {
  await company.insert(database.db);
});

describe('GET /api/applications/:id', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: recruiter.openId, params: { id: application.id } }),
    wrongRole: () => stranger.openId,
    badInput: () => ({ params: { id: '1;drop' } }),
    anothers: () => ({ params: { id: foreign.id } }),
  });

  it('answers with the whole application', async () => {
    const dto = await dtoFor(recruiter.openId);
    expect(dto.row).toMatchObject({ id: application.id, name: '王丽华', job: { id: job.id } });
    expect(dto.stages.map((each) => each.id)).toEqual(process.stages.map((each) => each.id));
    expect(dto.visits).toHaveLength(1);
    expect(dto.resume).toEqual({ attachmentId: '7001' });
    expect(dto.job).toMatchObject({ visible: true, managers: [{ openId: manager.openId }] });
    expect(dto.allowed).toEqual({ move: true, end: true, recover: false, note: true });
  });
});
