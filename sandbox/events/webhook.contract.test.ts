import { createHash } from 'node:crypto';
import { AESCipher } from '@larksuiteoapi/node-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_APP } from '@/sandbox/app';
import { NOW } from '@/sandbox/contract-support';
import { documentedEvents } from '@/sandbox/platform/contract';
import { checkReply, fieldsIn } from '@/sandbox/platform/response-check';
import { tenantKeyOf } from '@/sandbox/platform/tenant';
import { encrypt } from './envelope';
import { type EventSandbox, startEventSandbox, startReceiver } from './events-support';
import { causedEventTypes } from './hire-event';

let sandbox: EventSandbox;
const receivers: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  sandbox = await startEventSandbox();
});
afterEach(async () => {
  await sandbox.close();
  for (const receiver of receivers.splice(0)) await receiver.close();
});

async function receiver(...options: Parameters<typeof startReceiver>) {
  const started = await startReceiver(...options);
  receivers.push(started);
  return started;
}
const move = () => {
  const row = sandbox.movable();
  return sandbox.act({ act: 'move', applicationId: row.id, stageId: row.nextStageId });
};
const settled = () =>
  expect.poll(async () => (await sandbox.deliveries())[0]?.state, { timeout: 10_000 });

describe('a delivery to a callback address', () => {
  it('is accepted, verified and decrypted by the official dispatcher', async () => {
    const { url, received, requests, logged } = await receiver();
    await sandbox.subscribe({ url });
    const row = sandbox.movable();
    await sandbox.act({ act: 'move', applicationId: row.id, stageId: row.nextStageId });
    await settled().toBe('acknowledged');
    expect(received).toEqual([
      expect.objectContaining({
        schema: '2.0',
        event_id: expect.stringMatching(/^[0-9a-f]{32}$/),
        event_type: 'hire.application.stage_changed_v1',
        create_time: String(NOW),
        token: DEFAULT_APP.verificationToken,
        app_id: DEFAULT_APP.appId,
        tenant_key: tenantKeyOf(sandbox.world),
        application_id: row.id,
        origin_stage_id: row.stageId,
        target_stage_id: row.nextStageId,
        update_time: NOW,
      }),
    ]);
    expect(logged).toEqual([]);
    expect(requests[1]).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-lark-request-timestamp': expect.stringMatching(/^\d{10}$/),
      'x-lark-request-nonce': expect.stringMatching(/^\w+$/),
      'x-lark-signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await sandbox.deliveries())[0]?.attempts).toEqual([
      expect.objectContaining({ via: 'webhook', status: 200, answer: '"success"', afterMs: 0 }),
    ]);
  });

  it('goes in plain and without a signature where there is no Encrypt Key', async () => {
    const { url, received, requests } = await receiver({});
    await sandbox.subscribe({ url, encrypted: false });
    await move();
    await settled().toBe('acknowledged');
    expect(received).toHaveLength(1);
    expect(requests[1]).not.toHaveProperty('x-lark-signature');
  });

  it('is refused by a dispatcher with another key, and by one that misses the signature', async () => {
    const other = await receiver({ encryptKey: 'another-key', autoChallenge: false });
    await sandbox.subscribe({ url: other.url, check: false });
    await move();
    await settled().toBe('acknowledged');
    expect(other.received).toEqual([]);
    expect(other.logged.join()).toContain('verification failed event');
    const keyed = await receiver();
    await sandbox.subscribe({ url: keyed.url, encrypted: false });
    await move();
    await expect.poll(() => keyed.requests.length).toBe(2);
    expect(keyed.received).toEqual([]);
  });

  it('encrypts as the official cipher reads it, and as the documented sample says', () => {
    const text = '{"name":"王小明"}';
    expect(new AESCipher('test key').decrypt(encrypt('test key', text))).toBe(text);
    const sample = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=';
    const iv = Buffer.from(sample, 'base64').subarray(0, 16);
    expect(encrypt('test key', 'hello world', iv)).toBe(sample);
  });

  it('signs the bytes that it sends', async () => {
    let body = '';
    const raw = await receiver({}, (request, response) => {
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => response.end());
      return true;
    });
    await sandbox.subscribe({ url: raw.url, check: false });
    await move();
    await settled().toBe('acknowledged');
    const headers = raw.requests[0];
    const signed = `${headers?.['x-lark-request-timestamp']}${headers?.['x-lark-request-nonce']}${DEFAULT_APP.encryptKey}${body}`;
    expect(headers?.['x-lark-signature']).toBe(createHash('sha256').update(signed).digest('hex'));
    expect(body).toMatch(/^\{"encrypt":"[\w+/=]+"\}$/);
  });
});

