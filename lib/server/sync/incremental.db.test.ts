import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applications, stageVisits } from '@/lib/server/db/schema/applications';
import { jobMembers, jobs } from '@/lib/server/db/schema/jobs';
import { changes, mirrorState, syncCheckpoints } from '@/lib/server/db/schema/operations';
import { stages } from '@/lib/server/db/schema/organisation';
import {
  evaluations,
  interviewRecords,
  interviews,
  offers,
} from '@/lib/server/db/schema/process-records';
import { talents } from '@/lib/server/db/schema/talents';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import {
  readWhole,
  startSync,
  syncDepsFor,
  type TestSync,
  type WorldClock,
} from '@/lib/testing/sync-run';

const HOUR = 3_600_000;
const database = testDatabase();
const sandbox = testSandbox({ size: 80, seed: 11 });

let sync: TestSync;
let clock: WorldClock;
beforeAll(async () => {
  const deps = await syncDepsFor(database, sandbox);
  clock = deps.clock;
  sync = await startSync(deps);
  await readWhole(sync);
});
afterAll(() => sync.stop());
beforeEach(async () => {
  await jump(60_000);
  await database.db.delete(changes);
});

/** Time goes on, here and in the world. */
async function jump(ms: number): Promise<void> {
  await sandbox.control('PUT', '/clock', { jumpMs: ms });
  clock.jump(ms);
}

/** What people do in Feishu itself; the answer names the record. */
async function act(what: Record<string, unknown>): Promise<string> {
  // The control surface answers every act with the id of what it made or changed.
  const { id } = (await sandbox.control('POST', '/acts', what)) as { id: string };
  return id;
}

/** An active application in this step with nothing ahead, of a process that has all the steps. */
const inStep = async (step: number) => {
  const [row] = await database.db
    .select()
    .from(applications)
    .where(
      sql`outcome = 'active' and step = ${step} and next_event_kind is null and 6 = (
        select count(distinct s.step) from stages s join jobs j on j.process_id = s.process_id
         where j.id = applications.job_id and s.step in (1, 2, 4, 5, 6, 7))`,
    )
    .orderBy(applications.id)
    .limit(1);
  if (!row) throw new Error(`Nobody is in step ${step}`);
  return row;
};
/** Somebody who has just come to the interviews and has none yet. */
const interviewed = async () => {
  const row = await inStep(2);
  await act({ act: 'move', applicationId: row.id, stageId: await stageOf(row.jobId, 4) });
  await sync.engine.round();
  return row;
};
const read = async (id: string) => {
  const [row] = await database.db.select().from(applications).where(eq(applications.id, id));
  return row;
};
const feed = async () =>
  (await database.db.select().from(changes).orderBy(changes.seq)).map((row) => ({
    entity: row.entity,
    entityId: row.entityId,
    change: row.change,
    detail: row.detail,
  }));
const stageOf = async (jobId: string, step: number) => {
  const { rows } = await database.db.execute<{ id: string }>(sql`
    select s.id from stages s join jobs j on j.process_id = s.process_id
     where j.id = ${jobId} and s.step = ${step} order by s.ordinal limit 1`);
  return rows[0]?.id ?? '';
};

