import { type IncomingMessage, request } from 'node:http';
import { LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { DEFAULT_APP } from '@/sandbox/app';
import {
  type EventSandbox,
  listener,
  startEventSandbox,
  startReceiver,
} from '@/sandbox/events/events-support';
import { CONTROL, decodeFrame, encodeFrame, type Frame, headerIn } from './frame';

let sandbox: EventSandbox;
const clients: { close(): unknown }[] = [];
beforeEach(async () => {
  sandbox = await startEventSandbox();
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  await sandbox.close();
});

type Extra = Partial<ConstructorParameters<typeof WSClient>[0]>;

/** The official client, from before it connects; `ready` rejects when it gives up. */
function start(extra: Extra = {}, heard = listener()) {
  const log = (...words: unknown[]) => void heard.logged.push(words.flat().join(' '));
  const happened: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    const client = new WSClient({
      appId: DEFAULT_APP.appId,
      appSecret: DEFAULT_APP.secret,
      domain: sandbox.url,
      loggerLevel: LoggerLevel.error,
      logger: { error: log, warn: log, info: log, debug: log, trace: log },
      onReady: resolve,
      onError: reject,
      onReconnecting: () => void happened.push('reconnecting'),
      onReconnected: () => void happened.push('reconnected'),
      ...extra,
    });
    clients.push({ close: () => client.close({ force: true }) });
    client.start({ eventDispatcher: heard.dispatcher });
  });
  return { ...heard, happened, ready };
}
async function connect(...options: Parameters<typeof start>) {
  const client = start(...options);
  await client.ready;
  return client;
}

const ask = (body: object = { AppID: DEFAULT_APP.appId, AppSecret: DEFAULT_APP.secret }) =>
  sandbox.call('POST', '/callback/ws/endpoint', { token: null, body });

/** A connection without the official client, for what that never does. */
async function dial(url?: string) {
  const socket = new WebSocket(url ?? (await ask()).body.data.URL);
  const frames: Frame[] = [];
  socket.on('message', (data: Buffer) => void frames.push(decodeFrame(data)));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const status = await new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
  clients.push({ close: () => socket.terminate() });
  return { socket, frames, closed, status };
}
const connections = async () =>
  (await sandbox.control('GET', '/events/connections')).body.connections;
const move = () => {
  const row = sandbox.movable();
  return sandbox.act({ act: 'move', applicationId: row.id, stageId: row.nextStageId });
};
const states = async () => (await sandbox.deliveries()).map(({ state }) => state);

