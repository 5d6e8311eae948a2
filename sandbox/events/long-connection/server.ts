import { randomInt, randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Registry } from '@/sandbox/platform/registry';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import { MAX_CONNECTIONS } from './connections';

const SOCKET_PATH = '/ws/v2';
const TICKET_MS = 60_000;
const MAX_MESSAGE = 1_048_576;

const Asked = z.object({ AppID: z.string(), AppSecret: z.string() });
type Ticket = { app: SandboxApp; deviceId: string; service: number; expiresAt: number };
type EndpointReply = { code: number; msg: string; data: Record<string, unknown> };

/** The long connection of CONTRACT section 3.2: the endpoint, the handshake, the sockets. */
export class LongConnectionServer {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE });
  private readonly tickets = new Map<string, Ticket>();

  constructor(private readonly registry: Registry) {}

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => {});
      if (request.headers.upgrade?.toLowerCase() === 'websocket') {
        this.upgrade(request, socket, head);
      } else {
        answerWithoutUpgrade(server, request, socket, head);
      }
    });
  }

  /** The app that a body of the endpoint names with the right secret. */
  appOf(body: unknown): SandboxApp | null {
    const asked = Asked.safeParse(body);
    const app = asked.success ? this.registry.get(asked.data.AppID) : undefined;
    return app && app.secret === asked.data?.AppSecret ? app : null;
  }

  /** An address that is good for one connection, and how to keep it. */
  offer(app: SandboxApp | null, host: string): EndpointReply {
    if (!app) return { code: 514, msg: 'auth failed', data: {} };
    if (app.events.connections.size >= MAX_CONNECTIONS) {
      return { code: 1000040350, msg: 'the number of connections exceeded the limit', data: {} };
    }
    this.forgetExpired();
    const ticket = randomUUID();
    const deviceId = randomUUID();
    const service = randomInt(1, 2 ** 31 - 1);
    this.tickets.set(ticket, { app, deviceId, service, expiresAt: Date.now() + TICKET_MS });
    // The official client reads the query of the whole address, so its first name is lost on it.
    const query = new URLSearchParams({
      v: '2',
      device_id: deviceId,
      service_id: String(service),
      ticket,
    });
    const data = {
      URL: `ws://${host}${SOCKET_PATH}?${query}`,
      ClientConfig: app.events.clientConfig(),
    };
    return { code: 0, msg: '', data };
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = request.url ?? '';
    const url = URL.canParse(path, 'http://sandbox') ? new URL(path, 'http://sandbox') : null;
    if (url?.pathname !== SOCKET_PATH) {
      refuse(socket, '404 Not Found');
      return;
    }
    const id = url.searchParams.get('ticket') ?? '';
    const ticket = this.tickets.get(id);
    this.tickets.delete(id);
    const isGood =
      ticket !== undefined &&
      ticket.expiresAt > Date.now() &&
      this.registry.get(ticket.app.appId) === ticket.app;
    if (!isGood) {
      refuse(socket, '403 Forbidden', 'Handshake-Status: 514\r\nHandshake-Msg: auth failed\r\n');
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (connected) => {
      ticket.app.events.connected(connected, ticket.deviceId, ticket.service);
    });
  }

  private forgetExpired(): void {
    const now = Date.now();
    for (const [id, { expiresAt }] of this.tickets) if (expiresAt <= now) this.tickets.delete(id);
  }
}

/**
 * A client that would rather speak HTTP/2 is served as if it had not asked: with a listener for
 * upgrades Node no longer does so itself, hence the request is read once more without the wish.
 */
function answerWithoutUpgrade(
  server: Server,
  { method, url, rawHeaders }: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (/^(upgrade|connection|http2-settings)$/i.test(name)) continue;
    lines.push(`${name}: ${rawHeaders[at + 1]}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

function refuse(socket: Duplex, status: string, headers = ''): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\n${headers}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
