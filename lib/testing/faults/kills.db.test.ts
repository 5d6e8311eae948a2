import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '@/lib/testing/database';
import { checkedMirror } from '@/lib/testing/mirror-check';
import { mulberry32 } from '@/lib/testing/populate';
import { appEnvironment, CALLS_OF_A_READ } from './app-environment';
import { type Running, startApp } from './process';
import { faultScene } from './scene';

const scene = faultScene({ size: 120, seed: 23, now: new Date().toISOString() });
const { database, sandbox, rounds } = scene;
const check = checkedMirror(database, sandbox);

const running: Running[] = [];
const start = () => {
  const app = startApp(appEnvironment(database.url, sandbox));
  running.push(app);
  return app;
};
beforeEach(async () => {
  await emptyDatabase(database);
  // Takes limits off, as every reading of this file's world does.
  await scene.deps();
  await sandbox.control('DELETE', '/requests');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.kill()));
});

const SOON = { timeout: 60_000, interval: 10 };
const calls = async () => {
  const { byEndpoint } = await sandbox.requests();
  return Object.values(byEndpoint).reduce((sum, { count }) => sum + count, 0);
};
const complete = async () => {
  const { rows } = await database.db.execute<{ done: boolean }>(
    sql`select complete_at is not null as done from mirror_state`,
  );
  return rows[0]?.done ?? false;
};

describe('kill -9 of the app', () => {
  it.each(rounds)(
    'at any point of the first reading loses nothing and doubles nothing (round %i)',
    { timeout: 180_000 },
    async (round) => {
      const random = mulberry32(4000 + round);
      for (let kills = 0; kills < 3; kills += 1) {
        const before = await calls();
        const at = before + Math.ceil(random() * (CALLS_OF_A_READ / 3));
        const app = start();
        await expect.poll(async () => (await calls()) >= at || (await complete()), SOON).toBe(true);
        await app.kill();
      }
      start();
      await expect.poll(complete, SOON).toBe(true);
      await expect
        .poll(() => check.differences(), { timeout: 60_000, interval: 1_000 })
        .toEqual([]);
      const { rows } = await database.db.execute<{ fence: number }>(
        sql`select fence::int as fence from leases`,
      );
      expect(rows).toEqual([{ fence: 4 }]);
    },
  );
});
