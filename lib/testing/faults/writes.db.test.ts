import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { POST as addNote } from '@/app/api/applications/[id]/notes/route';
import { POST as move } from '@/app/api/applications/[id]/stage/route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { type FaultDeps, faultScene } from './scene';

const scene = faultScene({ size: 150, seed: 17 });
const { database, sandbox, rounds } = scene;
const server = testServer(database, sandbox);

let deps: FaultDeps;
beforeAll(async () => {
  deps = await scene.deps();
  await scene.round(await scene.start(deps));
});
beforeEach(async () => {
  await sandbox.control('DELETE', '/requests');
});

type Movable = { id: string; from: string; to: string };
/** Active and unlocked, in the first step, with the next stage of its process. */
async function movable(limit: number): Promise<Movable[]> {
  const { rows } = await database.db.execute<Movable>(sql`
    select a.id, a.stage_id as "from", min(s.id) as "to"
      from applications a join jobs j on j.id = a.job_id
      join stages s on s.process_id = j.process_id and s.step = 2
     where a.outcome = 'active' and a.step = 1 and coalesce(a.lock_status, 1) = 1
     group by a.id order by a.id limit ${limit}`);
  return rows;
}

/** Pressed again with the same request, as a person does who is told to look again. */
async function until(ok: (status: number) => boolean, ask: () => Promise<Response>) {
  for (let tries = 0; tries < 12; tries += 1) {
    const { status } = await ask();
    if (ok(status)) return status;
  }
  throw new Error('Never an answer that says what happened');
}

const EACH = 6;
const effects = async (kind: string) => (await sandbox.requests()).effects[kind] ?? 0;
const fact = async (id: string) =>
  (await sandbox.control('GET', `/facts/applications/${id}`)) as { stageId: string };

describe.each(['before', 'after'] as const)('while connections drop %s a write', (drop) => {
  it.each(rounds)(
    'each is done once or not at all, and everybody is told which (round %i)',
    async (round) => {
      const people = await movable(EACH);
      expect(people).toHaveLength(EACH);
      await scene.fault({ endpoint: '*', drop, rate: scene.whole ? 0.02 : 0.1, seed: round });
      await scene.fault({
        endpoint: 'hire.v1.application.transferStage',
        drop,
        rate: 0.4,
        seed: round,
      });
      await scene.fault({ endpoint: 'hire.v1.note.create', drop, rate: 0.4, seed: round });
      const answers = await Promise.all(
        people.map(async ({ id, from, to }) => {
          const body = { toStageId: to, expectedStageId: from, requestId: randomUUID() };
          const call = { as: TEST_ADMIN, method: 'POST', params: { id } };
          // A request that was not done stays not done under its id.
          const moved = await until(
            (status) => status === 200 || status === 409 || status === 503,
            () => server.call(move, { ...call, body }),
          );
          const note = { content: `第 ${round} 轮`, requestId: randomUUID() };
          const noted = await until(
            (status) => status < 500 || status === 503,
            () => server.call(addNote, { ...call, body: note }),
          );
          return { id, to, moved, noted };
        }),
      );
      await sandbox.control('DELETE', '/faults');
      for (const { id, to, moved } of answers) {
        if (moved === 200) expect((await fact(id)).stageId).toBe(to);
      }
      const moves = answers.filter(({ moved }) => moved === 200).length;
      expect(await effects('application.moved')).toBeGreaterThanOrEqual(moves);
      expect(await effects('application.moved')).toBeLessThanOrEqual(EACH);
      expect(await effects('note.created')).toBeLessThanOrEqual(EACH);
      expect(await scene.heal(deps)).toEqual([]);
    },
  );
});
