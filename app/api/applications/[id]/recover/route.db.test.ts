import { randomUUID } from 'node:crypto';
import { beforeAll, describe } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { testServer } from '@/lib/testing/session';
import { POST } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const [recruiter, manager] = [company.person(), company.person()];
const job = company.job({ recruiterId: recruiter.openId, managers: [manager.openId] });
const own = company.application({ jobId: job.id }, { outcome: 'ended' });
const foreign = company.application({ jobId: company.job().id }, { outcome: 'ended' });

beforeAll(() => company.insert(database.db));

// What it does is told beside terminate, which it takes back.
describe('POST /api/applications/:id/recover', () => {
  itIsGuarded(server, {
    handler: POST,
    good: () => ({
      as: recruiter.openId,
      method: 'POST',
      params: { id: own.id },
      body: { requestId: randomUUID() },
    }),
    wrongRole: () => manager.openId,
    badInput: () => ({ body: {} }),
    anothers: () => ({ params: { id: foreign.id } }),
  });
});