describe('retries', () => {
  it('end with the first answer of 200, under the same event id', async () => {
    const { url, received, requests } = await receiver(undefined, (_, response, nth) =>
      nth > 0 && nth < 4 ? Boolean(response.writeHead(nth === 1 ? 503 : 201).end('no')) : false,
    );
    await sandbox.subscribe({ url });
    await sandbox.deliver({ timeScale: 1_000_000 });
    await move();
    await settled().toBe('acknowledged');
    expect(requests).toHaveLength(5);
    expect(received).toHaveLength(1);
    const [delivery] = await sandbox.deliveries();
    expect(delivery?.attempts.map(({ afterMs, status }) => [afterMs, status])).toEqual([
      [0, 503],
      [15_000, 201],
      [300_000, 201],
      [3_600_000, 200],
    ]);
  });

  it('are four, whether the receiver is away, hangs up or sends elsewhere', async () => {
    const scenes: [string, Parameters<typeof startReceiver>[1]][] = [
      ['ECONNREFUSED', undefined],
      ['socket hang up', (request) => Boolean(request.socket.destroy())],
      ['moved', (_, response) => Boolean(response.writeHead(307, { location: '/' }).end('moved'))],
    ];
    for (const [reason, answer] of scenes) {
      const { url, close } = await receiver({}, answer);
      if (!answer) await close();
      await sandbox.subscribe({ url, check: false });
      await sandbox.deliver({ timeScale: 1_000_000 });
      await move();
      await settled().toBe('given-up');
      const [delivery] = await sandbox.deliveries();
      expect(delivery?.attempts.map(({ afterMs }) => afterMs)).toEqual([
        0, 15_000, 300_000, 3_600_000, 21_600_000,
      ]);
      expect(delivery?.attempts.every(({ answer }) => answer.includes(reason))).toBe(true);
    }
  });

  it('follow an answer that takes longer than three seconds', async () => {
    const { url, received } = await receiver(undefined, (_, __, nth) => nth === 1);
    await sandbox.subscribe({ url });
    await sandbox.deliver({ timeScale: 1_000_000 });
    await move();
    await settled().toBe('acknowledged');
    expect(received).toHaveLength(1);
    const [late] = (await sandbox.deliveries())[0]?.attempts ?? [];
    expect(late).toMatchObject({ acknowledged: false, answer: 'no answer within 3000 ms' });
    expect(late?.ms).toBeGreaterThanOrEqual(2_990);
  });
});

