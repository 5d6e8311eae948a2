import { z } from 'zod';
import type { OpenHandlers, OpenRequest } from '@/sandbox/platform/open-call';
import { Flat } from '@/sandbox/platform/reply';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';

const Credentials = z.object({ app_id: z.string().min(1), app_secret: z.string().min(1) });

/** `auth/v3/{tenant,app}_access_token/internal`: flat replies, CONTRACT section 2.2. */
function tokenEndpoint(withAppToken: boolean) {
  return {
    open(request: OpenRequest) {
      const credentials = Credentials.safeParse(jsonOf(request.raw));
      const app = credentials.success
        ? (request.registry.get(credentials.data.app_id) ?? null)
        : null;
      return {
        app,
        answer: () => {
          if (!credentials.success) return problem(app, 10003, 'invalid param');
          if (!app) return problem(app, 10014, 'app is unavailable');
          if (credentials.data.app_secret !== app.secret) {
            return problem(app, 10015, 'app secret invalid');
          }
          const { token, expire } = app.tenantTokens.issue(app.store.now());
          return new Flat({
            code: 0,
            msg: 'ok',
            ...(withAppToken ? { app_access_token: token } : {}),
            tenant_access_token: token,
            expire,
          });
        },
      };
    },
  };
}

function problem(app: SandboxApp | null, code: number, msg: string): Flat {
  return new Flat({ code, msg }, app?.switches.tokenErrorStatus ?? 400);
}

function jsonOf(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}

export const appTokenHandlers: OpenHandlers = {
  'auth.v3.tenant_access_token.internal': tokenEndpoint(false),
  'auth.v3.app_access_token.internal': tokenEndpoint(true),
};
