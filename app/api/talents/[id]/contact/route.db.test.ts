import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditLog } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { POST } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const [recruiter, manager, both] = [company.person(), company.person(), company.person()];
const job = company.job({ recruiterId: recruiter.openId, managers: [manager.openId] });
const otherJob = company.job({ recruiterId: both.openId });
company.member(job.id, both.openId, 'manager');
const talent = company.talent();
const foreign = company.talent();
const pool = company.talent();
company.application({ jobId: job.id }, { talentId: talent.id });
company.application({ jobId: otherJob.id }, { talentId: foreign.id });

beforeAll(async () => {
  const { seal } = runtime().crypto;
  talent.phoneSealed = seal('13812348000', `talent:${talent.id}:phone`);
  talent.emailSealed = seal('wang@example.com', `talent:${talent.id}:email`);
  await company.insert(database.db);
});

const reveal = (as: string, id = talent.id, body: unknown = {}) =>
  server.call(POST, { as, method: 'POST', params: { id }, body });
const logged = (openId: string) =>
  database.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.actorOpenId, openId), eq(auditLog.action, 'talent.contact.reveal')));

describe('POST /api/talents/:id/contact', () => {
  itIsGuarded(server, {
    handler: POST,
    good: () => ({ as: recruiter.openId, method: 'POST', params: { id: talent.id }, body: {} }),
    wrongRole: () => manager.openId,
    badInput: () => ({ body: { reason: 1 } }),
    anothers: () => ({ params: { id: foreign.id } }),
  });

  it('says phone and e-mail in plain text, with a row in the audit log for each time', async () => {
    const before = (await logged(recruiter.openId)).length;
    const response = await reveal(recruiter.openId, talent.id, { reason: '约面试' });
    expect(await response.json()).toEqual({ phone: '13812348000', email: 'wang@example.com' });
    const rows = await logged(recruiter.openId);
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)).toMatchObject({ entityId: talent.id, detail: { reason: '约面试' } });
    expect(JSON.stringify(rows)).not.toMatch(/13812348000|wang@/);
  });

  it('answers null for what Feishu does not hold', async () => {
    expect(await (await reveal(TEST_ADMIN, pool.id)).json()).toEqual({ phone: null, email: null });
  });

  it('refuses who recruits, but for none of this person’s jobs; and logs no reveal', async () => {
    expect((await reveal(both.openId)).status).toBe(403);
    expect(await logged(both.openId)).toEqual([]);
  });
});
