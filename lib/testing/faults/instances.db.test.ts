import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '@/lib/testing/database';
import { checkedMirror } from '@/lib/testing/mirror-check';
import { appEnvironment } from './app-environment';
import { type Running, startApp } from './process';
import { faultScene } from './scene';

/** Slow enough that the limits bind, and a reading does not end before anybody is killed. */
const SCALE = 4;
const TAKEN_OVER_WITHIN_MS = 30_000;
const LONG = { timeout: 240_000 };
const SOON = { timeout: 90_000, interval: 20 };

const scene = faultScene({ size: 260, seed: 27, now: new Date().toISOString() });
const { database, sandbox } = scene;
const check = checkedMirror(database, sandbox);

const apps: Running[] = [];
const start = () => {
  const app = startApp(appEnvironment(database.url, sandbox, SCALE));
  apps.push(app);
  return app;
};
beforeEach(async () => {
  await emptyDatabase(database);
  await sandbox.control('PUT', '/limits', { scale: SCALE });
  await sandbox.control('DELETE', '/requests');
});
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.kill()));
});

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
const lease = async () => {
  const { rows } = await database.db.execute<{ holder: string; fence: number }>(
    sql`select holder, fence::int as fence from leases where name = 'sync'`,
  );
  return rows[0];
};
/** The instance that synchronises. */
async function holder(): Promise<Running> {
  const pid = (await lease())?.holder.split('/')[1];
  const app = apps.find((one) => String(one.pid) === pid);
  if (!app) throw new Error('Nobody that runs here synchronises');
  return app;
}
const fence = async () => (await lease())?.fence ?? 0;

/** People who open applications on every instance, until told to stop; answers what went wrong. */
function people(signal: AbortSignal): Promise<string[]> {
  const wrong: string[] = [];
  const used = async (app: Running) => {
    await app.line(/^ready/);
    while (!signal.aborted && !app.ended()) {
      const { rows } = await database.db.execute<{ id: string }>(
        sql`select id from applications order by random() limit 1`,
      );
      const id = rows[0]?.id;
      if (id === undefined) {
        await setTimeout(100);
        continue;
      }
      const answer = app.message();
      app.send({ get: id });
      const said = await Promise.race([answer, app.gone.then(() => ({}))]);
      if (typeof said === 'object' && said !== null && 'error' in said) wrong.push(`${said.error}`);
      await setTimeout(150);
    }
  };
  return Promise.all(apps.map(used)).then(() => wrong);
}

async function noLimitWasExceeded(): Promise<void> {
  const { byEndpoint } = await sandbox.requests();
  const limited = Object.entries(byEndpoint).filter(([, { limited: n }]) => n > 0);
  expect(limited).toEqual([]);
}

describe('three instances on one database', () => {
  it(
    'keep the limits together, and go on where the one that synchronised was killed',
    LONG,
    async () => {
      start();
      await expect.poll(calls, SOON).toBeGreaterThan(10);
      start();
      start();
      const stopping = new AbortController();
      const used = people(stopping.signal);
      for (const [at, fenced] of [
        [120, 2],
        [300, 3],
      ] as const) {
        await expect.poll(async () => (await calls()) >= at || (await complete()), SOON).toBe(true);
        const killedAt = performance.now();
        await (await holder()).kill();
        await expect.poll(fence, SOON).toBe(fenced);
        expect(performance.now() - killedAt).toBeLessThan(TAKEN_OVER_WITHIN_MS);
      }
      await expect.poll(complete, SOON).toBe(true);
      await noLimitWasExceeded();
      stopping.abort();
      expect(await used).toEqual([]);
      await expect
        .poll(() => check.differences(), { timeout: 90_000, interval: 2_000 })
        .toEqual([]);
    },
  );

  it.runIf(scene.whole)('let one that hung and comes back write nothing more', LONG, async () => {
    const stale = start();
    await expect.poll(calls, SOON).toBeGreaterThan(60);
    start();
    stale.signal('SIGSTOP');
    const stoppedAt = performance.now();
    await expect.poll(fence, SOON).toBe(2);
    // Renewed up to eight seconds before it stopped: it is never longer than this.
    expect(performance.now() - stoppedAt).toBeLessThan(TAKEN_OVER_WITHIN_MS);
    stale.signal('SIGCONT');
    await stale.line(/LeaseLostError|Another instance synchronises/);
    await expect.poll(complete, SOON).toBe(true);
    await noLimitWasExceeded();
    expect(await fence()).toBe(2);
    await expect.poll(() => check.differences(), { timeout: 90_000, interval: 2_000 }).toEqual([]);
  });
});
