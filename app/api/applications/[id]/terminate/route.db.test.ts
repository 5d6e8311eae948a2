import { randomUUID } from 'node:crypto';
import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { POST as recover } from '@/app/api/applications/[id]/recover/route';
import { GET } from '@/app/api/applications/[id]/route';
import { ApplicationDto, ApplicationWriteDto } from '@/lib/domain/applications';
import type { Problem } from '@/lib/domain/error-codes';
import { applications } from '@/lib/server/db/schema/applications';
import { jobMembers } from '@/lib/server/db/schema/jobs';
import { terminationReasons } from '@/lib/server/db/schema/organisation';
import { testDatabase } from '@/lib/testing/database';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { mirroredWorld } from '@/lib/testing/mirrored-world';
import { testSandbox } from '@/lib/testing/sandbox';
import { testServer } from '@/lib/testing/session';
import { POST } from './route';

const TERMINATE = 'hire.v1.application.terminate';
const RECOVER = 'hire.v1.application.recover';

const database = testDatabase();
const sandbox = testSandbox({ size: 300 });
const server = testServer(database, sandbox);
const world = mirroredWorld(database, sandbox);

const Fact = z.object({
  active: z.boolean(),
  lockStatus: z.number(),
  terminationType: z.number().nullable(),
  terminationReasonIds: z.array(z.string()),
  terminationNote: z.string(),
});
const fact = async (id: string) =>
  Fact.parse(await sandbox.control('GET', `/facts/applications/${id}`));

let free: string[] = [];
let foreignId = '';
let reasonId = '';

function next(): string {
  const id = free.pop();
  if (!id) throw new Error('Nobody is left in the process');
  return id;
}

beforeAll(async () => {
  const ofRecruiter = database.db
    .select({ jobId: jobMembers.jobId })
    .from(jobMembers)
    .where(eq(jobMembers.openId, world.personas.recruiter.openId));
  const rows = await database.db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        inArray(applications.jobId, ofRecruiter),
        eq(applications.outcome, 'active'),
        inArray(applications.step, [1, 2, 3, 4]),
      ),
    );
  const facts = await Promise.all(rows.map(async ({ id }) => ({ id, ...(await fact(id)) })));
  free = facts.filter(({ lockStatus }) => lockStatus === 1).map(({ id }) => id);
  const [foreign] = await database.db
    .select({ id: applications.id })
    .from(applications)
    .where(notInArray(applications.jobId, ofRecruiter))
    .limit(1);
  foreignId = foreign?.id ?? '';
  const [reason] = await database.db
    .select({ id: terminationReasons.id })
    .from(terminationReasons)
    .where(and(eq(terminationReasons.type, 22), eq(terminationReasons.active, 1)))
    .limit(1);
  reasonId = reason?.id ?? '';
});

beforeEach(async () => {
  await sandbox.control('DELETE', '/faults');
  await sandbox.control('DELETE', '/requests');
});

const body = (requestId = randomUUID()) => ({
  terminationType: 22,
  reasonIds: [reasonId],
  note: '薪资没谈拢',
  requestId,
});
const send = (handler: typeof POST, id: string, sent: unknown) =>
  server.call(handler, {
    as: world.personas.recruiter.openId,
    method: 'POST',
    params: { id },
    body: sent,
  });
const problem = async (response: Response): Promise<Problem> => response.json();

