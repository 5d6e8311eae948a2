import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LiveChange } from '@/lib/domain/live';
import { applications } from '@/lib/server/db/schema/applications';
import { jobMembers } from '@/lib/server/db/schema/jobs';
import { changes, writeRequests } from '@/lib/server/db/schema/operations';
import { type Change, recordChanges } from '@/lib/server/mirror/changes';
import { mirrorTransaction } from '@/lib/server/mirror/transaction';
import { runtime } from '@/lib/server/runtime';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person({ nameZh: '李静', nameEn: 'Jing Li' });
const colleague = company.person();
const evaluator = company.person();
const stranger = company.person();
const { id: processId, stages } = company.process();
const [screen, evaluation] = stages;
const job = company.job({ recruiterId: recruiter.openId, processId });
const otherJob = company.job({ recruiterId: colleague.openId, processId });
const talent = company.talent({ name: '王芳' });
const mine = company.application({ jobId: job.id, stage: screen }, { talentId: talent.id });
const theirs = company.application({ jobId: otherJob.id, stage: screen });
company.evaluation(theirs.id, evaluator.openId);
beforeAll(() => company.insert(database.db));

type Heard = { event: string; id: number; data: unknown };

/** An open connection, read event by event. */
async function connect(as: string, url = '/api/stream', headers: Record<string, string> = {}) {
  const response = await server.call(GET, { as, url, headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('No body');
  let text = '';
  const next = async (): Promise<Heard | null> => {
    while (!text.includes('\n\n')) {
      const { done, value } = await reader.read();
      if (done) return null;
      text += value;
    }
    const [frame = '', ...rest] = text.split('\n\n');
    text = rest.join('\n\n');
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1] ?? '';
    return {
      event: field('event'),
      id: Number(field('id')),
      data: JSON.parse(field('data')),
    };
  };
  const close = () => reader.cancel();
  open.push(close);
  return {
    next,
    close,
    /** The next that are changes, told live. */
    async changes(): Promise<LiveChange[]> {
      const heard = await next();
      expect(heard?.event).toBe('changes');
      return heard?.data as LiveChange[]; // As our own route types it.
    },
    async ready(): Promise<Heard[]> {
      const before: Heard[] = [];
      for (;;) {
        const heard = await next();
        if (!heard) throw new Error('It ended');
        if (heard.event === 'ready') return before;
        before.push(heard);
      }
    },
  };
}
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A write of this very process, which is told at once. */
const write = (list: Change[], actor: string | null = null, at = new Date()) =>
  mirrorTransaction(runtime().db, (tx) => recordChanges(tx, list, at, actor));
const touched = (entityId: string, detail: Record<string, unknown> = { what: 'body' }): Change => ({
  entity: 'application',
  entityId,
  change: 'updated',
  detail,
});
const moved = () => touched(mine.id, { what: 'stage', from: screen?.id, to: evaluation?.id });
const newest = async () =>
  Math.max(...(await database.db.select({ seq: changes.seq }).from(changes)).map((c) => c.seq));

describe('GET /api/stream', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: recruiter.openId, url: '/api/stream?after=1' }),
    wrongRole: () => stranger.openId,
    badInput: () => ({ url: '/api/stream?after=x' }),
  });

  it('tells a move as it happens, with who made it', async () => {
    const stream = await connect(recruiter.openId);
    await stream.ready();
    await write([moved()], recruiter.openId);
    const by = { openId: recruiter.openId, name: { zh: '李静', en: 'Jing Li' } };
    const stage = { zh: evaluation?.nameZh, en: evaluation?.nameEn };
    const change = {
      entity: 'application',
      id: mine.id,
      change: 'updated',
      jobIds: [job.id],
      talentId: talent.id,
      move: { name: '王芳', stage, by, mine: true },
    };
    expect(await stream.changes()).toEqual([change]);
    await write([moved()]);
    const inFeishu = { ...change.move, by: null, mine: false };
    expect(await stream.changes()).toEqual([{ ...change, move: inFeishu }]);
  });

  it('knows our own move again when the event of it was mirrored first', async () => {
    const stream = await connect(recruiter.openId);
    await stream.ready();
    await database.db.insert(writeRequests).values({
      requestId: '0e9f6a52-1111-4222-8333-444455556666',
      actorOpenId: recruiter.openId,
      action: 'application.move',
      entityId: mine.id,
      bodyHash: '',
      state: 'sending',
      createdAt: new Date(),
    });
    await write([moved()]);
    expect((await stream.changes())[0]?.move).toMatchObject({ mine: true });
    await database.db.update(writeRequests).set({ state: 'refused' });
    await write([moved()]);
    expect((await stream.changes())[0]?.move).toMatchObject({ by: null, mine: false });
  });

  it('tells each only of what they may see', async () => {
    const streams = await Promise.all(
      [recruiter, colleague, evaluator, { openId: TEST_ADMIN }].map(({ openId }) =>
        connect(openId),
      ),
    );
    for (const stream of streams) await stream.ready();
    await write([touched(mine.id), { entity: 'talent', entityId: talent.id, change: 'updated' }]);
    await write([touched(theirs.id)]);
    await write([{ entity: 'job', entityId: job.id, change: 'updated' }]);
    await write([touched(mine.id), touched(theirs.id)]);
    const last = await newest();
    const heard = await Promise.all(
      streams.map(async (stream) => {
        const told: string[] = [];
        for (let at = 0; at < last; ) {
          const message = await stream.next();
          at = message?.id ?? last;
          // As our own route types it.
          const list = message?.data as LiveChange[];
          told.push(...list.map(({ entity, id }) => `${entity} ${id}`));
        }
        return told;
      }),
    );
    const [m, t, o] = [`application ${mine.id}`, `talent ${talent.id}`, `application ${theirs.id}`];
    expect(heard).toEqual([
      [m, t, `job ${job.id}`, m],
      [o, o],
      [o, o],
      [m, t, o, `job ${job.id}`, m, o],
    ]);
  });

  it('tells of what left their sight as gone, by its id alone', async () => {
    const [former, next, assigned] = await Promise.all(
      [recruiter, colleague, evaluator].map(({ openId }) => connect(openId)),
    );
    for (const stream of [former, next, assigned]) await stream?.ready();
    const row = eq(applications.id, mine.id);
    await database.db.update(applications).set({ jobId: otherJob.id }).where(row);
    await write([touched(mine.id, { what: 'body', fromJob: job.id })]);
    const gone = { entity: 'application', id: mine.id, change: 'deleted' };
    expect(await former?.changes()).toEqual([{ ...gone, jobIds: [job.id] }]);
    expect((await next?.changes())?.[0]).toMatchObject({ id: mine.id, change: 'updated' });
    await database.db.update(applications).set({ jobId: job.id }).where(row);

    await database.db
      .update(applications)
      .set({ outcome: 'ended' })
      .where(eq(applications.id, theirs.id));
    await write([touched(theirs.id)]);
    expect(await assigned?.changes()).toEqual([{ ...gone, id: theirs.id, jobIds: [] }]);
    await database.db
      .update(applications)
      .set({ outcome: 'active' })
      .where(eq(applications.id, theirs.id));
  });

  it('follows who joins and leaves a team while the stream is open', async () => {
    const stream = await connect(colleague.openId);
    await stream.ready();
    const member = { jobId: job.id, openId: colleague.openId, role: 'manager' as const };
    await database.db.insert(jobMembers).values(member);
    await write([{ entity: 'job', entityId: job.id, change: 'updated' }]);
    expect(await stream.changes()).toEqual([
      { entity: 'job', id: job.id, change: 'added', jobIds: [job.id] },
    ]);
    await write([touched(mine.id)]);
    expect(await stream.changes()).toMatchObject([{ id: mine.id, change: 'updated' }]);
    await database.db.delete(jobMembers).where(eq(jobMembers.role, 'manager'));
    await write([{ entity: 'job', entityId: job.id, change: 'updated' }]);
    expect(await stream.changes()).toMatchObject([{ id: job.id, change: 'deleted' }]);
  });

  it('begins again after the last event heard, and tells what was missed before it is ready', async () => {
    const stream = await connect(recruiter.openId);
    await stream.ready();
    await write([touched(mine.id)]);
    const last = await stream.next();
    await stream.close();
    await write([moved()]);
    for (const again of [
      await connect(recruiter.openId, `/api/stream?after=${last?.id}`),
      await connect(recruiter.openId, '/api/stream', { 'last-event-id': String(last?.id) }),
    ]) {
      expect(await again.ready()).toMatchObject([
        { event: 'changes', id: await newest(), data: [{ id: mine.id, move: { name: '王芳' } }] },
      ]);
    }
  });

  it('tells to ask for everything again from a number that the feed does not hold', async () => {
    const after = await newest();
    const reset = [{ event: 'reset', id: after }];
    for (const seq of [after + 1000, 0]) {
      const stream = await connect(recruiter.openId, `/api/stream?after=${seq}`);
      expect(await stream.ready()).toMatchObject(reset);
    }
    const old = new Date(Date.now() - 2 * 24 * 3_600_000);
    await write([touched(mine.id)], recruiter.openId, old);
    const seq = await newest();
    await write([touched(mine.id)]);
    const late = await connect(recruiter.openId, `/api/stream?after=${seq}`);
    expect(await late.ready()).toMatchObject([{ event: 'reset' }]);
  });

  it('tells of too much at once, and of another mirror, as a reset', async () => {
    const stream = await connect(recruiter.openId);
    await stream.ready();
    await write(Array.from({ length: 600 }, () => touched(mine.id)));
    expect(await stream.next()).toMatchObject({ event: 'reset', id: await newest() });
    await mirrorTransaction(runtime().db, (tx) =>
      tx.insert(changes).values({
        at: new Date(),
        entity: 'mirror',
        entityId: 'all',
        change: 'deleted',
      }),
    );
    expect(await stream.next()).toMatchObject({ event: 'reset' });
  });

  it('hears of what another process wrote within the polling', async () => {
    const stream = await connect(recruiter.openId);
    await stream.ready();
    const began = performance.now();
    // The file's own handle: its commits wake nobody here.
    await mirrorTransaction(database.db, (tx) =>
      recordChanges(tx, [touched(mine.id)], new Date(), null),
    );
    await stream.changes();
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
