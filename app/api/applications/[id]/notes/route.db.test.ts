import { randomUUID } from 'node:crypto';
import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NoteDto } from '@/lib/domain/applications';
import type { Problem } from '@/lib/domain/error-codes';
import { applications } from '@/lib/server/db/schema/applications';
import { jobMembers } from '@/lib/server/db/schema/jobs';
import { auditLog } from '@/lib/server/db/schema/operations';
import { notes } from '@/lib/server/db/schema/talents';
import { testDatabase } from '@/lib/testing/database';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { mirroredWorld } from '@/lib/testing/mirrored-world';
import { testSandbox } from '@/lib/testing/sandbox';
import { testServer } from '@/lib/testing/session';
import { POST } from './route';

const CREATE = 'hire.v1.note.create';

const database = testDatabase();
const sandbox = testSandbox({ size: 200, now: new Date().toISOString().slice(0, 10) });
const server = testServer(database, sandbox);
const world = mirroredWorld(database, sandbox);

let ownId = '';
let foreignId = '';

beforeAll(async () => {
  const ofManager = database.db
    .select({ jobId: jobMembers.jobId })
    .from(jobMembers)
    .where(eq(jobMembers.openId, world.personas.manager.openId));
  const [own] = await database.db
    .select({ id: applications.id })
    .from(applications)
    .where(and(inArray(applications.jobId, ofManager), eq(applications.outcome, 'active')));
  const [foreign] = await database.db
    .select({ id: applications.id })
    .from(applications)
    .where(notInArray(applications.jobId, ofManager));
  ownId = own?.id ?? '';
  foreignId = foreign?.id ?? '';
});

beforeEach(async () => {
  await sandbox.control('DELETE', '/faults');
  await sandbox.control('DELETE', '/requests');
});

const Facts = z.object({
  notes: z.array(
    z.object({ content: z.string(), creatorId: z.string().nullable(), isPrivate: z.boolean() }),
  ),
});
const inSandbox = async () =>
  Facts.parse(await sandbox.control('GET', `/facts/applications/${ownId}/notes`)).notes;
const add = (body: unknown) =>
  server.call(POST, {
    as: world.personas.manager.openId,
    method: 'POST',
    params: { id: ownId },
    body,
  });

describe('POST /api/applications/:id/notes', () => {
  itIsGuarded(server, {
    handler: POST,
    good: () => ({
      as: world.personas.manager.openId,
      method: 'POST',
      params: { id: ownId },
      body: { content: '约周三', requestId: randomUUID() },
    }),
    wrongRole: () => world.personas.stranger.openId,
    badInput: () => ({ body: { content: '   ', requestId: randomUUID() } }),
    anothers: () => ({ params: { id: foreignId } }),
  });

  it('writes it to Feishu in the person’s own name, and into the mirror', async () => {
    const content = '沟通顺畅，建议加面。\n第二行 <b>不是标签</b>';
    const response = await add({ content, requestId: randomUUID() });
    const note = NoteDto.parse(await response.json());
    expect(note).toMatchObject({
      content,
      isPrivate: false,
      applicationId: ownId,
      author: { openId: world.personas.manager.openId },
    });
    expect(await inSandbox()).toContainEqual({
      content,
      creatorId: world.personas.manager.openId,
      isPrivate: false,
    });
    const rows = await database.db.select().from(notes).where(eq(notes.id, note.id));
    expect(rows).toHaveLength(1);
  });

  it('leaves the text of a note out of the audit log', async () => {
    await add({ content: '很私密的话', isPrivate: true, requestId: randomUUID() });
    const rows = await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'note.create'));
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('很私密的话');
  });

  it('writes one note for the same request, and finds the one whose answer got lost', async () => {
    const body = { content: `只有一条 ${randomUUID()}`, requestId: randomUUID() };
    await sandbox.control('POST', '/faults', { endpoint: CREATE, drop: 'after' });
    const first = await add(body);
    const second = await add(body);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await first.json()).toEqual(await second.json());
    expect((await inSandbox()).filter(({ content }) => content === body.content)).toHaveLength(1);
    expect((await sandbox.requests()).byEndpoint[CREATE]?.count).toBe(1);
  });

  it('says not done where the call never arrived', async () => {
    const body = { content: `没有写成 ${randomUUID()}`, requestId: randomUUID() };
    await sandbox.control('POST', '/faults', { endpoint: CREATE, drop: 'before' });
    const failed: Problem = await (await add(body)).json();
    expect(failed).toMatchObject({ status: 503, reason: 'not_done' });
    expect((await inSandbox()).some(({ content }) => content === body.content)).toBe(false);
  });

  it('does not take an older note of the same words for the one that got lost', async () => {
    const content = `已联系 ${randomUUID()}`;
    await add({ content, requestId: randomUUID() });
    await database.db.delete(notes).where(eq(notes.content, content));
    await sandbox.control('POST', '/faults', { endpoint: CREATE, drop: 'before' });
    const lost: Problem = await (await add({ content, requestId: randomUUID() })).json();
    expect(lost).toMatchObject({ status: 503, reason: 'not_done' });
  });

  it('refuses control characters and takes line breaks', async () => {
    const bad = await add({ content: 'a\u0000b', requestId: randomUUID() });
    expect(bad.status).toBe(422);
  });
});
