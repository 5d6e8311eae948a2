import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST } from '@/app/api/webhooks/feishu/route';
import { eventInbox } from '@/lib/server/db/schema/events';
import { dispatchDue } from '@/lib/server/events/dispatch';
import { refreshTarget } from '@/lib/server/sync/refresh-target';
import { testCallback } from '@/lib/testing/callback-server';
import { mulberry32 } from '@/lib/testing/populate';
import { testServer } from '@/lib/testing/session';
import { randomPeople } from './acts';
import { type FaultDeps, faultScene } from './scene';

const scene = faultScene({ size: 120, seed: 13 });
const { database, sandbox, rounds } = scene;
testServer(database, sandbox);
const callback = testCallback(POST);

let deps: FaultDeps;
beforeAll(async () => {
  deps = await scene.deps();
  await scene.round(await scene.start(deps));
  await sandbox.control('PUT', '/events/subscription', { url: callback.url });
});

type Counts = { counts: Record<string, number> };
/** Nothing of the sandbox's events is under way any more. */
const delivered = () =>
  expect.poll(
    async () => {
      const { counts } = (await sandbox.control('GET', '/events/deliveries')) as Counts;
      return (counts.waiting ?? 0) + (counts.sending ?? 0);
    },
    { timeout: 20_000, interval: 20 },
  );

const workOff = () =>
  dispatchDue(
    {
      ...deps,
      clock: { ...deps.clock, now: Date.now },
      refresh: (target, signal) => refreshTarget(deps, target, signal),
    },
    new AbortController().signal,
  );

describe('events', () => {
  it.each(rounds)(
    'sent five times, in any order, one in ten never, leave the mirror as the world (round %i)',
    async (round) => {
      await sandbox.control('PUT', '/events/delivery', {
        duplicate: 5,
        shuffle: true,
        dropRate: 0.1,
      });
      const { rows } = await database.db.execute<{ id: string }>(
        sql`select id from applications order by id`,
      );
      const ids = rows.map(({ id }) => id);
      const people = await randomPeople(sandbox, ids, mulberry32(round));
      for (let n = 0; n < 40; n += 1) {
        await people.act();
        if (n % 10 === 9) await workOff();
      }
      await delivered().toBe(0);
      while ((await workOff()) > 0);
      const inbox = await database.db.select().from(eventInbox);
      expect(inbox.length).toBeGreaterThan(5);
      expect(inbox.filter(({ state }) => state === 'failed' || state === 'waiting')).toEqual([]);
      expect(await scene.heal(deps)).toEqual([]);
    },
  );
});
