import 'server-only';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Clock } from '@/lib/server/base/clock';
import type { Log } from '@/lib/server/base/log';
import { EventEnvelope } from './envelope';
import { decodeFrame, encodeFrame, type Frame } from './frame';

export type LongConnectionDeps = {
  baseUrl: string;
  app: { appId: string; appSecret: string };
  clock: Clock;
  log: Log;
  /** Stores an event; Feishu is told 200 once it resolves, and sends it again where it throws. */
  keep(envelope: EventEnvelope): Promise<void>;
};

const Seconds = z.number().positive();
const Endpoint = z.object({
  code: z.number(),
  msg: z.string().optional(),
  data: z
    .object({
      URL: z.url({ protocol: /^wss?$/ }),
      ClientConfig: z
        .object({ PingInterval: Seconds, ReconnectInterval: Seconds, ReconnectNonce: z.number() })
        .partial()
        .optional(),
    })
    .partial()
    .optional(),
});

/** What the official client does where Feishu says nothing (CONTRACT section 3.2). Seconds. */
const DEFAULTS = { PingInterval: 120, ReconnectInterval: 120, ReconnectNonce: 30 };
const ASK_MS = 10_000;
const MESSAGE_MAX = 1024 * 1024;
const CONTROL = 0;
/** Parts of messages that never became whole are forgotten beyond so many. */
const PARTS_KEPT = 100;

/**
 * Feishu's events over a connection that we open: for servers that Feishu cannot reach. Connects
 * again, and again, until the signal. Each event goes to one connection of all that the app has.
 */
export async function listen(deps: LongConnectionDeps, signal: AbortSignal): Promise<void> {
  const { clock, log } = deps;
  while (!signal.aborted) {
    let config = DEFAULTS;
    try {
      const { url, told } = await askAddress(deps, signal);
      config = { ...DEFAULTS, ...told };
      await stayConnected(deps, url, config.PingInterval * 1000, signal);
      log.info('The long connection was closed');
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ err: error }, 'No long connection for events; trying again');
    }
    const wait = config.ReconnectInterval + Math.random() * config.ReconnectNonce;
    await clock.sleep(wait * 1000, signal).catch(() => undefined);
  }
}

async function askAddress({ baseUrl, app }: LongConnectionDeps, signal: AbortSignal) {
  const response = await fetch(`${baseUrl}/callback/ws/endpoint`, {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/json', locale: 'zh' },
    body: JSON.stringify({ AppID: app.appId, AppSecret: app.appSecret }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(ASK_MS)]),
  });
  const { code, msg, data } = Endpoint.parse(await response.json());
  if (code !== 0 || !data?.URL) {
    throw new Error(`Feishu offers no long connection: ${code} ${msg ?? ''}`);
  }
  return { url: data.URL, told: data.ClientConfig };
}

/** Resolves when the connection has ended. */
function stayConnected(
  deps: LongConnectionDeps,
  url: string,
  pingMs: number,
  signal: AbortSignal,
): Promise<void> {
  const service = Number(new URL(url).searchParams.get('service_id') ?? 0);
  const socket = new WebSocket(url, { maxPayload: MESSAGE_MAX, handshakeTimeout: ASK_MS });
  const whole = assembler();
  const stop = () => socket.terminate();
  signal.addEventListener('abort', stop, { once: true });
  const ping = () => socket.send(encodeFrame(pingFrame(service)));
  let timer: ReturnType<typeof setInterval> | undefined;

  return new Promise<void>((resolve, reject) => {
    socket.on('open', () => {
      deps.log.info('Events come over a long connection');
      ping();
      timer = setInterval(ping, pingMs);
    });
    socket.on('message', (data) => {
      void answer(deps, Buffer.from(data as Buffer), whole).then((reply) => {
        if (reply && socket.readyState === WebSocket.OPEN) socket.send(reply);
      });
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  }).finally(() => {
    clearInterval(timer);
    signal.removeEventListener('abort', stop);
    stop();
  });
}

const pingFrame = (service: number): Frame => ({
  service,
  method: CONTROL,
  headers: new Map([['type', 'ping']]),
  payload: Buffer.alloc(0),
  rest: [],
});

/** The frame that acknowledges an event, or says that it could not be stored. */
async function answer(
  { keep, clock, log }: LongConnectionDeps,
  data: Buffer,
  whole: (frame: Frame) => Buffer | undefined,
): Promise<Buffer | undefined> {
  const startedAt = clock.monotonic();
  let frame: Frame;
  try {
    frame = decodeFrame(data);
  } catch (error) {
    log.warn({ err: error }, 'Something that is no frame came over the long connection');
    return undefined;
  }
  if (frame.method === CONTROL || frame.headers.get('type') !== 'event') return undefined;
  const payload = whole(frame);
  if (payload === undefined) return undefined;
  let code = 200;
  try {
    await keep(EventEnvelope.parse(JSON.parse(payload.toString('utf8'))));
  } catch (error) {
    code = 500;
    log.error({ err: error }, 'An event of the long connection could not be stored');
  }
  const took = String(Math.round(clock.monotonic() - startedAt));
  return encodeFrame({
    ...frame,
    headers: new Map(frame.headers).set('biz_rt', took),
    payload: Buffer.from(JSON.stringify({ code })),
  });
}

/** Joins the parts of a message (`sum`, `seq`); undefined until the last one is here. */
function assembler(): (frame: Frame) => Buffer | undefined {
  const open = new Map<string, (Buffer | undefined)[]>();
  return ({ headers, payload }) => {
    const sum = Number(headers.get('sum') ?? 1);
    if (!(sum > 1)) return payload;
    const id = headers.get('message_id') ?? '';
    const parts = open.get(id) ?? Array.from({ length: sum }, () => undefined);
    open.set(id, parts);
    parts[Number(headers.get('seq') ?? 0)] = payload;
    if (parts.some((part) => part === undefined)) {
      const [oldest] = open.keys();
      if (open.size > PARTS_KEPT && oldest !== undefined) open.delete(oldest);
      return undefined;
    }
    open.delete(id);
    return Buffer.concat(parts.filter((part) => part !== undefined));
  };
}