describe('POST /api/applications/:id/terminate', () => {
  itIsGuarded(server, {
    handler: POST,
    good: () => ({
      as: world.personas.recruiter.openId,
      method: 'POST',
      params: { id: free[0] ?? '' },
      body: body(),
    }),
    wrongRole: () => world.personas.manager.openId,
    badInput: () => ({ body: { ...body(), terminationType: 2 } }),
    anothers: () => ({ params: { id: foreignId } }),
  });

  it('ends it in Feishu with type, reason and note, and shows both to the next reader', async () => {
    const id = next();
    const answer = ApplicationWriteDto.parse(await (await send(POST, id, body())).json());
    expect(answer.outcome).toBe('ended');
    expect(await fact(id)).toMatchObject({
      active: false,
      terminationType: 22,
      terminationReasonIds: [reasonId],
      terminationNote: '薪资没谈拢',
    });
    const dto = ApplicationDto.parse(
      await (
        await server.call(GET, { as: world.personas.recruiter.openId, params: { id } })
      ).json(),
    );
    expect(dto.termination).toMatchObject({
      by: 'candidate',
      note: '薪资没谈拢',
      precision: 'exact',
    });
    expect(dto.timeline.find(({ kind }) => kind === 'ended')?.actor?.openId).toBe(
      world.personas.recruiter.openId,
    );
  });

  it('asks Feishu once for the same request', async () => {
    const id = next();
    const sent = body();
    await Promise.all([send(POST, id, sent), send(POST, id, sent)]);
    expect((await sandbox.requests()).byEndpoint[TERMINATE]?.count).toBe(1);
  });

  it('asks for a reason, but not where the tenant has none of that kind', async () => {
    const id = next();
    const body = { terminationType: 27, reasonIds: [], requestId: randomUUID() };
    expect((await send(POST, id, body)).status).toBe(422);
    const ofType = eq(terminationReasons.type, 27);
    await database.db.update(terminationReasons).set({ active: 2 }).where(ofType);
    expect((await send(POST, id, { ...body, requestId: randomUUID() })).status).toBe(200);
    await database.db.update(terminationReasons).set({ active: 1 }).where(ofType);
    expect((await fact(id)).active).toBe(false);
  });

  it('answers 409 where it has ended already', async () => {
    const id = next();
    await send(POST, id, body());
    expect(await problem(await send(POST, id, body()))).toMatchObject({
      status: 409,
      reason: 'not_active',
    });
  });

  it('passes on that somebody ended it in Feishu meanwhile, and catches up', async () => {
    const id = next();
    await sandbox.control('POST', '/faults', {
      endpoint: TERMINATE,
      status: 400,
      code: 1002221,
      msg: 'application already terminated',
    });
    expect(await problem(await send(POST, id, body()))).toMatchObject({
      status: 422,
      reason: 'terminate.1002221',
    });
    expect((await fact(id)).active).toBe(true);
  });

  it('says done where the answer got lost', async () => {
    const id = next();
    await sandbox.control('POST', '/faults', { endpoint: TERMINATE, drop: 'after' });
    expect((await send(POST, id, body())).status).toBe(200);
    expect((await fact(id)).active).toBe(false);
  });
});

describe('POST /api/applications/:id/recover', () => {
  it('takes up again what was ended, once', async () => {
    const id = next();
    await send(POST, id, body());
    const sent = { requestId: randomUUID() };
    const answers = await Promise.all([send(recover, id, sent), send(recover, id, sent)]);
    for (const answer of answers) {
      expect(ApplicationWriteDto.parse(await answer.json()).outcome).toBe('active');
    }
    expect((await fact(id)).active).toBe(true);
    expect((await sandbox.requests()).byEndpoint[RECOVER]?.count).toBe(1);
  });

  it('answers 409 where it has not ended', async () => {
    expect(await problem(await send(recover, next(), { requestId: randomUUID() }))).toMatchObject({
      status: 409,
      reason: 'not_ended',
    });
  });

  it('says where Feishu refuses because the person has another application there', async () => {
    const id = next();
    await send(POST, id, body());
    await sandbox.control('POST', '/faults', {
      endpoint: RECOVER,
      status: 400,
      code: 1002206,
      msg: 'similar application exists',
    });
    expect(await problem(await send(recover, id, { requestId: randomUUID() }))).toMatchObject({
      status: 422,
      reason: 'recover.1002206',
    });
  });
});