describe('what is delivered', () => {
  it('is every kind of event there is, each field as its page prints it', async () => {
    const { url, received } = await receiver();
    const { world, store } = sandbox;
    await sandbox.subscribe({ url });
    const row = sandbox.movable();
    const { applicationId } = sandbox.anOffer();
    const tag = world.tags[0]?.id;
    await sandbox.act({ act: 'tag', talentId: row.talentId, tagId: tag });
    await sandbox.act({ act: 'lock', applicationId: row.id });
    await sandbox.act({ act: 'move', applicationId: row.id, stageId: row.nextStageId });
    await sandbox.act({ act: 'unlock', talentId: row.talentId });
    await sandbox.act({ act: 'offer-status', applicationId, status: 4 });
    await sandbox.act({ act: 'delete', applicationId: row.id });
    const intern = [...world.internOffers.values()].find(
      (offer) => !store.index.offerByApplication.has(offer.applicationId),
    );
    for (const id of [applicationId, intern?.applicationId ?? '']) {
      await sandbox.act({ act: 'import-to-ehr', applicationId: id });
    }
    const talentId = world.applications.get(applicationId)?.talentId ?? '';
    await sandbox.act({ act: 'delete-talent', talentId });

    const deliveries = await sandbox.deliveries();
    expect(new Set(deliveries.map(({ type }) => type))).toEqual(new Set(causedEventTypes));
    await expect.poll(() => received.length).toBe(deliveries.length);
    const progress = received.filter(({ tag }) => tag !== undefined);
    expect(new Set(progress.map(({ type }) => type))).toEqual(new Set([1, 2, 3]));
    for (const got of received) {
      const event = deliveries.find(({ eventId }) => eventId === got.event_id)?.event;
      const page = documentedEvents.get(got.event_type);
      expect(got).toMatchObject(event ?? { missing: true });
      expect(page && checkReply(page, { event })).toEqual([]);
      expect([...fieldsIn({ event })].toSorted()).toEqual(
        ['event', ...(page?.response.map(({ path }) => path) ?? [])].toSorted(),
      );
    }
  });

  it('is without the fields the app has no scope for', async () => {
    const { url } = await receiver();
    await sandbox.subscribe({ url });
    await sandbox.control('PUT', '/scopes', { revoke: ['contact:user.employee_id:readonly'] });
    const { applicationId } = sandbox.anOffer();
    await sandbox.act({ act: 'import-to-ehr', applicationId });
    const [delivery] = await sandbox.deliveries();
    expect(fieldsIn(delivery?.event)).toContain('operator_user_id.open_id');
    expect(fieldsIn(delivery?.event)).not.toContain('operator_user_id.user_id');
  });

  it('comes of writes through the API as of acts', async () => {
    const { url, received } = await receiver();
    await sandbox.subscribe({ url });
    const row = sandbox.movable();
    const path = { application_id: row.id };
    const { application } = sandbox.client().hire.v1;
    await application.transferStage({ path, data: { stage_id: row.nextStageId } });
    await settled().toBe('acknowledged');
    expect(received[0]).toMatchObject({
      application_id: row.id,
      target_stage_id: row.nextStageId,
    });
    await sandbox.control('PUT', '/switches', { stageChangedByApi: false, eventTimeUnit: 'us' });
    await application.transferStage({ path, data: { stage_id: row.stageId } });
    await sandbox.act({ act: 'move', applicationId: row.id, stageId: row.nextStageId });
    await expect.poll(() => received.length).toBe(2);
    expect(received[1]).toMatchObject({
      origin_stage_id: row.stageId,
      create_time: `${NOW}000`,
    });
  });

  it('is only what was subscribed to, and what the app has a scope for', async () => {
    const { url } = await receiver();
    await sandbox.subscribe({ url, eventTypes: ['hire.application.deleted_v1'] });
    await move();
    expect(await sandbox.deliveries()).toEqual([]);
    await sandbox.subscribe({ url });
    await sandbox.control('PUT', '/scopes', { revoke: ['hire:application:readonly'] });
    await move();
    expect(await sandbox.deliveries()).toEqual([]);
    await sandbox.control('PUT', '/scopes', { grant: ['hire:application:readonly'] });
    await move();
    expect(await sandbox.deliveries()).toHaveLength(1);
  });

  it('speaks of marked tags alone', async () => {
    const { url } = await receiver();
    const row = sandbox.movable();
    const [marked, other] = sandbox.world.tags.map(({ id }) => id);
    for (const tagId of [marked, other]) {
      await sandbox.act({ act: 'tag', talentId: row.talentId, tagId });
    }
    await sandbox.subscribe({ url, tagIds: [marked] });
    await sandbox.act({ act: 'lock', applicationId: row.id });
    expect(await sandbox.deliveries()).toMatchObject([{ event: { tag: { id: marked } } }]);
  });

  it('is nothing without a subscription, and nothing after it ends', async () => {
    await move();
    expect(await sandbox.deliveries()).toEqual([]);
    const { url } = await receiver();
    await sandbox.subscribe({ url });
    expect((await sandbox.control('DELETE', '/events/subscription')).status).toBe(204);
    await move();
    expect(await sandbox.deliveries()).toEqual([]);
  });

  it('belongs to the app whose world it happened in', async () => {
    const { url, received } = await receiver();
    await sandbox.subscribe({ url });
    const { appId } = (await sandbox.control('POST', '/apps', { size: 60 })).body;
    const mine = await receiver({ encryptKey: 'own-key' });
    const own = `/apps/${appId}/events`;
    expect((await sandbox.control('PUT', `${own}/subscription`, { url: mine.url })).status).toBe(
      422,
    );
    await sandbox.control('PUT', `${own}/subscription`, { url: mine.url, check: false });
    await move();
    await expect.poll(() => received.length).toBe(1);
    expect((await sandbox.control('GET', `${own}/deliveries`)).body.deliveries).toEqual([]);
  });
});

