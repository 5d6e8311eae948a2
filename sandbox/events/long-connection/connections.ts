import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Outcome } from '@/sandbox/events/deliveries';
import type { Random } from '@/sandbox/world/random';
import { CONTROL, DATA, decodeFrame, encodeFrame, type Frame, headerIn } from './frame';

/** CONTRACT section 3.2: seconds, but for the count. */
export type ClientConfig = {
  PingInterval: number;
  ReconnectCount: number;
  ReconnectInterval: number;
  ReconnectNonce: number;
};
/** What the control surface tells of one. */
export type ConnectionFacts = {
  id: string;
  /** Real time, epoch ms. */
  since: number;
  pings: number;
  sent: number;
  acknowledged: number;
};

type Connection = ConnectionFacts & { socket: WebSocket; service: number };
type Waiting = { settle: (outcome: Outcome) => void; connection: Connection };

export const MAX_CONNECTIONS = 50;
const ACKNOWLEDGE_MS = 3_000;

/** The long connections of one app. Each event goes to one of them, whichever the draw says. */
export class Connections {
  private readonly open = new Map<string, Connection>();
  private readonly waiting = new Map<string, Waiting>();

  constructor(
    private readonly random: Random,
    private readonly clientConfig: () => ClientConfig,
  ) {}

  get size(): number {
    return this.open.size;
  }

  list(): ConnectionFacts[] {
    return [...this.open.values()].map(({ socket: _, service: __, ...facts }) => facts);
  }

  accept(socket: WebSocket, id: string, service: number): void {
    const facts = { id, since: Date.now(), pings: 0, sent: 0, acknowledged: 0 };
    const connection: Connection = { ...facts, socket, service };
    this.open.set(id, connection);
    socket.on('message', (data) => this.receive(connection, data));
    // Without a listener an error would end the process; a close follows it.
    socket.on('error', () => {});
    socket.on('close', () => this.forget(connection));
  }

  /** Resolves with the client's answer to the event, or without one after three seconds. */
  send(text: string, fragmentBytes: number, signal: AbortSignal): Promise<Outcome> {
    const connections = [...this.open.values()];
    if (connections.length === 0) {
      const answer = 'no long connection is open';
      return Promise.resolve({ via: 'nobody', acknowledged: false, answer });
    }
    const connection = this.random.pick(connections);
    const messageId = randomUUID();
    return new Promise((resolve) => {
      const settle = (outcome: Outcome) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        this.waiting.delete(messageId);
        resolve(outcome);
      };
      const abort = () => settle(unanswered('the sandbox forgot the event'));
      const timer = setTimeout(
        () => settle(unanswered(`no answer within ${ACKNOWLEDGE_MS} ms`)),
        ACKNOWLEDGE_MS,
      );
      signal.addEventListener('abort', abort);
      this.waiting.set(messageId, { settle, connection });
      connection.sent += 1;
      for (const frame of eventFrames(text, fragmentBytes, messageId, connection.service)) {
        connection.socket.send(encodeFrame(frame), () => {});
      }
    });
  }

  /** Cuts all, as a network does: clients are expected to come back. */
  cut(): number {
    const { size } = this.open;
    for (const connection of [...this.open.values()]) {
      connection.socket.terminate();
      this.forget(connection);
    }
    return size;
  }

  private receive(connection: Connection, data: WebSocket.RawData): void {
    let frame: Frame;
    try {
      frame = decodeFrame(bytesOf(data));
    } catch {
      connection.socket.close(1007, 'not a frame');
      return;
    }
    if (frame.method === CONTROL && headerIn(frame, 'type') === 'ping') {
      connection.pings += 1;
      connection.socket.send(encodeFrame(this.pong(frame)), () => {});
    } else if (frame.method === DATA) {
      this.answered(connection, frame);
    }
  }

  private pong(ping: Frame): Frame {
    return {
      ...ping,
      headers: [{ key: 'type', value: 'pong' }],
      payload: Buffer.from(JSON.stringify(this.clientConfig())),
    };
  }

  private answered(connection: Connection, frame: Frame): void {
    const waiting = this.waiting.get(headerIn(frame, 'message_id') ?? '');
    if (waiting?.connection !== connection) return;
    const answer = Buffer.from(frame.payload ?? []).toString('utf8');
    const status = codeIn(answer);
    const acknowledged = status === 200;
    if (acknowledged) connection.acknowledged += 1;
    waiting.settle({ via: 'connection', acknowledged, answer, status });
  }

  private forget(connection: Connection): void {
    if (this.open.get(connection.id) === connection) this.open.delete(connection.id);
    for (const waiting of [...this.waiting.values()]) {
      if (waiting.connection === connection) waiting.settle(unanswered('the connection closed'));
    }
  }
}

const unanswered = (answer: string): Outcome => ({
  via: 'connection',
  acknowledged: false,
  answer,
});

/** One event in as many frames as its bytes need, told apart by `seq` of `sum`. */
function eventFrames(text: string, most: number, messageId: string, service: number): Frame[] {
  const bytes = Buffer.from(text, 'utf8');
  const sum = Math.max(Math.ceil(bytes.length / most), 1);
  const traceId = randomUUID();
  return Array.from({ length: sum }, (_, seq) => ({
    seqId: 0n,
    logId: 0n,
    service,
    method: DATA,
    headers: [
      { key: 'type', value: 'event' },
      { key: 'message_id', value: messageId },
      { key: 'trace_id', value: traceId },
      { key: 'sum', value: String(sum) },
      { key: 'seq', value: String(seq) },
    ],
    payload: bytes.subarray(seq * most, (seq + 1) * most),
  }));
}

function bytesOf(data: WebSocket.RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}

function codeIn(answer: string): number | undefined {
  try {
    const body: unknown = JSON.parse(answer);
    const code = typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined;
    return typeof code === 'number' ? code : undefined;
  } catch {
    return undefined;
  }
}
