import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type HireRoleDto, HireRolesDto } from '@/lib/domain/settings-access';
import { auditLog } from '@/lib/server/db/schema/operations';
import { people, userRoles } from '@/lib/server/db/schema/organisation';
import { adminRoles } from '@/lib/server/db/schema/settings';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { testSandbox } from '@/lib/testing/sandbox';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { PUT } from './[roleId]/route';
import { GET } from './route';

const database = testDatabase();
const sandbox = testSandbox({ size: 20 });
const server = testServer(database, sandbox);
const company = createCompany(new Date());
const recruiter = company.person();
const holder = company.person();
const left = company.person({ active: 0 });
company.job({ recruiterId: recruiter.openId });
const ROLE = '7000000000000000001';

beforeAll(async () => {
  await company.insert(database.db);
  const role = { roleId: ROLE, nameZh: '招聘负责人', nameEn: 'Recruiting lead' };
  await database.db.insert(userRoles).values([
    { ...role, openId: holder.openId },
    { ...role, openId: left.openId },
  ]);
});

const roles = async (as = TEST_ADMIN) =>
  HireRolesDto.parse(await (await server.call(GET, { as })).json());
const ours = async (): Promise<HireRoleDto | undefined> =>
  (await roles()).roles.find(({ roleId }) => roleId === ROLE);
const put = (administers: boolean, as = TEST_ADMIN, roleId = ROLE) =>
  server.call(PUT, { as, method: 'PUT', params: { roleId }, body: { administers } });
const mayRead = async (openId: string) => (await server.call(GET, { as: openId })).status;

describe('GET /api/settings/roles', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: TEST_ADMIN }),
    wrongRole: () => recruiter.openId,
  });

  it('lists Feishu’s roles, held or not, and how many colleagues hold each', async () => {
    const { roles: listed, trouble, configured } = await roles();
    expect(trouble).toBeNull();
    expect(configured.map(({ openId }) => openId)).toEqual([TEST_ADMIN]);
    expect(listed[0]).toEqual({
      roleId: ROLE,
      name: { zh: '招聘负责人', en: 'Recruiting lead' },
      holders: 1,
      administers: false,
      yours: false,
    });
    expect(listed.length).toBeGreaterThan(1);
    expect(listed.slice(1).every(({ holders, name }) => holders === 0 && name.zh !== '')).toBe(
      true,
    );
  });

  it('shows those known here, and why no others, where the app may not read roles', async () => {
    const revoke = ['hire:auth', 'hire:auth:readonly'];
    await sandbox.control('PUT', '/scopes', { revoke });
    const { roles: listed, trouble } = await roles();
    await sandbox.control('PUT', '/scopes', { grant: revoke });
    expect(listed.map(({ roleId }) => roleId)).toEqual([ROLE]);
    expect(trouble).toMatchObject({ missingScope: true, code: '99991672' });
    expect(trouble?.scopes).toContain('hire:auth:readonly');
  });
});

describe('PUT /api/settings/roles/:roleId', () => {
  itIsGuarded(server, {
    handler: PUT,
    good: () => ({
      as: TEST_ADMIN,
      method: 'PUT',
      params: { roleId: ROLE },
      body: { administers: false },
    }),
    wrongRole: () => recruiter.openId,
    badInput: () => ({ body: { administers: 1 } }),
  });

  it('knows no role that neither Feishu nor the mirror knows', async () => {
    expect((await put(true, TEST_ADMIN, '1')).status).toBe(404);
    expect(await database.db.select().from(adminRoles)).toEqual([]);
  });

  it('makes its holders administrators with their next request, and takes it back', async () => {
    expect(await mayRead(holder.openId)).toBe(403);
    expect((await put(true)).status).toBe(204);
    expect((await put(true)).status).toBe(204);
    expect(await mayRead(holder.openId)).toBe(200);
    expect(await mayRead(recruiter.openId)).toBe(403);
    expect(await ours()).toMatchObject({ administers: true, yours: false });
    expect((await put(false)).status).toBe(204);
    expect(await mayRead(holder.openId)).toBe(403);
    expect(
      (await database.db.select().from(auditLog)).map(({ action, entityId }) => [action, entityId]),
    ).toEqual([
      ['role.map', ROLE],
      ['role.unmap', ROLE],
    ]);
  });

  it('keeps a mapped role in the list when nobody holds it any more', async () => {
    await put(true);
    const held = await database.db.select().from(userRoles);
    await database.db.delete(userRoles);
    expect(await ours()).toMatchObject({ holders: 0, administers: true });
    await database.db.insert(userRoles).values(held);
  });

  it('does not let the last administrator lock everybody out', async () => {
    // The configured one has left the company: the role's holder is the only one.
    await database.db
      .insert(people)
      .values({ openId: TEST_ADMIN, nameZh: '', nameEn: '', active: 0 });
    const refused = await put(false, holder.openId);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'CONFLICT', reason: 'LAST_ADMIN' });
    expect(await mayRead(holder.openId)).toBe(200);
    await database.db.update(people).set({ active: 1 }).where(eq(people.openId, TEST_ADMIN));
    expect((await put(false, holder.openId)).status).toBe(204);
    expect(await mayRead(holder.openId)).toBe(403);
  });
});