describe('the official WSClient', () => {
  it('connects, receives an event without decrypting, and acknowledges it', async () => {
    const { received, logged } = await connect();
    expect((await sandbox.control('GET', '/events/subscription')).body).toMatchObject({
      mode: 'connection',
      connections: 1,
    });
    const row = sandbox.movable();
    await sandbox.act({ act: 'move', applicationId: row.id, stageId: row.nextStageId });
    await expect.poll(states).toEqual(['acknowledged']);
    expect(received).toEqual([
      expect.objectContaining({
        event_type: 'hire.application.stage_changed_v1',
        application_id: row.id,
        target_stage_id: row.nextStageId,
      }),
    ]);
    expect(logged).toEqual([]);
    expect((await sandbox.deliveries())[0]?.attempts).toEqual([
      expect.objectContaining({
        via: 'connection',
        status: 200,
        answer: expect.stringMatching(/^\{"code":200,/),
      }),
    ]);
    expect(await connections()).toMatchObject([{ sent: 1, acknowledged: 1 }]);
  });

  it('is kept alive by pongs', async () => {
    await sandbox.deliver({ timeScale: 120 });
    const { happened } = await connect({ wsConfig: { pingTimeout: 0.5 } });
    const [first] = await connections();
    await expect.poll(async () => (await connections())[0]?.pings, { timeout: 10_000 }).toBe(3);
    expect(await connections()).toMatchObject([{ id: first.id }]);
    expect(happened).toEqual([]);
  });

  it('gets an event again when its handler throws', async () => {
    const heard = listener();
    let thrown = 0;
    heard.dispatcher.unregister('hire.application.stage_changed_v1');
    heard.dispatcher.register({
      'hire.application.stage_changed_v1': () => {
        thrown += 1;
        if (thrown < 3) throw new Error('busy');
      },
    });
    await sandbox.deliver({ timeScale: 1_000_000 });
    await connect({}, heard);
    await move();
    await expect.poll(states).toEqual(['acknowledged']);
    const [delivery] = await sandbox.deliveries();
    expect(delivery?.attempts.map(({ afterMs, status }) => [afterMs, status])).toEqual([
      [0, 500],
      [15_000, 500],
      [300_000, 200],
    ]);
  });

  it('puts together an event that comes in many frames', async () => {
    await sandbox.control('PUT', '/switches', { eventFragmentBytes: 50 });
    const { received, logged } = await connect();
    await move();
    await expect.poll(states).toEqual(['acknowledged']);
    expect(received).toHaveLength(1);
    expect(logged).toEqual([]);
  });

  it('shares the events with the app’s other connections, each to one of them', async () => {
    const all = await Promise.all([connect(), connect(), connect()]);
    const row = sandbox.movable();
    for (let n = 0; n < 30; n++) {
      const stageId = n % 2 === 0 ? row.nextStageId : row.stageId;
      await sandbox.act({ act: 'move', applicationId: row.id, stageId });
    }
    await expect.poll(async () => new Set(await states())).toEqual(new Set(['acknowledged']));
    const ids = all.flatMap(({ received }) => received.map(({ event_id }) => event_id));
    expect(new Set(ids).size).toBe(30);
    expect(ids).toHaveLength(30);
    for (const { received } of all) expect(received.length).toBeGreaterThan(0);
  });

  it('comes back after a cut, and then gets what happened meanwhile', async () => {
    await sandbox.deliver({ timeScale: 100 });
    const { happened, received } = await connect();
    expect((await sandbox.control('DELETE', '/events/connections')).body).toEqual({ cut: 1 });
    await move();
    await expect.poll(() => happened).toEqual(['reconnecting', 'reconnected']);
    await expect.poll(states, { timeout: 10_000 }).toEqual(['acknowledged']);
    expect(received).toHaveLength(1);
    const [away] = (await sandbox.deliveries())[0]?.attempts ?? [];
    expect(away).toMatchObject({ via: 'nobody', acknowledged: false });
  });

  it('gives up on a wrong secret, an app that is not there, and a server that is busy', async () => {
    await expect(start({ appSecret: 'wrong' }).ready).rejects.toThrow('code=514, msg=auth failed');
    await expect(start({ appId: 'cli_0000000000000000' }).ready).rejects.toThrow('code=514');
    const fault = { endpoint: 'callback.ws.endpoint', code: 1 };
    await sandbox.control('POST', '/faults', fault);
    await expect(start().ready).rejects.toThrow('code=1, msg=system busy');
    expect(await connections()).toEqual([]);
    const { byEndpoint } = (await sandbox.control('GET', '/requests')).body;
    expect(byEndpoint['callback.ws.endpoint']).toMatchObject({ count: 1, refused: 1 });
  });

  it('gets nothing while the events go to a callback address', async () => {
    const { received } = await connect();
    const receiver = await startReceiver();
    clients.push(receiver);
    await sandbox.subscribe({ url: receiver.url });
    await move();
    await expect.poll(() => receiver.received.length).toBe(1);
    await sandbox.control('DELETE', '/events/subscription');
    await move();
    await expect.poll(() => received.length).toBe(1);
    expect(receiver.received).toHaveLength(1);
  });

  it('stays connected through a reset', async () => {
    const { received, happened } = await connect();
    await sandbox.control('POST', '/reset', {});
    const [row] = sandbox.app.store.world.applications.values();
    await sandbox.act({ act: 'delete', applicationId: row?.id });
    await expect.poll(() => received.length).toBe(1);
    expect(happened).toEqual([]);
  });
});

describe('the endpoint', () => {
  it('gives an address and how to keep the connection, in seconds', async () => {
    const { status, body, headers } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: 0,
      data: {
        URL: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/.+&service_id=\d+/),
        ClientConfig: {
          PingInterval: 120,
          ReconnectCount: -1,
          ReconnectInterval: 120,
          ReconnectNonce: 30,
        },
      },
    });
    expect(headers.get('x-tt-logid')).toBeTruthy();
  });

  it('answers anything else with a code', async () => {
    for (const body of [{}, [], 'not json', { AppID: 1 }, 'x'.repeat(100_000)]) {
      const answer = await sandbox.call('POST', '/callback/ws/endpoint', { token: null, body });
      expect(answer).toMatchObject({ status: 200, body: { code: 514, data: {} } });
    }
  });

  it('refuses an address that was used, one that is made up, and another path', async () => {
    const url = (await ask()).body.data.URL;
    expect((await dial(url)).status).toBe(101);
    expect((await dial(url)).status).toBe(403);
    expect((await dial(url.replace(/ticket=.*/, 'ticket=made-up'))).status).toBe(403);
    expect((await dial(url.replace('/ws/v2', '/elsewhere'))).status).toBe(404);
    expect((await dial(url.replace('/ws/v2', '//'))).status).toBe(404);
  });

  it('leaves other requests alone that ask for an upgrade', async () => {
    const wish = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': '' };
    const body = JSON.stringify({ act: 'delete', applicationId: sandbox.movable().id });
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(`${sandbox.url}/_sandbox/acts`, { method: 'POST', headers: wish })
        .on('response', resolve)
        .on('error', reject)
        .end(body);
    });
    answer.resume();
    expect(answer.statusCode).toBe(201);
  });

  it('allows an app fifty connections', async () => {
    for (let n = 0; n < 50; n++) await dial();
    expect((await ask()).body).toMatchObject({ code: 1000040350, data: {} });
  });
});

