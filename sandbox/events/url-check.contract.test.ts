import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EventSandbox, startEventSandbox, startReceiver } from './events-support';

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

describe('the URL check', () => {
  it('is passed by the official dispatcher, encrypted and plain', async () => {
    const keyed = await receiver();
    expect(await sandbox.subscribe({ url: keyed.url })).toMatchObject({
      status: 200,
      body: { mode: 'webhook', url: keyed.url, encrypted: true },
    });
    expect(keyed.requests[0]).not.toHaveProperty('x-lark-signature');
    const plain = await receiver({});
    const answer = await sandbox.subscribe({ url: plain.url, encrypted: false });
    expect(answer.body).toMatchObject({ url: plain.url, encrypted: false });
  });

  it('is failed by a wrong key, an error, another challenge, silence, and nobody', async () => {
    const gone = await receiver();
    await gone.close();
    const addresses = [
      await receiver({ encryptKey: 'another-key' }),
      await receiver({}, (_, response) => Boolean(response.writeHead(500).end())),
      await receiver({}, (_, response) =>
        Boolean(response.writeHead(302, { location: '/' }).end()),
      ),
      await receiver({}, (_, response) => Boolean(response.end('{"challenge":"other"}'))),
      await receiver({}, (_, response) => Boolean(response.end('yes'))),
      await receiver({}, () => true),
      gone,
    ];
    for (const { url } of addresses) {
      const answer = await sandbox.subscribe({ url });
      expect(answer.status).toBe(422);
      expect(answer.body.error).toMatch(/^the URL check failed: ./);
    }
    expect((await sandbox.control('GET', '/events/subscription')).body).toEqual({
      mode: 'none',
      url: null,
      encrypted: false,
      eventTypes: null,
      tagIds: null,
      connections: 0,
    });
    const unchecked = await sandbox.subscribe({ url: gone.url, check: false });
    expect(unchecked.body.mode).toBe('webhook');
  });

  it('is plain for an app without an encrypt key, which has nothing to encrypt with', async () => {
    const { appId } = (await sandbox.control('POST', '/apps', { size: 60, encryptKey: '' })).body;
    const path = `/apps/${appId}/events/subscription`;
    const { url } = await receiver({});
    const plain = await sandbox.control('PUT', path, { url });
    expect(plain).toMatchObject({ status: 200, body: { encrypted: false } });
    const encrypted = await sandbox.control('PUT', path, { url, encrypted: true });
    expect(encrypted).toMatchObject({ status: 422, body: { error: 'the app has no encrypt key' } });
  });

  it('refuses addresses that are none and events that are not caused', async () => {
    for (const body of [
      { url: 'ftp://127.0.0.1/' },
      { url: 'here' },
      { eventTypes: ['hire.application.created_v1'] },
      { what: 1 },
    ]) {
      expect((await sandbox.subscribe(body)).status).toBe(422);
    }
  });
});
