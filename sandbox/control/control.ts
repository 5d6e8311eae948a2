import type { Context } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';

/** Answered as `{error}` with its status. */
export class ControlProblem extends Error {
  constructor(
    readonly status: 400 | 404 | 409 | 422,
    message: string,
  ) {
    super(message);
  }
}

/** The app a control path speaks of: the one in the path, else the default one. */
export function appOf(c: Context<SandboxEnv>, registry: Registry): SandboxApp {
  const appId = c.req.param('appId');
  if (appId === undefined) return registry.default;
  const app = registry.get(appId);
  if (!app) throw new ControlProblem(404, `no app ${appId}`);
  return app;
}

/** The parsed body; an absent one counts as `{}`. */
export async function bodyOf<S extends z.ZodType>(
  c: Context<SandboxEnv>,
  schema: S,
): Promise<z.infer<S>> {
  const text = await c.req.text();
  let raw: unknown = {};
  try {
    raw = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new ControlProblem(400, 'the body is not JSON');
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw new ControlProblem(422, z.prettifyError(parsed.error));
  return parsed.data;
}

/** The parsed query; a name it does not know is a mistake. */
export function queryOf<S extends z.ZodType>(c: Context<SandboxEnv>, schema: S): z.infer<S> {
  const parsed = schema.safeParse(c.req.query());
  if (!parsed.success) throw new ControlProblem(422, z.prettifyError(parsed.error));
  return parsed.data;
}

/** The row, or 404 with the name of what is missing. */
export function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new ControlProblem(404, `no ${what}`);
  return row;
}
