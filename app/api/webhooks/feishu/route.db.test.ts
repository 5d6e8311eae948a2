import { and, eq, lt, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { applications } from '@/lib/server/db/schema/applications';
import { eventInbox } from '@/lib/server/db/schema/events';
import { changes } from '@/lib/server/db/schema/operations';
import { offers } from '@/lib/server/db/schema/process-records';
import { talents } from '@/lib/server/db/schema/talents';
import { dispatchDue } from '@/lib/server/events/dispatch';
import { HANDLERS } from '@/lib/server/events/handlers';
import { replayFailed } from '@/lib/server/events/inbox';
import { refreshTarget } from '@/lib/server/sync/refresh-target';
import { testCallback } from '@/lib/testing/callback-server';
import { testDatabase } from '@/lib/testing/database';
import { mirroredWorld } from '@/lib/testing/mirrored-world';
import { testSandbox } from '@/lib/testing/sandbox';
import { testServer } from '@/lib/testing/session';
import { syncDepsFor } from '@/lib/testing/sync-run';
import { POST } from './route';

const GET_BODY = 'hire.v1.application.get';
const database = testDatabase();
const sandbox = testSandbox({ size: 300, seed: 5 });
testServer(database, sandbox);
mirroredWorld(database, sandbox);
const callback = testCallback(POST);

let deps: Awaited<ReturnType<typeof syncDepsFor>>;
beforeAll(async () => {
  deps = await syncDepsFor(database, sandbox);
  await sandbox.control('PUT', '/events/subscription', {
    url: callback.url,
    // Without those of tagged talents, which come along with others.
    eventTypes: [...HANDLERS.keys()].filter((type) => !type.includes('tag_subscription')),
  });
});
beforeEach(async () => {
  await sandbox.control('DELETE', '/faults');
  await sandbox.control('DELETE', '/requests');
  await sandbox.control('PUT', '/events/delivery', { paused: false, duplicate: 0 });
  await database.db.delete(eventInbox);
  await database.db.delete(changes);
});

const inbox = () => database.db.select().from(eventInbox).orderBy(eventInbox.receivedAt);
/** Until Feishu was told that the events so far have arrived. */
const arrived = (n: number) =>
  vi.waitFor(async () => expect(await inbox()).toHaveLength(n), { timeout: 5_000, interval: 20 });
/** The inbox lives in real time, the mirror in the world's. */
let ahead = 0;
const now = () => Date.now() + ahead;
const work = () =>
  dispatchDue(
    {
      ...deps,
      clock: { ...deps.clock, now },
      refresh: (target, signal) => refreshTarget(deps, target, signal),
    },
    new AbortController().signal,
  );
const act = (what: Record<string, unknown>) => sandbox.control('POST', '/acts', what);
const read = async (id: string) => {
  const [row] = await database.db.select().from(applications).where(eq(applications.id, id));
  return row;
};
/** An active application in its first step, with the stage it may move to. */
async function mover(): Promise<{ id: string; to: string; talentId: string }> {
  const { rows } = await database.db.execute<{ id: string; to: string; talentId: string }>(sql`
    select a.id, s.id as to, a.talent_id as "talentId" from applications a
      join jobs j on j.id = a.job_id join stages s on s.process_id = j.process_id
     where a.outcome = 'active' and a.step = 1 and s.step = 2
       and coalesce(a.lock_status, 1) = 1 order by a.id limit 1`);
  const [row] = rows;
  if (!row) throw new Error('Nobody is left in the first step');
  return row;
}

describe('POST /api/webhooks/feishu', () => {
  it('mirrors a move from its event alone, and tells live screens once', async () => {
    const { id, to } = await mover();
    await act({ act: 'move', applicationId: id, stageId: to });
    await arrived(1);
    await work();
    expect((await read(id))?.stageId).toBe(to);
    expect(await inbox()).toMatchObject([{ state: 'done', via: 'webhook', attempts: 1 }]);
    const told = await database.db.select().from(changes).where(eq(changes.entityId, id));
    expect(told).toMatchObject([{ change: 'updated', detail: { what: 'stage', to } }]);
  });

  it('takes an event once, however often it is delivered', async () => {
    const { id, to } = await mover();
    await sandbox.control('PUT', '/events/delivery', { duplicate: 4 });
    await act({ act: 'move', applicationId: id, stageId: to });
    await vi.waitFor(async () => expect(await acknowledged()).toBe(5), {
      timeout: 5_000,
    });
    expect(await inbox()).toHaveLength(1);
    await work();
    expect((await sandbox.requests()).byEndpoint[GET_BODY]?.count).toBe(1);
  });

  it('reads a record once for many events, and ends where Feishu is, in whatever order they come', async () => {
    const { id, to } = await mover();
    const from = (await read(id))?.stageId ?? '';
    await sandbox.control('PUT', '/events/delivery', { shuffle: true, paused: true });
    for (const stageId of [to, from, to]) await act({ act: 'move', applicationId: id, stageId });
    await sandbox.control('PUT', '/events/delivery', { paused: false });
    await arrived(3);
    await work();
    expect((await read(id))?.stageId).toBe(to);
    expect((await sandbox.requests()).byEndpoint[GET_BODY]?.count).toBe(1);
    await sandbox.control('PUT', '/events/delivery', { shuffle: false });
  });

  it('takes away an application and a talent that were deleted', async () => {
    const { id } = await mover();
    await act({ act: 'delete', applicationId: id });
    await arrived(1);
    await work();
    expect(await read(id)).toBeUndefined();
    const { talentId } = await mover();
    await act({ act: 'delete-talent', talentId });
    await arrived(3);
    await work();
    expect(await database.db.select().from(talents).where(eq(talents.id, talentId))).toEqual([]);
    const left = eq(applications.talentId, talentId);
    expect(await database.db.select().from(applications).where(left)).toEqual([]);
  });

  it('follows the status of an offer', async () => {
    const [offer] = await database.db
      .select({ id: offers.id, applicationId: offers.applicationId })
      .from(offers)
      .innerJoin(applications, eq(applications.id, offers.applicationId))
      .where(and(lt(offers.status, 7), eq(applications.outcome, 'active')));
    await act({ act: 'offer-status', offerId: offer?.id, status: 7 });
    await arrived(1);
    await work();
    const [now] = await database.db
      .select()
      .from(offers)
      .where(eq(offers.id, offer?.id ?? ''));
    expect(now?.status).toBe(7);
  });

  it('tries an event that fails again, then leaves it to a person, who can replay it', async () => {
    const { id, to } = await mover();
    await sandbox.control('POST', '/faults', {
      endpoint: GET_BODY,
      status: 400,
      code: 99991672,
      times: 8,
    });
    await act({ act: 'move', applicationId: id, stageId: to });
    await arrived(1);
    for (let round = 0; round < 8; round += 1) {
      await work();
      ahead += 300_000;
    }
    expect(await inbox()).toMatchObject([{ state: 'failed', attempts: 8, errorCode: '99991672' }]);
    expect((await read(id))?.stageId).not.toBe(to);
    expect(await replayFailed(database.db, new Date(now()))).toBe(1);
    await work();
    expect(await inbox()).toMatchObject([{ state: 'done' }]);
    expect((await read(id))?.stageId).toBe(to);
  });

  it('refuses what Feishu did not sign, and keeps nothing of it', async () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      POST(new Request(callback.url, { method: 'POST', body, headers }));
    expect((await post('{"schema":"2.0","header":{},"event":{}}')).status).toBe(401);
    expect((await post('not json')).status).toBe(401);
    const signature = {
      'x-lark-request-timestamp': String(Math.floor(Date.now() / 1000)),
      'x-lark-request-nonce': 'n',
      'x-lark-signature': '0'.repeat(64),
    };
    expect((await post('{"encrypt":"AAAA"}', signature)).status).toBe(401);
    expect((await post('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
    expect(await inbox()).toEqual([]);
  });
});

const Deliveries = z.object({
  deliveries: z.array(z.object({ eventId: z.string(), state: z.string() })),
});
/** How many copies of the events in the inbox have been acknowledged. */
async function acknowledged(): Promise<number> {
  const kept = new Set((await inbox()).map(({ eventId }) => eventId));
  const all = Deliveries.parse(await sandbox.control('GET', '/events/deliveries?limit=1000'));
  return all.deliveries.filter(
    ({ eventId, state }) => kept.has(eventId) && state === 'acknowledged',
  ).length;
}
