import type { Hono } from 'hono';
import { z } from 'zod';
import { FaultSchema } from '@/sandbox/platform/faults';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import { defaultSwitches, Switches } from '@/sandbox/platform/unknowns';
import { LARGEST_WORLD } from '@/sandbox/world/generate';
import { openMemoryWorld, type WorldOptions, type WorldStore } from '@/sandbox/world/store';
import { appOf, bodyOf, ControlProblem, queryOf } from './control';
import { worldSummary } from './world-summary';

const Reset = z.strictObject({
  seed: z.number().int().min(0).optional(),
  size: z.number().int().min(1).max(LARGEST_WORLD).optional(),
  now: z.number().int().optional(),
});
const Limits = z.strictObject({ scale: z.number().positive().nullable() });
const Clock = z.strictObject({
  jumpMs: z.number().int().min(0).optional(),
  scale: z.number().min(0).optional(),
});
const ScopeChange = z.strictObject({
  grant: z.array(z.string()).default([]),
  revoke: z.array(z.string()).default([]),
});
const LogQuery = z.strictObject({
  limit: z.coerce.number().int().min(0).default(100),
  /** Only lines after this `seq`. */
  after: z.coerce.number().int().min(0).optional(),
  endpoint: z.string().optional(),
});
const Redirects = z.strictObject({ uris: z.array(z.string()) });

const clockOf = ({ store }: SandboxApp) => ({ now: store.now(), scale: store.scale() });

/** The platform's side of one app: world, limits, clock, faults, scopes, switches, log. */
export function mountPlatform(
  control: Hono<SandboxEnv>,
  prefix: string,
  registry: Registry,
  resetDefault: (options: WorldOptions) => WorldStore,
): void {
  control.get(`${prefix}/world`, (c) => c.json(worldSummary(appOf(c, registry))));

  control.post(`${prefix}/reset`, async (c) => {
    const app = appOf(c, registry);
    const wanted = await bodyOf(c, Reset);
    const { world } = app.store;
    const options = {
      seed: wanted.seed ?? world.seed,
      size: wanted.size ?? world.size,
      now: wanted.now ?? Date.now(),
    };
    const isDefault = app.appId === registry.defaultAppId;
    app.replaceWorld(() => (isDefault ? resetDefault(options) : openMemoryWorld(options)));
    return c.json(worldSummary(app));
  });

  control.get(`${prefix}/limits`, (c) => c.json({ scale: appOf(c, registry).limiter.scale }));
  control.put(`${prefix}/limits`, async (c) => {
    const app = appOf(c, registry);
    app.limiter.setScale((await bodyOf(c, Limits)).scale);
    return c.json({ scale: app.limiter.scale });
  });

  control.get(`${prefix}/clock`, (c) => c.json(clockOf(appOf(c, registry))));
  control.put(`${prefix}/clock`, async (c) => {
    const app = appOf(c, registry);
    const { store } = app;
    const wanted = await bodyOf(c, Clock);
    if (wanted.jumpMs !== undefined) store.jump(wanted.jumpMs);
    if (wanted.scale !== undefined) store.setScale(wanted.scale);
    return c.json(clockOf(app));
  });

  control.get(`${prefix}/faults`, (c) => c.json({ faults: appOf(c, registry).faults.list() }));
  control.post(`${prefix}/faults`, async (c) => {
    const app = appOf(c, registry);
    return c.json({ id: app.faults.add(await bodyOf(c, FaultSchema)) }, 201);
  });
  control.delete(`${prefix}/faults`, (c) => {
    appOf(c, registry).faults.clear();
    return c.body(null, 204);
  });
  control.delete(`${prefix}/faults/:faultId`, (c) => {
    const id = c.req.param('faultId') ?? '';
    if (!appOf(c, registry).faults.remove(Number(id)))
      throw new ControlProblem(404, `no fault ${id}`);
    return c.body(null, 204);
  });

  control.get(`${prefix}/scopes`, (c) => c.json({ granted: appOf(c, registry).scopes.list() }));
  control.put(`${prefix}/scopes`, async (c) => {
    const { scopes } = appOf(c, registry);
    const change = await bodyOf(c, ScopeChange);
    scopes.revoke(change.revoke);
    scopes.grant(change.grant);
    return c.json({ granted: scopes.list() });
  });

  control.get(`${prefix}/switches`, (c) => c.json(appOf(c, registry).switches));
  control.put(`${prefix}/switches`, async (c) => {
    const app = appOf(c, registry);
    const change = await bodyOf(c, z.record(z.string(), z.unknown()));
    const changed = Switches.strict().safeParse({ ...app.switches, ...change });
    if (!changed.success) throw new ControlProblem(422, z.prettifyError(changed.error));
    app.switches = changed.data;
    app.limiter.clear();
    return c.json(app.switches);
  });
  control.delete(`${prefix}/switches`, (c) => {
    const app = appOf(c, registry);
    app.switches = defaultSwitches();
    app.limiter.clear();
    return c.json(app.switches);
  });

  control.put(`${prefix}/redirects`, async (c) => {
    const app = appOf(c, registry);
    app.redirectUris = (await bodyOf(c, Redirects)).uris;
    return c.json({ uris: app.redirectUris });
  });

  /** Ends every live tenant token at once. */
  control.delete(`${prefix}/tokens`, (c) => {
    appOf(c, registry).tenantTokens.revokeAll();
    return c.body(null, 204);
  });

  control.get(`${prefix}/requests`, (c) => {
    const { log } = appOf(c, registry);
    const { limit, ...filter } = queryOf(c, LogQuery);
    return c.json({ ...log.summary(), latest: log.latest(limit, filter) });
  });
  control.delete(`${prefix}/requests`, (c) => {
    appOf(c, registry).log.clear();
    return c.body(null, 204);
  });
}
