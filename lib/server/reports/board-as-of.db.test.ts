import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everything, own } from '@/lib/server/db/scope';
import { testDatabase } from '@/lib/testing/database';
import { testSandbox } from '@/lib/testing/sandbox';
import {
  readWhole,
  startSync,
  syncDepsFor,
  type TestSync,
  type WorldClock,
} from '@/lib/testing/sync-run';
import { boardAsOf } from './board-as-of';

const HALF_HOUR = 30 * 60_000;
const Board = z.object({
  stages: z.array(z.object({ stageId: z.string(), active: z.number(), ended: z.number() })),
});
type Column = z.infer<typeof Board>['stages'][number];

const database = testDatabase();
const sandbox = testSandbox({ size: 80, seed: 21 });

let sync: TestSync;
let clock: WorldClock;
let jobId: string;
let otherJobId: string;
beforeAll(async () => {
  const deps = await syncDepsFor(database, sandbox);
  clock = deps.clock;
  sync = await startSync(deps);
  await readWhole(sync);
  const { rows } = await database.db.execute<{ id: string }>(sql`
    select j.id from jobs j join applications a on a.job_id = j.id and a.outcome = 'active'
     where j.open group by j.id order by count(*) desc, j.id limit 2`);
  [jobId = '', otherJobId = ''] = rows.map(({ id }) => id);
});
afterAll(() => sync.stop());

const act = (what: Record<string, unknown>) => sandbox.control('POST', '/acts', what);

/** What Feishu's own board of the job shows right now. */
async function realBoard(job: string): Promise<Column[]> {
  const { stages } = Board.parse(await sandbox.control('GET', `/facts/jobs/${job}/board`));
  return tidy(stages);
}
async function pastBoard(job: string, at: number): Promise<Column[]> {
  const columns = await boardAsOf(database.db, everything(), job, new Date(at));
  return tidy(
    columns.map(({ stageId, active, hired, ended }) => ({
      stageId: stageId ?? '',
      active: active + hired,
      ended,
    })),
  );
}
const tidy = (columns: Column[]) =>
  columns
    .filter(({ active, ended }) => active + ended > 0)
    .map(({ stageId, active, ended }) => ({ stageId, active, ended }))
    .toSorted((a, b) => (a.stageId < b.stageId ? -1 : 1));

const activeOnes = async (job: string) => {
  const { rows } = await database.db.execute<{ id: string; stageId: string }>(sql`
    select id, stage_id as "stageId" from applications
     where job_id = ${job} and outcome = 'active' and step < 5 order by id`);
  return rows;
};
const anotherStage = async (job: string, stageId: string) => {
  const { rows } = await database.db.execute<{ id: string }>(sql`
    select s.id from stages s join jobs j on j.process_id = s.process_id
     where j.id = ${job} and s.id <> ${stageId} and s.step < 5 order by s.ordinal limit 1`);
  return rows[0]?.id ?? '';
};

describe('the board as of a past moment', () => {
  it('is what Feishu showed at that moment, all through a day of moves', async () => {
    const people = await activeOnes(jobId);
    const [moved, ended, transferred] = people;
    if (!moved || !ended || !transferred) throw new Error('The board has too few people');
    const there = await anotherStage(jobId, moved.stageId);
    const day: Record<string, unknown>[] = [
      { act: 'move', applicationId: moved.id, stageId: there },
      { act: 'apply', jobId, name: '历史测试' },
      { act: 'terminate', applicationId: ended.id, type: 1 },
      { act: 'move', applicationId: moved.id, stageId: moved.stageId },
      { act: 'recover', applicationId: ended.id },
      { act: 'transfer', applicationId: transferred.id, jobId: otherJobId },
      { act: 'terminate', applicationId: moved.id, type: 22 },
    ];
    const seen: { at: number; board: Column[]; other: Column[] }[] = [];
    const look = async () => {
      seen.push({
        at: clock.now(),
        board: await realBoard(jobId),
        other: await realBoard(otherJobId),
      });
    };
    await look();
    for (const what of day) {
      await jump(HALF_HOUR);
      await act(what);
      await sync.engine.round();
      await jump(60_000);
      await look();
    }
    expect(new Set(seen.map(({ board }) => JSON.stringify(board))).size).toBe(seen.length - 1);
    for (const { at, board, other } of seen) {
      expect(await pastBoard(jobId, at), new Date(at).toISOString()).toEqual(board);
      expect(await pastBoard(otherJobId, at), new Date(at).toISOString()).toEqual(other);
    }
  });

  it('keeps whoever was deleted until they were missed', async () => {
    const [gone] = await activeOnes(jobId);
    const before = await realBoard(jobId);
    await act({ act: 'delete', applicationId: gone?.id });
    await jump(2 * HALF_HOUR);
    await sync.engine.round();
    const now = clock.now();
    expect(await pastBoard(jobId, now - 2 * HALF_HOUR)).toEqual(before);
    expect(await pastBoard(jobId, now)).toEqual(await realBoard(jobId));
    expect(await realBoard(jobId)).not.toEqual(before);
  });

  it('shows an interviewer only whom they see', async () => {
    const [one] = await activeOnes(jobId);
    const scope = own({ jobIds: [], recruiterJobIds: [], assignedIds: [one?.id ?? ''] });
    const columns = await boardAsOf(database.db, scope, jobId, new Date(clock.now()));
    expect(columns).toMatchObject([{ stageId: one?.stageId, active: 1, ended: 0 }]);
  });
});

/** Time goes on, here and in the world. */
async function jump(ms: number): Promise<void> {
  await sandbox.control('PUT', '/clock', { jumpMs: ms });
  clock.jump(ms);
}
