import { randomUUID } from 'node:crypto';
import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApplicationWriteDto } from '@/lib/domain/applications';
import type { Problem } from '@/lib/domain/error-codes';
import { applications } from '@/lib/server/db/schema/applications';
import { jobMembers, jobs } from '@/lib/server/db/schema/jobs';
import { auditLog, changes } from '@/lib/server/db/schema/operations';
import { stages } from '@/lib/server/db/schema/organisation';
import { testDatabase } from '@/lib/testing/database';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { mirroredWorld } from '@/lib/testing/mirrored-world';
import { testSandbox } from '@/lib/testing/sandbox';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { POST } from './route';

const TRANSFER = 'hire.v1.application.transferStage';

const database = testDatabase();
const sandbox = testSandbox({ size: 400 });
const server = testServer(database, sandbox);
const world = mirroredWorld(database, sandbox);

const Fact = z.object({ stageId: z.string(), active: z.boolean(), lockStatus: z.number() });
const fact = async (id: string) =>
  Fact.parse(await sandbox.control('GET', `/facts/applications/${id}`));

type Screened = { id: string; stageId: string; stages: Record<number, string> };
let free: Screened[] = [];
let foreignId = '';

/** An active, unlocked application the recruiter has in screening, each handed out once. */
function next(): Screened {
  const one = free.pop();
  if (!one) throw new Error('Nobody is left in screening');
  return one;
}

beforeAll(async () => {
  const ofRecruiter = database.db
    .select({ jobId: jobMembers.jobId })
    .from(jobMembers)
    .where(
      and(
        eq(jobMembers.openId, world.personas.recruiter.openId),
        inArray(jobMembers.role, ['recruiter', 'assistant']),
      ),
    );
  const rows = await database.db
    .select({ id: applications.id, processId: jobs.processId })
    .from(applications)
    .innerJoin(jobs, eq(jobs.id, applications.jobId))
    .where(
      and(
        inArray(applications.jobId, ofRecruiter),
        eq(applications.outcome, 'active'),
        eq(applications.step, 1),
      ),
    );
  const all = await database.db.select().from(stages);
  const stagesOf = (processId: string | null) =>
    Object.fromEntries(
      all.filter((each) => each.processId === processId).map(({ id, step }) => [step, id]),
    );
  const facts = await Promise.all(
    rows.map(async ({ id, processId }) => ({
      id,
      stages: stagesOf(processId),
      ...(await fact(id)),
    })),
  );
  free = facts.filter(({ lockStatus, active }) => active && lockStatus !== 2);

  const [foreign] = await database.db
    .select({ id: applications.id })
    .from(applications)
    .where(notInArray(applications.jobId, ofRecruiter))
    .limit(1);
  foreignId = foreign?.id ?? '';
});

beforeEach(async () => {
  await sandbox.control('DELETE', '/faults');
  await sandbox.control('DELETE', '/requests');
});

type Body = { toStageId: string | undefined; expectedStageId: string; requestId: string };
const move = (id: string, body: Body, as = world.personas.recruiter.openId) =>
  server.call(POST, { as, method: 'POST', params: { id }, body });
const problem = async (response: Response): Promise<Problem> => response.json();
const transfers = async () => (await sandbox.requests()).byEndpoint[TRANSFER]?.count ?? 0;
const moved = async () => (await sandbox.requests()).effects['application.moved'] ?? 0;
const mirrored = async (id: string) => {
  const [row] = await database.db
    .select({ stageId: applications.stageId })
    .from(applications)
    .where(eq(applications.id, id));
  return row?.stageId;
};

