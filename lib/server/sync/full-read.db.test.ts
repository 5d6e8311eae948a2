import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { applications, stageVisits } from '@/lib/server/db/schema/applications';
import { changes, mirrorState, syncCheckpoints } from '@/lib/server/db/schema/operations';
import { stages } from '@/lib/server/db/schema/organisation';
import {
  evaluations,
  interviewRecords,
  interviews,
  offers,
} from '@/lib/server/db/schema/process-records';
import { talents } from '@/lib/server/db/schema/talents';
import { openSalary } from '@/lib/server/mirror/offers';
import { openContact } from '@/lib/server/mirror/talents';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import { readWhole, startSync, syncDepsFor, type TestSync } from '@/lib/testing/sync-run';
import { requestFullRead } from './checkpoints';
import type { SyncDeps } from './deps';

const database = testDatabase();
const sandbox = testSandbox({ size: 200, seed: 7 });

type Fact = {
  id: string;
  jobId: string;
  talentId: string;
  stageId: string;
  stage: { type: number };
  active: boolean;
  sourceId: string;
  createdAt: number;
  modifiedAt: number;
  terminationType: number | null;
  terminationReasonIds: string[];
  offerStatus: number | null;
  stageTimes: { stageId: string; enter: number; exit: number | null }[];
};
type TalentFact = { name: string; mobile: string; mobileCode: string; email: string };
type Evaluation = {
  id: string;
  evaluatorId: string;
  submitted: boolean;
  conclusion: number | null;
};
type Interview = {
  id: string;
  begin: number;
  cancelled: boolean;
  records: {
    id: string;
    interviewerId: string;
    submitted: boolean;
    submittedAt: number | null;
    dimensions: { dimensionId: string; score: number }[];
  }[];
};

let sync: TestSync;
let deps: SyncDeps;
beforeAll(async () => {
  deps = await syncDepsFor(database, sandbox);
  sync = await startSync(deps);
  await readWhole(sync);
});

// The sandbox's facts are its own records as JSON; each test names the fields it reads.
const fact = async <T>(path: string): Promise<T> =>
  (await sandbox.control('GET', `/facts/${path}`)) as T;

const summaries = async () => {
  const rows = await database.db.select().from(syncCheckpoints).orderBy(syncCheckpoints.kind);
  return rows.map(({ kind, state, summary }) => ({ kind, state, ...summary }));
};

