import { beforeAll, expect, it } from 'vitest';
import { loadActor } from '@/lib/server/auth/load-actor';
import { createSession, endSession } from '@/lib/server/auth/sessions';
import { recordChanges } from '@/lib/server/mirror/changes';
import { mirrorTransaction } from '@/lib/server/mirror/transaction';
import { runtime } from '@/lib/server/runtime';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { testServer } from '@/lib/testing/session';
import { followChanges } from './follow-changes';

const database = testDatabase();
testServer(database);
const company = createCompany(new Date());
const recruiter = company.person();
const job = company.job({ recruiterId: recruiter.openId });
beforeAll(() => company.insert(database.db));

async function follow(beatMs: number) {
  const sessionId = await createSession(database.db, recruiter.openId);
  const look = () => loadActor(database.db, { sessionId, name: '', enName: '' }, []);
  const actor = await look();
  if (!actor) throw new Error('Nobody');
  const stopping = new AbortController();
  const stream = followChanges({ actor, look, beatMs }, stopping.signal);
  const next = async () => (await stream.next()).value;
  const ready = async () => {
    while ((await next())?.event !== 'ready');
  };
  return { sessionId, stream, next, ready, stop: () => stopping.abort() };
}
const write = () =>
  mirrorTransaction(runtime().db, (tx) =>
    recordChanges(tx, [{ entity: 'job', entityId: job.id, change: 'updated' }], new Date()),
  );

it('beats while nothing happens, and ends when the session does', async () => {
  const { sessionId, next, ready, stream } = await follow(10);
  await ready();
  expect(await next()).toMatchObject({ event: 'beat' });
  await endSession(database.db, sessionId);
  let last = await next();
  while (last?.event === 'beat') last = await next();
  expect(last).toEqual({ event: 'end', data: { why: 'session' } });
  expect((await stream.next()).done).toBe(true);
});

it('ends when its request does, though nothing happens', async () => {
  const { ready, stop, stream } = await follow(60_000);
  await ready();
  const pending = stream.next();
  stop();
  expect((await pending).done).toBe(true);
});

it('gives up a browser that takes nothing while much is told', async () => {
  const [slow, quick] = [await follow(60_000), await follow(60_000)];
  await slow.ready();
  await quick.ready();
  for (let at = 0; at < 35; at += 1) {
    await write();
    expect((await quick.next())?.event).toBe('changes');
  }
  let last = await slow.next();
  let taken = 0;
  for (; last?.event === 'changes'; last = await slow.next()) taken += 1;
  expect(last).toEqual({ event: 'end', data: { why: 'slow' } });
  expect(taken).toBe(30);
  quick.stop();
});

it('says goodbye when the process stops, and takes nobody in any more', async () => {
  const { next, ready } = await follow(60_000);
  await ready();
  runtime().changes?.close();
  expect(await next()).toEqual({ event: 'end', data: { why: 'restart' } });
  const late = await follow(60_000);
  await late.ready();
  expect(await late.next()).toEqual({ event: 'end', data: { why: 'restart' } });
});
