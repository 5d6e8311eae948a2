import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '@/lib/domain/app-error';
import { ERROR_STATUS } from '@/lib/domain/error-codes';
import type { Permission } from '@/lib/domain/permissions';
import { type Actor, actorOf } from '@/lib/server/auth/actor';
import { env } from '@/lib/server/base/env';
import { createLog } from '@/lib/server/base/log';
import { problemResponse, toAppError } from './problem';
import { BODY_LIMIT, readJson } from './request-body';
import { requireOwnPage } from './same-origin';

const log = createLog('http');

export type RouteContext<P, Q, B> = {
  actor: Actor;
  params: P;
  query: Q;
  body: B;
  request: Request;
  /** Names this request in answers, logs and the audit log. */
  requestId: string;
  /** Who connected, as far as the proxy in front says. */
  ip: string | null;
};

type Spec<P, Q, B> = {
  permission: Permission;
  /** Path parameters. */
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  /** Every write has one, made with `z.strictObject`. */
  body?: z.ZodType<B>;
  /** Bytes of the body, 64 KiB unless said. */
  bodyLimit?: number;
  /** A Response is sent as it is; nothing is 204; the rest becomes JSON. */
  handle: (context: RouteContext<P, Q, B>) => Promise<unknown>;
};

type NextContext = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * The one guard of our API: who asks, whether they may, whether the request is a write of our own
 * pages, whether what it says is well formed; then the handler, and every error as a problem.
 */
export function route<P = undefined, Q = undefined, B = undefined>(spec: Spec<P, Q, B>) {
  return async (request: Request, context: NextContext): Promise<Response> => {
    const requestId = randomUUID();
    let openId: string | undefined;
    try {
      const actor = await actorOf(request);
      if (actor === null) throw new AppError('UNAUTHENTICATED', 'Sign in first');
      openId = actor.openId;
      if (!actor.permissions.has(spec.permission)) {
        throw new AppError('FORBIDDEN', `Needs ${spec.permission}`);
      }
      const result = await spec.handle({
        actor,
        ...(await readInput(spec, request, context)),
        request,
        requestId,
        ip: addressOf(request),
      });
      return finish(toResponse(result), requestId);
    } catch (thrown) {
      // Who asked has gone: what they gave up is no fault of anybody's.
      if (request.signal.aborted) return finish(new Response(null, { status: 499 }), requestId);
      const error = toAppError(thrown);
      report(error, { request, requestId, openId });
      return finish(problemResponse(error, requestId), requestId);
    }
  };
}

async function readInput<P, Q, B>(spec: Spec<P, Q, B>, request: Request, context: NextContext) {
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
  if (isWrite) requireOwnPage(request, env().NEXTAUTH_URL);
  const search = Object.fromEntries(new URL(request.url).searchParams);
  // A schema that is absent leaves its type at `undefined`, which is what the value then is.
  return {
    params: (spec.params ? check(spec.params, await context.params) : undefined) as P,
    query: (spec.query ? check(spec.query, search) : undefined) as Q,
    body: (spec.body
      ? check(spec.body, await readJson(request, spec.bodyLimit ?? BODY_LIMIT))
      : undefined) as B,
  };
}

/** @throws AppError INVALID_INPUT, naming the fields */
function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  throw new AppError('INVALID_INPUT', 'Some fields are not as expected', { fields });
}

function toResponse(result: unknown): Response {
  if (result instanceof Response) return result;
  return result === undefined ? new Response(null, { status: 204 }) : Response.json(result);
}

function finish(response: Response, requestId: string): Response {
  // A stream says besides that nobody may gather it up to compress it.
  if (!response.headers.get('Cache-Control')?.startsWith('no-store')) {
    response.headers.set('Cache-Control', 'no-store');
  }
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('X-Request-Id', requestId);
  return response;
}

function report(
  error: AppError,
  at: { request: Request; requestId: string; openId: string | undefined },
): void {
  const line = {
    requestId: at.requestId,
    method: at.request.method,
    path: new URL(at.request.url).pathname,
    openId: at.openId,
    error: error.code,
    why: error.reason,
    logId: error.logId,
  };
  if (ERROR_STATUS[error.code] >= 500) log.error({ ...line, err: error.cause ?? error }, 'failed');
  else if (error.code === 'FORBIDDEN') log.warn({ ...line, detail: error.message }, 'not allowed');
  else log.info(line, 'refused');
}

/** The last hop is the one our own proxy, or Next itself, wrote; those before it are claims. */
function addressOf(request: Request): string | null {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null;
}
