import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import { newLogId } from '@/sandbox/platform/log-id';
import { readRawBody } from '@/sandbox/platform/raw-body';
import type { LongConnectionServer } from './server';

const PATH = '/callback/ws/endpoint';
/** Its name in the request log and for faults; no page documents it. */
const ID = 'callback.ws.endpoint';
const MAX_BODY = 65_536;

/** Where a client asks for an address to connect to. Refusals are codes under HTTP 200. */
export function mountEndpoint(web: Hono<SandboxEnv>, server: LongConnectionServer): void {
  web.post(PATH, async (c) => {
    const started = performance.now();
    const raw = await readRawBody(c.env.incoming, MAX_BODY).catch(() => Buffer.alloc(0));
    const app = server.appOf(json(raw));
    const fault = app?.faults.take(ID) ?? null;
    if (fault?.delayMs) await new Promise((done) => setTimeout(done, fault.delayMs));
    const reply =
      fault?.code === undefined
        ? server.offer(app, new URL(c.req.url).host)
        : { code: fault.code, msg: fault.msg ?? 'injected fault', data: {} };
    const status = fault?.status ?? 200;
    const logId = newLogId();
    app?.log.add({
      at: app.store.now(),
      logId,
      method: 'POST',
      path: PATH,
      endpoint: ID,
      status,
      code: reply.code,
      ms: Math.round((performance.now() - started) * 100) / 100,
    });
    if (fault?.drop) {
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
    // The status comes from a fault; Hono wants a literal type.
    return c.json(reply, status as 200, { 'x-tt-logid': logId });
  });
}

function json(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}
