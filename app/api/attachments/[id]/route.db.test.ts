import { and, eq, inArray, isNotNull, notInArray } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/domain/error-codes';
import { applications } from '@/lib/server/db/schema/applications';
import { jobMembers } from '@/lib/server/db/schema/jobs';
import { auditLog } from '@/lib/server/db/schema/operations';
import { talents } from '@/lib/server/db/schema/talents';
import { testDatabase } from '@/lib/testing/database';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { mirroredWorld } from '@/lib/testing/mirrored-world';
import { testSandbox } from '@/lib/testing/sandbox';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const sandbox = testSandbox({ size: 120 });
const server = testServer(database, sandbox);
const world = mirroredWorld(database, sandbox);

let own = { id: '', talentId: '', name: '' };
let foreignId = '';

beforeAll(async () => {
  const mine = database.db
    .select({ jobId: jobMembers.jobId })
    .from(jobMembers)
    .where(eq(jobMembers.openId, world.personas.manager.openId));
  const ofMine = database.db
    .select({ id: applications.talentId })
    .from(applications)
    .where(and(inArray(applications.jobId, mine), isNotNull(applications.talentId)));
  const [found] = await database.db
    .select({ id: applications.attachmentId, talentId: talents.id, name: talents.name })
    .from(applications)
    .innerJoin(talents, eq(talents.id, applications.talentId))
    .where(and(inArray(applications.jobId, mine), isNotNull(applications.attachmentId)));
  own = { ...own, ...found, id: found?.id ?? '' };
  const [foreign] = await database.db
    .select({ id: applications.attachmentId })
    .from(applications)
    .where(and(notInArray(applications.talentId, ofMine), isNotNull(applications.attachmentId)));
  foreignId = foreign?.id ?? '';
});

beforeEach(async () => {
  await sandbox.control('DELETE', '/faults');
  await sandbox.control('DELETE', '/requests');
});

const get = (as: string, id = own.id) => server.call(GET, { as, params: { id } });
const rows = (openId: string) =>
  database.db.select().from(auditLog).where(eq(auditLog.actorOpenId, openId));

describe('GET /api/attachments/:id', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: world.personas.manager.openId, params: { id: own.id } }),
    wrongRole: () => world.personas.stranger.openId,
    badInput: () => ({ params: { id: '../secrets' } }),
    anothers: () => ({ params: { id: foreignId } }),
  });

  it('passes a résumé on as a PDF that runs nothing, under a name of ours', async () => {
    const response = await get(TEST_ADMIN);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringContaining(encodeURIComponent(`${own.name}.pdf`)),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-');
    expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
  });

  it('never hands out Feishu’s own link', async () => {
    const response = await get(TEST_ADMIN);
    expect(JSON.stringify([...response.headers])).not.toContain(new URL(sandbox.url).host);
    expect(response.redirected).toBe(false);
  });

  it('logs who read it before it answers, also when Feishu then fails', async () => {
    const { manager } = world.personas;
    const before = (await rows(manager.openId)).length;
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.attachment.preview',
      status: 400,
      code: 1002104,
    });
    const failed: Problem = await (await get(manager.openId)).json();
    expect(failed).toMatchObject({ status: 422, reason: 'attachments.1002104' });
    const after = await rows(manager.openId);
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({
      action: 'attachment.read',
      entityId: own.id,
      detail: { talentId: own.talentId },
    });
  });

  it('falls back to the original where the app may not convert', async () => {
    await sandbox.control('PUT', '/scopes', { revoke: ['hire:attachment'] });
    const response = await get(TEST_ADMIN);
    await sandbox.control('PUT', '/scopes', { grant: ['hire:attachment'] });
    expect(response.status).toBe(200);
  });

  it('answers 503 while Feishu is away', async () => {
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.attachment.preview',
      drop: 'before',
      times: 10,
    });
    const failed: Problem = await (await get(TEST_ADMIN)).json();
    expect(failed).toMatchObject({ status: 503, code: 'UPSTREAM_UNAVAILABLE' });
  });
});
