import { beforeAll, describe, expect, it } from 'vitest';
import { CAPABILITIES, ConnectionDto } from '@/lib/domain/settings';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { testSandbox } from '@/lib/testing/sandbox';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const sandbox = testSandbox({ size: 20 });
const server = testServer(database, sandbox);
const company = createCompany(new Date());
const recruiter = company.person();
company.job({ recruiterId: recruiter.openId });

beforeAll(() => company.insert(database.db));

const check = async () =>
  ConnectionDto.parse(await (await server.call(GET, { as: TEST_ADMIN })).json());
const notOk = (dto: ConnectionDto) =>
  dto.capabilities.filter(({ state }) => state !== 'ok').map(({ key, state }) => [key, state]);

describe('GET /api/settings/connection', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: TEST_ADMIN }),
    wrongRole: () => recruiter.openId,
  });

  it('finds every capability of an app that has all its scopes, and changes nothing', async () => {
    const dto = await check();
    expect(dto).toMatchObject({ appId: sandbox.appId, sandbox: true, token: { ok: true } });
    expect(dto.tenantName).toBeTruthy();
    expect(dto.capabilities.map(({ key }) => key)).toEqual([...CAPABILITIES]);
    expect(notOk(dto)).toEqual([]);
    expect((await sandbox.requests()).effects).toEqual({});
  });

  it('names each scope that is missing, and only what stops working without it', async () => {
    const revoke = ['hire:note', 'hire:note:readonly', 'hire:interview', 'hire:interview:readonly'];
    await sandbox.control('PUT', '/scopes', { revoke });
    const dto = await check();
    await sandbox.control('PUT', '/scopes', { grant: revoke });
    expect(notOk(dto)).toEqual([
      ['interviews', 'missing_scope'],
      ['notes', 'missing_scope'],
      ['write_notes', 'missing_scope'],
    ]);
    const notes = dto.capabilities.find(({ key }) => key === 'notes');
    expect(notes).toMatchObject({ code: 99991672, logId: expect.stringMatching(/./) });
    expect(notes?.scopes).toEqual(expect.arrayContaining(['hire:note:readonly']));
  });

  it('tells a read-only app that it cannot move', async () => {
    await sandbox.control('PUT', '/scopes', { revoke: ['hire:application'] });
    const dto = await check();
    await sandbox.control('PUT', '/scopes', { grant: ['hire:application'] });
    expect(notOk(dto)).toEqual([['move', 'missing_scope']]);
  });

  it('calls a capability failed, not missing, where Feishu is in trouble', async () => {
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.job.list',
      status: 503,
      times: 5,
    });
    const dto = await check();
    await sandbox.control('DELETE', '/faults');
    expect(notOk(dto)).toEqual([['jobs', 'failed']]);
  });
});