describe('a round', () => {
  it('writes nothing and tells nobody when nothing changed', async () => {
    await sync.engine.round();
    expect(await feed()).toEqual([]);
  });

  it('is a handful of calls when nothing changed for a while', async () => {
    const row = await inStep(1);
    await act({ act: 'move', applicationId: row.id, stageId: await stageOf(row.jobId, 2) });
    await sync.engine.round();
    // Feishu's clock tells whole seconds: a change of this very second may be looked at once more.
    for (const _ of [1, 2]) {
      await jump(2 * 60_000);
      await sync.engine.round();
    }
    await sandbox.control('DELETE', '/requests');
    await sync.engine.round();
    const { byEndpoint } = await sandbox.requests();
    expect(byEndpoint['hire.v1.application.get']).toBeUndefined();
    const calls = Object.values(byEndpoint).reduce((sum, { count }) => sum + count, 0);
    expect(calls).toBeLessThanOrEqual(6);
  });

  it('shows a move, with the visit it ended, and says so once', async () => {
    const row = await inStep(1);
    const stageId = await stageOf(row.jobId, 2);
    await act({ act: 'move', applicationId: row.id, stageId });
    await sync.engine.round();
    expect(await read(row.id)).toMatchObject({ stageId, step: 2, outcome: 'active' });
    const visits = await database.db
      .select()
      .from(stageVisits)
      .where(eq(stageVisits.applicationId, row.id))
      .orderBy(stageVisits.seq);
    expect(visits.at(-2)?.exitedAt).toEqual(visits.at(-1)?.enteredAt);
    const stageChanges = (await feed()).filter(({ detail }) => detail.what === 'stage');
    expect(stageChanges).toEqual([
      {
        entity: 'application',
        entityId: row.id,
        change: 'updated',
        detail: { what: 'stage', from: row.stageId, to: stageId },
      },
    ]);
    await sync.engine.round();
    expect((await feed()).filter(({ detail }) => detail.what === 'stage')).toHaveLength(1);
  });

  it('dates an end it saw happen exactly, and takes the date back on recovery', async () => {
    const row = await inStep(2);
    await act({ act: 'terminate', applicationId: row.id, type: 22, note: '另有机会' });
    await sync.engine.round();
    const ended = await read(row.id);
    expect(ended).toMatchObject({
      outcome: 'ended',
      endedPrecision: 'exact',
      terminationType: 22,
      terminationNote: '另有机会',
      turnParty: null,
    });
    expect(ended?.endedAt).toEqual(ended?.modifiedAt);
    await jump(HOUR);
    await act({ act: 'recover', applicationId: row.id });
    await sync.engine.round();
    expect(await read(row.id)).toMatchObject({
      outcome: 'active',
      endedAt: null,
      endedPrecision: null,
      terminationType: null,
      terminationNote: '',
    });
  });

  it('brings a new application with its talent', async () => {
    const [job] = await database.db.select().from(jobs).where(eq(jobs.open, true)).limit(1);
    const id = await act({ act: 'apply', jobId: job?.id, name: '欧阳测试' });
    await sync.engine.round();
    const row = await read(id);
    expect(row).toMatchObject({ jobId: job?.id, outcome: 'active', step: 1 });
    const [talent] = await database.db
      .select()
      .from(talents)
      .where(eq(talents.id, row?.talentId ?? ''));
    expect(talent).toMatchObject({ name: '欧阳测试', namePinyin: 'ouyangceshi oycs' });
    expect(await feed()).toContainEqual(
      expect.objectContaining({ entity: 'application', entityId: id, change: 'added' }),
    );
  });

  it('hands the turn from recruiter to evaluator and back', async () => {
    const row = await inStep(1);
    const [job] = await database.db.select().from(jobs).where(eq(jobs.id, row.jobId));
    const evaluatorId = await somebody();
    const id = await act({ act: 'assign-evaluation', applicationId: row.id, evaluatorId });
    await sync.engine.round();
    expect(await read(row.id)).toMatchObject({ turnParty: 'evaluator', turnOpenId: evaluatorId });
    await jump(HOUR);
    await act({ act: 'evaluate', evaluationId: id, conclusion: 1, content: '可以面试' });
    await sync.engine.round();
    const [evaluation] = await database.db.select().from(evaluations).where(eq(evaluations.id, id));
    expect(evaluation).toMatchObject({ submitted: true, conclusion: 1, content: '可以面试' });
    expect(await read(row.id)).toMatchObject({
      turnParty: 'recruiter',
      turnOpenId: job?.recruiterId,
      turnSince: evaluation?.updatedAt,
    });
  });

  it('follows an interview: arranged, over, assessed', async () => {
    const row = await interviewed();
    const interviewerId = await somebody();
    const begin = clock.now() + HOUR;
    const id = await act({
      act: 'arrange-interview',
      applicationId: row.id,
      begin,
      end: begin + HOUR,
      interviewerIds: [interviewerId],
    });
    await sync.engine.round();
    const arranged = await read(row.id);
    expect(arranged).toMatchObject({
      nextEventKind: 'interview',
      nextEventAt: new Date(begin),
      nextEventPeople: [interviewerId],
    });
    // Seen twice, so that the next round has no reason of its own to look at the application.
    await sync.engine.round();

    await jump(3 * HOUR);
    await sync.engine.round();
    expect(await read(row.id)).toMatchObject({
      turnParty: 'interviewer',
      nextEventKind: null,
      nextEventPeople: [],
    });

    await act({ act: 'assess', interviewId: id, conclusion: 1, content: '扎实', score: 4 });
    await sync.engine.round();
    const [record] = await database.db
      .select()
      .from(interviewRecords)
      .where(eq(interviewRecords.interviewId, id));
    expect(record).toMatchObject({ submitted: true, conclusion: 1, content: '扎实' });
    expect(record?.dimensions.map(({ score }) => score)).toContain(4);
    expect(record?.submittedAt).not.toBeNull();
  });

  it('marks an interview that was called off, and keeps it', async () => {
    const row = await interviewed();
    const begin = clock.now() + 48 * HOUR;
    const id = await act({
      act: 'arrange-interview',
      applicationId: row.id,
      begin,
      end: begin + HOUR,
      interviewerIds: [await somebody()],
    });
    await sync.engine.round();
    await act({ act: 'cancel-interview', interviewId: id });
    await jump(60_000);
    await sync.engine.round();
    const [interview] = await database.db.select().from(interviews).where(eq(interviews.id, id));
    expect(interview?.cancelled).toBe(true);
  });

  it('follows an offer to the candidate', async () => {
    const row = await inStep(2);
    await act({ act: 'move', applicationId: row.id, stageId: await stageOf(row.jobId, 5) });
    await act({ act: 'create-offer', applicationId: row.id, basicSalary: '31000' });
    await act({ act: 'offer-status', applicationId: row.id, status: 2 });
    await sync.engine.round();
    expect(await read(row.id)).toMatchObject({ step: 5, turnParty: 'approver' });
    await act({ act: 'offer-status', applicationId: row.id, status: 6 });
    await sync.engine.round();
    expect(await read(row.id)).toMatchObject({
      turnParty: 'candidate',
      nextEventKind: 'offer_expiry',
    });
    const [offer] = await database.db.select().from(offers).where(eq(offers.applicationId, row.id));
    expect(offer).toMatchObject({ status: 6 });
    expect(offer?.sentAt).not.toBeNull();
  });

  it('changes who sees a job when its team changes', async () => {
    const [job] = await database.db.select().from(jobs).where(eq(jobs.open, true)).limit(1);
    const openId = await somebody();
    await act({ act: 'staff-job', jobId: job?.id, managerIds: [openId] });
    await sync.engine.round();
    const managers = await database.db
      .select()
      .from(jobMembers)
      .where(sql`job_id = ${job?.id} and role = 'manager'`);
    expect(managers.map((member) => member.openId)).toEqual([openId]);
    expect(await feed()).toContainEqual(
      expect.objectContaining({ entity: 'job', entityId: job?.id, change: 'updated' }),
    );
  });

  it('finds what was deleted by comparing ids, once Feishu says it is gone', async () => {
    const row = await inStep(1);
    await act({ act: 'delete', applicationId: row.id });
    await sync.engine.round();
    expect(await read(row.id)).toBeDefined();
    await jump(31 * 60_000);
    await sync.engine.round();
    expect(await read(row.id)).toBeUndefined();
    expect(await feed()).toContainEqual(
      expect.objectContaining({ entityId: row.id, change: 'deleted' }),
    );
  });

  it('deletes nothing and raises the alarm when far too much is gone', async () => {
    const { rows } = await database.db.execute<{ id: string }>(
      sql`insert into applications (id, job_id, active, outcome)
          select 'gone' || n, '1', true, 'active' from generate_series(1, 60) n returning id`,
    );
    await jump(31 * 60_000);
    await sync.engine.round();
    const [kind] = await database.db
      .select()
      .from(syncCheckpoints)
      .where(eq(syncCheckpoints.kind, 'application_ids'));
    expect(kind?.lastErrorCode).toBe('VANISHED');
    expect(await read(rows[0]?.id ?? '')).toBeDefined();
    await database.db.delete(applications).where(sql`id like 'gone%'`);
  });

  it('learns who locks a talent, and when the lock is gone', async () => {
    const { rows } = await database.db.execute<{ id: string; other: string; talentId: string }>(sql`
      select a.id, b.id as other, a.talent_id as "talentId"
        from applications a join applications b on b.talent_id = a.talent_id and b.id <> a.id
       where a.outcome = 'active' and b.outcome = 'active' order by a.id limit 1`);
    const { id, other, talentId } = rows[0] ?? { id: '', other: '', talentId: '' };
    const locks = async () => [(await read(id))?.lockStatus, (await read(other))?.lockStatus];
    await act({ act: 'lock', applicationId: id });
    await jump(5 * 60_000);
    await sync.engine.round();
    expect(await locks()).toEqual([3, 2]);
    expect(await feed()).toContainEqual({
      entity: 'application',
      entityId: other,
      change: 'updated',
      detail: { what: 'lock' },
    });
    await act({ act: 'unlock', talentId });
    await jump(5 * 60_000);
    await sync.engine.round();
    expect(await locks()).toEqual([1, 1]);
  });

  it('takes up a stage that moved to another step, visits and all', async () => {
    const row = await inStep(2);
    await database.db
      .update(stages)
      .set({ type: 4, step: 4 })
      .where(eq(stages.id, row.stageId ?? ''));
    await database.db.execute(
      sql`update stage_visits set step = 4 where stage_id = ${row.stageId}`,
    );
    await database.db.execute(sql`
      update applications set step = 4, furthest_step = greatest(furthest_step, 4)
       where stage_id = ${row.stageId}`);
    await jump(31 * 60_000);
    await sync.engine.round();
    expect(await read(row.id)).toMatchObject({ step: 2 });
  });
});

describe('a round that meets a fault', () => {
  it('names the kind and the code, goes on with the others, and recovers', async () => {
    const row = await inStep(1);
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.evaluation.list',
      status: 400,
      code: 1002002,
    });
    const stageId = await stageOf(row.jobId, 2);
    await act({ act: 'move', applicationId: row.id, stageId });
    await sync.engine.round();
    expect(await read(row.id)).toMatchObject({ stageId });
    const [failing] = await database.db.select().from(mirrorState);
    expect(failing?.failingCode).toBe('1002002');
    await jump(2 * 60_000);
    await sync.engine.round();
    const [healed] = await database.db.select().from(mirrorState);
    expect(healed?.failingCode).toBeNull();
    const rows = await database.db.select().from(syncCheckpoints);
    expect(rows.filter(({ lastErrorCode }) => lastErrorCode !== null)).toEqual([]);
  });
});

/** Somebody who is on no team and in no interview of this test's own making. */
async function somebody(): Promise<string> {
  const { rows } = await database.db.execute<{ id: string }>(
    sql`select open_id as id from people where active = 1 order by open_id desc limit 1`,
  );
  return rows[0]?.id ?? '';
}