describe('a full read', () => {
  it('finishes every kind and says the mirror is complete', async () => {
    const read = await summaries();
    expect(read.map(({ state }) => state)).toEqual(Array(9).fill('done'));
    const [state] = await database.db.select().from(mirrorState);
    expect(state).toMatchObject({ appId: sandbox.appId, sandbox: true, failingCode: null });
    expect(state?.completeAt).not.toBeNull();
  });

  it('counts every board as Feishu does', async () => {
    const { boards } = await fact<{
      boards: { jobId: string; stages: { stageId: string; active: number; ended: number }[] }[];
    }>('boards');
    const expected = boards.flatMap((board) =>
      board.stages.map(({ stageId, active, ended }) => ({
        jobId: board.jobId,
        stageId,
        active,
        ended,
      })),
    );
    const found = await database.db.execute<{
      jobId: string;
      stageId: string;
      active: number;
      ended: number;
    }>(sql`
      select j.id as "jobId", s.id as "stageId",
             (count(a.id) filter (where a.outcome <> 'ended'))::int as active,
             (count(a.id) filter (where a.outcome = 'ended'))::int as ended
        from jobs j join stages s on s.process_id = j.process_id
        left join applications a on a.job_id = j.id and a.stage_id = s.id
       group by 1, 2`);
    const order = (rows: typeof expected) =>
      rows.toSorted((a, b) => (a.jobId + a.stageId < b.jobId + b.stageId ? -1 : 1));
    expect(order(found.rows)).toEqual(order(expected));
  });

  it('gives the funnel of the whole world', async () => {
    // The sandbox's truth is computed from its own records, not through the API.
    const truth = (await sandbox.control('GET', '/truth')) as {
      active: number;
      hired: number;
      ended: number;
      accidentalVisits: number;
      steps: {
        step: number;
        reached: number;
        passed: number;
        dropped: number;
        inProgress: number;
      }[];
    };
    const totals = await database.db.execute(sql`
      select (count(*) filter (where outcome = 'active'))::int as active,
             (count(*) filter (where outcome = 'hired'))::int as hired,
             (count(*) filter (where outcome = 'ended'))::int as ended,
             (select count(*)::int from stage_visits where accidental) as "accidentalVisits"
        from applications`);
    expect(truth).toMatchObject(totals.rows[0] ?? {});
    const steps = await database.db.execute(sql`
      select step,
             (count(*) filter (where furthest_step >= step_of.step))::int as reached,
             (count(*) filter (where furthest_step > step_of.step))::int as passed,
             (count(*) filter (where furthest_step = step_of.step and outcome = 'ended'))::int
               as dropped,
             (count(*) filter (where furthest_step = step_of.step and outcome = 'active'))::int
               as "inProgress"
        from generate_series(1, 7) as step_of(step) cross join
             (select furthest_step, outcome from applications) a
       group by step order by step`);
    expect(truth.steps).toMatchObject(steps.rows);
    expect(truth.active * truth.hired * truth.ended).toBeGreaterThan(0);
  });

  it('holds every application with its history', async () => {
    const rows = await database.db.select().from(applications);
    expect(rows).toHaveLength(200);
    for (const row of rows) {
      const world = await fact<Fact>(`applications/${row.id}`);
      expect(row).toMatchObject({
        jobId: world.jobId,
        talentId: world.talentId,
        stageId: world.stageId,
        active: world.active,
        sourceId: world.sourceId,
        createdAt: new Date(world.createdAt),
        modifiedAt: new Date(world.modifiedAt),
        terminationType: world.active ? null : world.terminationType,
        terminationReasonIds: world.active ? [] : world.terminationReasonIds,
        outcome: !world.active ? 'ended' : world.stage.type === 7 ? 'hired' : 'active',
        endedAt: world.active ? null : new Date(world.modifiedAt),
        endedPrecision: world.active ? null : 'latest',
        stageEnteredAt: new Date(world.stageTimes.at(-1)?.enter ?? 0),
      });
      const visits = await database.db
        .select()
        .from(stageVisits)
        .where(eq(stageVisits.applicationId, row.id))
        .orderBy(stageVisits.seq);
      expect(
        visits.map(({ stageId, enteredAt, exitedAt }) => [stageId, enteredAt, exitedAt]),
      ).toEqual(
        world.stageTimes.map(({ stageId, enter, exit }) => [
          stageId,
          new Date(enter),
          exit === null ? null : new Date(exit),
        ]),
      );
    }
  });

  it('says of every active application whose turn it is, of no other', async () => {
    const rows = await database.db.select().from(applications);
    for (const row of rows) {
      expect(row.turnParty === null, row.id).toBe(row.outcome !== 'active');
    }
  });

  it('holds every talent, contact sealed and masked', async () => {
    const rows = await database.db.select().from(talents);
    const named = await database.db.execute<{ n: number }>(
      sql`select count(distinct talent_id)::int as n from applications`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(named.rows[0]?.n ?? 0);
    for (const row of rows) {
      const world = await fact<TalentFact>(`talents/${row.id}`);
      expect(row.name).toBe(world.name);
      expect(openContact(deps.crypto, row.id, 'phone', row.phoneSealed ?? '')).toBe(world.mobile);
      expect(openContact(deps.crypto, row.id, 'email', row.emailSealed ?? '')).toBe(world.email);
      expect(row.phoneHash).toBe(deps.crypto.lookup.phone(world.mobile, world.mobileCode));
      expect(row.searchText).toContain(world.name.toLowerCase());
      const stored = JSON.stringify(row);
      expect(stored.includes(world.mobile) || stored.includes(world.email)).toBe(false);
    }
  });

  it('holds every evaluation, interview and score', async () => {
    const rows = await database.db.select({ id: applications.id }).from(applications);
    let seen = 0;
    for (const { id } of rows) {
      const world = await fact<{ evaluations: Evaluation[] }>(`applications/${id}/evaluations`);
      const mirrored = await database.db
        .select()
        .from(evaluations)
        .where(eq(evaluations.applicationId, id));
      expect(mirrored.map(shortEvaluation).toSorted()).toEqual(
        world.evaluations.map(shortEvaluation).toSorted(),
      );
      const { interviews: arranged } = await fact<{ interviews: Interview[] }>(
        `applications/${id}/interviews`,
      );
      const held = arranged.filter(({ cancelled }) => !cancelled);
      seen += held.length;
      const found = await database.db
        .select()
        .from(interviews)
        .where(eq(interviews.applicationId, id));
      expect(found.map((row) => `${row.id} ${row.beginAt.getTime()}`).toSorted()).toEqual(
        held.map((interview) => `${interview.id} ${interview.begin}`).toSorted(),
      );
      const records = await database.db
        .select()
        .from(interviewRecords)
        .where(eq(interviewRecords.applicationId, id));
      expect(records.map(shortRecord).toSorted()).toEqual(
        held
          .flatMap((interview) => interview.records)
          .map((record) => shortRecord({ ...record, submittedAt: dateOf(record.submittedAt) }))
          .toSorted(),
      );
    }
    expect(seen).toBeGreaterThan(20);
  });

  it('holds the offer of everybody who has one, pay sealed', async () => {
    const rows = await database.db.select({ id: applications.id }).from(applications);
    const mirrored = await database.db.select().from(offers);
    const statusOf = new Map(mirrored.map((offer) => [offer.applicationId, offer.status]));
    for (const { id } of rows) {
      const world = await fact<Fact>(`applications/${id}`);
      expect(statusOf.get(id) ?? null, id).toBe(world.offerStatus);
    }
    expect(mirrored.length).toBeGreaterThan(3);
    for (const offer of mirrored) {
      expect(openSalary(deps.crypto, offer.id, offer.salarySealed ?? '').basic).toMatch(/^\d+$/);
    }
  });

  it('knows every stage by its step', async () => {
    const rows = await database.db.select().from(stages);
    for (const { type, step } of rows) if (type >= 1 && type <= 7) expect(step).toBe(type);
  });
});

describe('a second full read', () => {
  it('finds everything unchanged, writes no row and tells no screen', async () => {
    const before = await fingerprint();
    await database.db.delete(changes);
    await requestFullRead(database.db);
    await readWhole(sync);
    const read = await summaries();
    for (const kind of read) {
      expect(kind).toMatchObject({ state: 'done', added: 0, updated: 0, deleted: 0 });
    }
    expect(read.find(({ kind }) => kind === 'applications')).toMatchObject({ unchanged: 200 });
    expect(await database.db.select().from(changes)).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });
});

/** PostgreSQL's own row version: it differs for every row that was written. */
async function fingerprint(): Promise<unknown[]> {
  const { rows } = await database.db.execute(sql`
    select 'applications' as t, id, xmin::text from applications
    union all select 'talents', id, xmin::text from talents
    union all select 'evaluations', id, xmin::text from evaluations
    union all select 'interviews', id, xmin::text from interviews
    union all select 'interview_records', id, xmin::text from interview_records
    union all select 'offers', id, xmin::text from offers
    union all select 'jobs', id, xmin::text from jobs
    order by 1, 2`);
  return rows;
}

const dateOf = (ms: number | null) => (ms === null ? null : new Date(ms));

const shortEvaluation = (row: Evaluation) =>
  `${row.id} ${row.evaluatorId} ${row.submitted} ${row.submitted ? row.conclusion : null}`;

type ShortRecord = {
  id: string;
  interviewerId: string;
  submitted: boolean;
  submittedAt: Date | null;
  dimensions: { score: number | null }[];
};
const shortRecord = (row: ShortRecord) =>
  [
    row.id,
    row.interviewerId,
    row.submitted,
    row.submittedAt?.getTime(),
    row.submitted ? row.dimensions.map(({ score }) => score).join('/') : '',
  ].join(' ');