describe('delivery on demand', () => {
  it('pauses, duplicates, mixes and drops, and sends again what is asked for', async () => {
    const { url, received } = await receiver();
    await sandbox.subscribe({ url });
    await sandbox.deliver({ paused: true, duplicate: true, shuffle: true });
    for (let n = 0; n < 4; n++) await move();
    const states = (await sandbox.deliveries()).map(({ state }) => state);
    expect(states).toEqual(Array.from({ length: 8 }, () => 'waiting'));
    expect(received).toEqual([]);
    expect((await sandbox.deliver({ paused: false })).body).toEqual({
      paused: false,
      duplicate: 1,
      shuffle: true,
      dropRate: 0,
      timeScale: 1,
    });
    await expect.poll(() => received.length).toBe(8);
    const ids = received.map(({ event_id }) => event_id);
    const given = (await sandbox.deliveries()).map(({ eventId }) => eventId).toReversed();
    expect(ids).not.toEqual(given);
    expect(ids.toSorted()).toEqual(given.toSorted());
    expect(new Set(ids).size).toBe(4);

    await sandbox.deliver({ duplicate: 0, shuffle: false, dropRate: 1 });
    await move();
    const [lost] = await sandbox.deliveries();
    expect(lost).toMatchObject({ state: 'dropped', attempts: [] });
    const again = await sandbox.control('POST', '/events/replay', { eventIds: [lost?.eventId] });
    expect(again).toMatchObject({ status: 202, body: { replayed: 1 } });
    await expect.poll(() => received.at(-1)?.event_id).toBe(lost?.eventId);
    const { counts } = (await sandbox.control('GET', '/events/deliveries')).body;
    expect(counts).toMatchObject({ acknowledged: 9, dropped: 1 });
  });

  it('refuses settings that are none', async () => {
    for (const body of [{ dropRate: 2 }, { timeScale: 0 }, { duplicate: -1 }, { pause: true }]) {
      expect((await sandbox.deliver(body)).status).toBe(422);
    }
  });

  it('is as new after a reset, which keeps the subscription', async () => {
    const { url, received } = await receiver();
    await sandbox.subscribe({ url });
    await sandbox.deliver({ paused: true });
    await move();
    await sandbox.control('POST', '/reset', {});
    expect(await sandbox.deliveries()).toEqual([]);
    expect((await sandbox.control('GET', '/events/delivery')).body.paused).toBe(false);
    expect((await sandbox.control('GET', '/events/subscription')).body.url).toBe(url);
    expect(received).toEqual([]);
  });
});