describe('a connection', () => {
  const ping: Frame = {
    seqId: 7n,
    logId: 0n,
    service: 33,
    method: CONTROL,
    headers: [{ key: 'type', value: 'ping' }],
  };

  it('answers a ping with a pong that carries the client’s settings', async () => {
    const { socket, frames } = await dial();
    await sandbox.deliver({ timeScale: 10 });
    socket.send(encodeFrame(ping));
    await expect.poll(() => frames.length).toBe(1);
    expect(frames[0]).toMatchObject({
      seqId: 7n,
      service: 33,
      method: CONTROL,
      headers: [{ key: 'type', value: 'pong' }],
    });
    expect(JSON.parse(String(frames[0]?.payload))).toEqual({
      PingInterval: 12,
      ReconnectCount: -1,
      ReconnectInterval: 12,
      ReconnectNonce: 3,
    });
  });

  it('is closed when it sends what is no frame, or too much; others are not', async () => {
    const good = await dial();
    const bad = await dial();
    bad.socket.send('hello');
    expect(await bad.closed).toBe(1007);
    const big = await dial();
    big.socket.send(Buffer.alloc(2 * 1_048_576));
    expect(await big.closed).toBe(1009);
    good.socket.send(encodeFrame(ping));
    await expect.poll(() => good.frames.length).toBe(1);
  });

  it('that does not answer for three seconds, or closes, has the event sent again', async () => {
    await sandbox.deliver({ timeScale: 1_000_000 });
    const silent = await dial();
    await move();
    await expect.poll(() => silent.frames.length, { timeout: 10_000 }).toBe(2);
    silent.socket.close();
    await expect.poll(states, { timeout: 10_000 }).toEqual(['given-up']);
    const [delivery] = await sandbox.deliveries();
    const answers = delivery?.attempts.map(({ answer }) => answer);
    expect(answers?.slice(0, 3)).toEqual([
      'no answer within 3000 ms',
      'the connection closed',
      'no long connection is open',
    ]);
  });

  it('cannot acknowledge what went to another', async () => {
    const [one, two] = [await dial(), await dial()];
    await move();
    await expect.poll(() => one.frames.length + two.frames.length).toBe(1);
    const [to, other] = one.frames.length > 0 ? [one, two] : [two, one];
    const [event] = to.frames;
    if (!event) throw new Error('no frame');
    expect(headerIn(event, 'sum')).toBe('1');
    const answer = encodeFrame({ ...event, payload: Buffer.from('{"code":200}') });
    other.socket.send(answer);
    other.socket.send(encodeFrame(ping));
    await expect.poll(() => other.frames.length).toBe(1);
    expect(await states()).toEqual(['sending']);
    to.socket.send(answer);
    await expect.poll(states).toEqual(['acknowledged']);
  });
});
