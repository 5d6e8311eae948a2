import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { checkScopes, identify, TokenRefusal } from './authorize';
import { Call, type Handlers } from './call';
import type { Endpoint } from './contract';
import { Refusal } from './errors';
import { faultReply, faultText } from './fault-reply';
import { type Fault, faultName } from './faults';
import { newLogId } from './log-id';
import type { OpenHandler, OpenHandlers } from './open-call';
import { Parameters, readBody, readQuery, readUpload } from './parameters';
import { parseJson, readRawBody } from './raw-body';
import type { Registry } from './registry';
import { Flat, type Reply, refuse, success } from './reply';
import type { Router } from './router';
import type { SandboxApp } from './sandbox-app';

export type SandboxEnv = { Bindings: HttpBindings };
export type SandboxContext = Context<SandboxEnv>;
type Progress = {
  logId: string;
  endpoint: Endpoint | null;
  app: SandboxApp | null;
  fault: Fault | null;
  path: Record<string, string>;
  raw: Buffer;
  /** Something threw that is not a refusal: a bug of the sandbox. */
  crashed: boolean;
};

/** Largest body taken before an app, and with it a switch, is known. */
const FIRST_LIMIT = 32 * 1_048_576;
/** A file may have 300 MB (CONTRACT, POST /attachments); the rest is what it is wrapped in. */
const UPLOAD_LIMIT = 301 * 1_048_576;
const takesFile = (endpoint: Endpoint) => endpoint.body.some((field) => field.type === 'file');
const NOTHING = new Parameters(new Map());

/** A request as it came, and what became of it beside its reply. */
export type Asked = {
  app: SandboxApp | null;
  path: Record<string, string>;
  query: URLSearchParams;
  raw: Buffer;
  userAgent: string;
  fault: Fault | null;
  crashed: boolean;
};
/** Called with every reply of an endpoint, so that tests can hold both against the contract. */
export type ReplyObserver = (endpoint: Endpoint, reply: Reply, asked: Asked) => void;

/**
 * The one door of `/open-apis`: path and verb, token, scopes, limits, parameters, then the handler.
 * Everything it decides by is in the contract's table or a named switch; it never throws.
 */
export class Gateway {
  constructor(
    private readonly registry: Registry,
    private readonly router: Router,
    private readonly handlers: Handlers,
    private readonly openHandlers: OpenHandlers,
    private readonly observe: ReplyObserver | null,
  ) {}

  async handle(c: SandboxContext): Promise<Response> {
    const started = performance.now();
    const at: Progress = {
      logId: newLogId(),
      endpoint: null,
      app: null,
      fault: null,
      path: {},
      raw: Buffer.alloc(0),
      crashed: false,
    };
    const url = new URL(c.req.url);
    let reply: Reply;
    try {
      reply = await this.answer(c, url, at);
    } catch (error) {
      const refusal = asRefusal(error);
      at.crashed = refusal !== error;
      if (refusal instanceof TokenRefusal) at.app = refusal.app;
      reply = refuse(refusal, at.endpoint, at.app ?? this.registry.default, at.logId);
    }
    if (at.fault?.delayMs) await new Promise((done) => setTimeout(done, at.fault?.delayMs));
    const owner = at.app ?? this.registry.default;
    owner.log.add({
      at: owner.store.now(),
      logId: at.logId,
      method: c.req.method,
      path: url.pathname,
      endpoint: at.endpoint?.id ?? null,
      status: reply.status,
      code: reply.code,
      fault: at.fault && faultName(at.fault),
      ms: Math.round((performance.now() - started) * 100) / 100,
    });
    if (at.endpoint) {
      const userAgent = c.req.header('user-agent') ?? '';
      this.observe?.(at.endpoint, reply, { ...at, query: url.searchParams, userAgent });
    }
    return this.send(c, at, reply);
  }

