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
type Ticket = { app: SandboxApp; service: number; expiresAt: number };
type EndpointReply = { code: number; msg: string; data: Record<string, unknown> };

/** The long connection of CONTRACT section 3.2: the endpoint, the handshake, the sockets. */
export class LongConnectionServer {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE });
  private readonly tickets = new Map<string, Ticket>();

  constructor(private readonly registry: Registry) {}

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
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
    const service = randomInt(1, 2 ** 31 - 1);
    this.tickets.set(ticket, { app, service, expiresAt: Date.now() + TICKET_MS });
    // The official client reads the query of the whole address, so its first name is lost on it.
    const query = new URLSearchParams({
      fpid: '493',
      aid: '552564',
      device_id: randomUUID(),
      access_key: randomUUID().replaceAll('-', ''),
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
    socket.on('error', () => {});
    const url = new URL(request.url ?? '/', 'http://sandbox');
    if (url.pathname !== SOCKET_PATH) {
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
      ticket.app.events.connected(
        connected,
        url.searchParams.get('device_id') ?? id,
        ticket.service,
      );
    });
  }

  private forgetExpired(): void {
    const now = Date.now();
    for (const [id, { expiresAt }] of this.tickets) if (expiresAt <= now) this.tickets.delete(id);
  }
}

function refuse(socket: Duplex, status: string, headers = ''): void {
  socket.end(`HTTP/1.1 ${status}\r\n${headers}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
