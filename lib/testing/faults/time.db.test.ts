import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { mirrorState } from '@/lib/server/db/schema/operations';
import { emptyDatabase } from '@/lib/testing/database';
import { mulberry32 } from '@/lib/testing/populate';
import { randomPeople } from './acts';
import { faultScene } from './scene';

const SOON = { timeout: 20_000, interval: 10 };
const HOUR = 3_600_000;
const scene = faultScene({ size: 160, seed: 9 });
const { database, sandbox, rounds } = scene;
beforeEach(async () => {
  await emptyDatabase(database);
  await sandbox.control('DELETE', '/faults');
});

const allIds = async () => {
  const { rows } = await database.db.execute<{ id: string }>(
    sql`select id from applications order by id`,
  );
  return rows.map(({ id }) => id);
};

describe('what people do in Feishu', () => {
  it.each(rounds)('while everything is read shifts no page away (round %i)', async (round) => {
    const deps = await scene.deps();
    const sync = await scene.start(deps);
    const reading = scene.round(sync);
    await expect.poll(async () => (await allIds()).length, SOON).toBeGreaterThan(60);
    const people = await randomPeople(sandbox, await allIds(), mulberry32(round));
    const done = new Set<string>();
    for (let n = 0; n < 40; n += 1) done.add(await people.act());
    await reading;
    expect(done.size).toBeGreaterThan(6);
    expect(await scene.heal(deps)).toEqual([]);
  });

  it.each(rounds)('between rounds arrives with the next ones (round %i)', async (round) => {
    const deps = await scene.deps();
    const sync = await scene.start(deps);
    await scene.round(sync);
    const people = await randomPeople(sandbox, await allIds(), mulberry32(1000 + round));
    for (let n = 0; n < 5; n += 1) {
      for (let acts = 0; acts < 8; acts += 1) await people.act();
      await scene.round(sync);
    }
    expect(await scene.heal(deps)).toEqual([]);
  });
});

describe('our clock', () => {
  it.each(
    rounds.flatMap((round) => [
      [round, HOUR],
      [round, -HOUR],
    ]),
  )('may step while everything is read and after (round %i, %i ms)', async (round, step) => {
    const deps = await scene.deps();
    const random = mulberry32(2000 + round);
    const sync = await scene.start(deps);
    const reading = scene.round(sync);
    await expect
      .poll(async () => (await allIds()).length, SOON)
      .toBeGreaterThan(20 + random() * 60);
    deps.clock.step(step);
    await reading;
    const people = await randomPeople(sandbox, await allIds(), random);
    for (let n = 0; n < 10; n += 1) await people.act();
    await scene.round(sync);
    deps.clock.step(-step);
    for (let n = 0; n < 10; n += 1) await people.act();
    await scene.round(sync);
    expect(await scene.heal(deps)).toEqual([]);
  });
});

describe('another world behind the same app', () => {
  it.each(rounds)('starts the mirror anew, at whatever point (round %i)', async (round) => {
    const deps = await scene.deps();
    const sync = await scene.start(deps);
    const reading = scene.round(sync);
    const until = mulberry32(3000 + round)() * 140;
    await expect.poll(async () => (await allIds()).length, SOON).toBeGreaterThanOrEqual(until);
    await sandbox.control('POST', '/reset', {
      seed: 50 + round,
      size: 120,
      now: deps.clock.now(),
    });
    await reading;
    expect(await scene.heal(deps)).toEqual([]);
    const [state] = await database.db.select().from(mirrorState);
    expect(state).toMatchObject({ restartedBecause: 'tenant_changed' });
    expect(await allIds()).toHaveLength(120);
  });
});