  private async answer(c: SandboxContext, url: URL, at: Progress): Promise<Reply> {
    const routed = this.router.route(c.req.method, url.pathname);
    const isUpload = routed.kind === 'found' && takesFile(routed.endpoint);
    // The body is always read, or a kept-alive connection would stall on what is left of it.
    const raw = isUpload
      ? await readRawBody(c.env.incoming, UPLOAD_LIMIT, () => new Refusal(1002002))
      : await readRawBody(c.env.incoming, FIRST_LIMIT);
    if (routed.kind === 'unknown') throw new Refusal(99991201);
    if (routed.kind === 'wrong-verb') throw new Refusal(99991301);
    const { endpoint, path } = routed;
    at.endpoint = endpoint;
    at.path = path;
    at.raw = raw;
    const open = this.openHandlers[endpoint.id];
    if (open) return this.answerOpen(c, at, endpoint, open, raw);
    const handler = this.handlers[endpoint.id];
    if (!handler) throw new Refusal(99991201);

    const { app, caller } = identify(c.req.header('authorization'), endpoint, this.registry);
    at.app = app;
    checkScopes(app, caller, endpoint);
    const limited = app.limiter.call(endpoint, app.store.now());
    const stopped = this.stopped(at, app, limited, endpoint);
    if (stopped) return stopped;
    if (!isUpload && raw.length > app.switches.maxBodyBytes) {
      throw new Refusal(99992402, {
        http: 413,
        message: `request body is over ${app.switches.maxBodyBytes} bytes`,
      });
    }
    const query = readQuery(endpoint, url.searchParams, app.switches);
    const takesBody = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
    const body = isUpload
      ? readUpload(endpoint, raw, c.req.header('content-type') ?? '')
      : takesBody
        ? readBody(endpoint, parseJson(raw, app.switches.malformedJsonCode), app.switches)
        : NOTHING;
    const call = new Call(app, endpoint, caller, path, query, body, app.store.now(), url.origin);
    const data = handler(call);
    if (data instanceof Flat) return { status: data.status, code: 0, body: data.body };
    app.scopes.strip(endpoint, data, app.switches);
    const reply = success(data);
    if (app.switches.rateLimitHeadersOnSuccess && limited.state) {
      reply.headers = { 'x-ogw-ratelimit-limit': String(limited.state.ceiling) };
    }
    return reply;
  }

  /** Endpoints without a token name their app in the body; limits and faults bind them as well. */
  private answerOpen(
    c: SandboxContext,
    at: Progress,
    endpoint: Endpoint,
    handler: OpenHandler,
    raw: Buffer,
  ): Reply {
    const call = handler.open({
      raw,
      contentType: c.req.header('content-type') ?? '',
      authorization: c.req.header('authorization'),
      registry: this.registry,
    });
    at.app = call.app;
    if (call.app) {
      const limited = call.app.limiter.call(endpoint, call.app.store.now());
      const stopped = this.stopped(at, call.app, limited, endpoint);
      if (stopped) return stopped;
    }
    const { body, status } = call.answer();
    return { status, code: typeof body.code === 'number' ? body.code : 0, body };
  }

  /** The reply of a call that ends before its handler: over the limit, or met by a fault. */
  private stopped(
    at: Progress,
    app: SandboxApp,
    limited: ReturnType<SandboxApp['limiter']['call']>,
    endpoint: Endpoint,
  ): Reply | null {
    if (limited.refused && limited.state) return this.limitReply(at, app, limited.state);
    at.fault = app.faults.take(endpoint.id);
    return at.fault && faultReply(at.fault, at.logId);
  }

  private limitReply(
    at: Progress,
    app: SandboxApp,
    state: { ceiling: number; resetMs: number },
  ): Reply {
    return {
      ...refuse(new Refusal(99991400), at.endpoint, app, at.logId),
      headers: {
        'x-ogw-ratelimit-limit': String(state.ceiling),
        'x-ogw-ratelimit-reset': String(Math.max(1, Math.ceil(state.resetMs / 1000))),
      },
    };
  }

  private send(c: SandboxContext, at: Progress, reply: Reply): Response {
    if (at.fault?.drop) {
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
    const text = faultText(at.fault, reply.body);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-tt-logid': at.logId,
      ...(at.app ? worldHeaders(at.app) : {}),
      ...reply.headers,
    };
    if (at.fault?.truncate === 'body') return this.sendHalf(c, reply.status, headers, text);
    // The status is a number from the contract; Hono wants a literal type.
    return c.body(text, { status: reply.status as 200, headers });
  }

  /** Announces the whole reply and hangs up half-way. */
  private sendHalf(
    c: SandboxContext,
    status: number,
    headers: Record<string, string>,
    text: string,
  ): Response {
    const { incoming, outgoing } = c.env;
    const bytes = Buffer.from(text);
    outgoing.writeHead(status, { ...headers, 'content-length': bytes.length });
    outgoing.write(bytes.subarray(0, bytes.length >> 1), () => incoming.socket.destroy());
    return RESPONSE_ALREADY_SENT;
  }
}

/** An unexpected error is a bug of the sandbox: said on stderr, answered as a system error. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  console.error('sandbox: unexpected error', error);
  return new Refusal(1002001, { http: 500 });
}

/** Whose world answered, and what time it is there. */
const worldHeaders = ({ store }: SandboxApp) => ({
  'x-sandbox-world': store.world.id,
  date: new Date(store.now()).toUTCString(),
});