describe('POST /api/applications/:id/stage', () => {
  itIsGuarded(server, {
    handler: POST,
    good: () => ({
      as: world.personas.recruiter.openId,
      method: 'POST',
      params: { id: free[0]?.id ?? '' },
      body: { toStageId: '1', expectedStageId: '2', requestId: randomUUID() },
    }),
    wrongRole: () => world.personas.manager.openId,
    badInput: () => ({
      body: { toStageId: '1', expectedStageId: '2', requestId: randomUUID(), actor: 'somebody' },
    }),
    anothers: () => ({ params: { id: foreignId } }),
  });

  it('moves it in Feishu, then in the mirror, and answers with what Feishu then says', async () => {
    const { id, stageId, stages: to } = next();
    const requestId = randomUUID();
    const response = await move(id, { toStageId: to[2], expectedStageId: stageId, requestId });
    expect(response.status).toBe(200);
    const answer = ApplicationWriteDto.parse(await response.json());
    expect(answer).toMatchObject({ id, stageId: to[2], step: 'evaluation', outcome: 'active' });
    expect((await fact(id)).stageId).toBe(to[2]);
    expect(await mirrored(id)).toBe(to[2]);
  });

  it('leaves who did it in the audit log and in the change feed', async () => {
    const { id, stageId, stages: to } = next();
    const requestId = randomUUID();
    await move(id, { toStageId: to[2], expectedStageId: stageId, requestId });
    const rows = await database.db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(rows).toMatchObject([
      {
        action: 'application.move',
        actorOpenId: world.personas.recruiter.openId,
        requestId,
        detail: { fromStageId: stageId, toStageId: to[2] },
      },
    ]);
    const feed = await database.db
      .select()
      .from(changes)
      .where(and(eq(changes.entityId, id), eq(changes.actorOpenId, rows[0]?.actorOpenId ?? '')));
    expect(feed).toHaveLength(1);
  });

  it('has one effect and one answer for the same request, however often it comes', async () => {
    const { id, stageId, stages: to } = next();
    const body = { toStageId: to[2], expectedStageId: stageId, requestId: randomUUID() };
    const answers = await Promise.all([move(id, body), move(id, body), move(id, body)]);
    answers.push(await move(id, body));
    const [first, ...others] = await Promise.all(answers.map((answer) => answer.json()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const other of others) expect(other).toEqual(first);
    expect(await transfers()).toBe(1);
  });

  it('answers 409 where its id stands for another request', async () => {
    const [one, other] = [next(), next()];
    const requestId = randomUUID();
    const body = { toStageId: one.stages[2], expectedStageId: one.stageId, requestId };
    await move(one.id, body);
    for (const response of [
      await move(one.id, { ...body, toStageId: one.stages[4] }),
      await move(other.id, body),
      await move(one.id, body, TEST_ADMIN),
    ]) {
      expect(await problem(response)).toMatchObject({ status: 409, reason: 'request_reused' });
    }
    expect(await transfers()).toBe(1);
  });

  it('answers 409 without asking Feishu where it is not in the stage the person saw', async () => {
    const { id, stages: to } = next();
    const body = { toStageId: to[4], expectedStageId: to[2] ?? '', requestId: randomUUID() };
    expect(await problem(await move(id, body))).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(await transfers()).toBe(0);
  });

  it('passes on a refusal with Feishu’s code and log id, and stays where it was', async () => {
    const { id, stageId, stages: to } = next();
    const body = { toStageId: to[7], expectedStageId: stageId, requestId: randomUUID() };
    const refused = await problem(await move(id, body));
    expect(refused).toMatchObject({
      status: 422,
      code: 'UPSTREAM_REJECTED',
      reason: 'transfer_stage.1002211',
      logId: expect.stringMatching(/./),
    });
    expect(await mirrored(id)).toBe(stageId);
    const again = await problem(await move(id, body));
    expect({ ...again, requestId: '' }).toEqual({ ...refused, requestId: '' });
    expect(await transfers()).toBe(1);
  });

  it('names a missing scope by the platform’s code', async () => {
    const { id, stageId, stages: to } = next();
    await sandbox.control('PUT', '/scopes', { revoke: ['hire:application'] });
    const body = { toStageId: to[2], expectedStageId: stageId, requestId: randomUUID() };
    const refused = await problem(await move(id, body));
    await sandbox.control('PUT', '/scopes', { grant: ['hire:application'] });
    expect(refused).toMatchObject({ status: 422, reason: '99991672' });
  });

  it('says done where the answer got lost after Feishu did it', async () => {
    const { id, stageId, stages: to } = next();
    await sandbox.control('POST', '/faults', { endpoint: TRANSFER, drop: 'after' });
    const body = { toStageId: to[2], expectedStageId: stageId, requestId: randomUUID() };
    const response = await move(id, body);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ stageId: to[2] });
    expect(await transfers()).toBe(1);
  });

  it('says not done where it got lost before, and does not send it again', async () => {
    const { id, stageId, stages: to } = next();
    await sandbox.control('POST', '/faults', { endpoint: TRANSFER, drop: 'before' });
    const body = { toStageId: to[2], expectedStageId: stageId, requestId: randomUUID() };
    const failed = await problem(await move(id, body));
    expect(failed).toMatchObject({ status: 503, code: 'UPSTREAM_UNAVAILABLE', reason: 'not_done' });
    expect((await fact(id)).stageId).toBe(stageId);
    expect(await moved()).toBe(0);
  });

  it('says it does not know where Feishu cannot be asked either, and knows at the next try', async () => {
    const { id, stageId, stages: to } = next();
    await sandbox.control('POST', '/faults', { endpoint: TRANSFER, drop: 'after' });
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.application.get',
      status: 500,
      times: 20,
    });
    const body = { toStageId: to[2], expectedStageId: stageId, requestId: randomUUID() };
    const unknown = await problem(await move(id, body));
    expect(unknown).toMatchObject({ status: 503, reason: 'uncertain' });
    await sandbox.control('DELETE', '/faults');
    const known = await move(id, body);
    expect(known.status).toBe(200);
    expect(await known.json()).toMatchObject({ stageId: to[2] });
    expect(await transfers()).toBe(1);
  });

  it('says done at the next try where Feishu did it, also when somebody moved it on meanwhile', async () => {
    const { id, stageId, stages: to } = next();
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.application.get',
      status: 500,
      times: 20,
    });
    const body = { toStageId: to[2], expectedStageId: stageId, requestId: randomUUID() };
    expect(await problem(await move(id, body))).toMatchObject({ reason: 'uncertain' });
    await sandbox.control('DELETE', '/faults');
    await sandbox.control('POST', '/acts', { act: 'move', applicationId: id, stageId: to[1] });
    const known = await move(id, body);
    expect(known.status).toBe(200);
    expect(await known.json()).toMatchObject({ stageId: to[1] });
    expect(await transfers()).toBe(1);
  });

  it('lets an admin move in every job', async () => {
    const { id, stageId, stages: to } = next();
    const body = { toStageId: to[2], expectedStageId: stageId, requestId: randomUUID() };
    expect((await move(id, body, TEST_ADMIN)).status).toBe(200);
  });

  it('answers 403 to who sees the application and recruits for another job', async () => {
    const { manager } = world.personas;
    const elsewhere = next();
    const [at] = await database.db
      .select({ jobId: applications.jobId })
      .from(applications)
      .where(eq(applications.id, elsewhere.id));
    const [ownJob] = await database.db
      .select({ id: jobs.id })
      .from(jobs)
      .innerJoin(jobMembers, eq(jobMembers.jobId, jobs.id))
      .where(and(eq(jobMembers.openId, manager.openId), eq(jobMembers.role, 'manager')))
      .limit(1);
    await database.db.insert(jobMembers).values([
      { jobId: at?.jobId ?? '', openId: manager.openId, role: 'manager' },
      { jobId: ownJob?.id ?? '', openId: manager.openId, role: 'assistant' },
    ]);
    const body = {
      toStageId: elsewhere.stages[2],
      expectedStageId: elsewhere.stageId,
      requestId: randomUUID(),
    };
    const response = await move(elsewhere.id, body, manager.openId);
    expect(await problem(response)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await transfers()).toBe(0);
  });
});
