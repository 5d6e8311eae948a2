import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SignedInDto } from '@/lib/domain/settings-access';
import { IDLE_SECONDS } from '@/lib/server/auth/sessions';
import { auditLog } from '@/lib/server/db/schema/operations';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { POST } from './end/route';
import { GET } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person({ nameZh: '王敏', nameEn: 'Min Wang' });
const idle = company.person();
const left = company.person({ active: 0 });
company.job({ recruiterId: recruiter.openId });

beforeAll(() => company.insert(database.db));

const signedIn = async () =>
  z
    .array(SignedInDto)
    .parse(await (await server.call(GET, { as: TEST_ADMIN })).json())
    .map(({ person, sessions, you }) => ({ name: person.name.zh, sessions, you }));

describe('GET /api/settings/sessions', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: TEST_ADMIN }),
    wrongRole: () => recruiter.openId,
  });

  it('lists whose sign-in still holds: nobody idle, nobody who has left', async () => {
    await server.signIn(recruiter.openId);
    await server.signIn(idle.openId, Date.now() - (IDLE_SECONDS + 5) * 1000);
    await server.signIn(left.openId);
    expect(await signedIn()).toEqual(
      expect.arrayContaining([
        { name: TEST_ADMIN, sessions: 1, you: true },
        { name: '王敏', sessions: 2, you: false },
      ]),
    );
    expect(await signedIn()).toHaveLength(2);
  });
});

describe('POST /api/settings/sessions/end', () => {
  itIsGuarded(server, {
    handler: POST,
    good: () => ({ as: TEST_ADMIN, method: 'POST', body: { openId: idle.openId } }),
    wrongRole: () => recruiter.openId,
    badInput: () => ({ body: { openId: 'somebody' } }),
  });

  it('ends every session of one person and of nobody else', async () => {
    const cookies = [await server.signIn(recruiter.openId), await server.signIn(recruiter.openId)];
    const body = { openId: recruiter.openId };
    const response = await server.call(POST, { as: TEST_ADMIN, method: 'POST', body });
    expect(response.status).toBe(204);
    for (const cookie of cookies) {
      expect((await server.call(GET, { cookie })).status).toBe(401);
    }
    expect(await signedIn()).toEqual([{ name: TEST_ADMIN, sessions: 1, you: true }]);
    expect((await database.db.select().from(auditLog)).at(-1)).toMatchObject({
      action: 'sessions.end',
      entity: 'person',
      entityId: recruiter.openId,
    });
    const again = await server.signIn(recruiter.openId);
    expect((await server.call(GET, { cookie: again })).status).toBe(403);
  });
});
