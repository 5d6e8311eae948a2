import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import { SandboxApp } from '@/sandbox/platform/sandbox-app';
import { LARGEST_WORLD } from '@/sandbox/world/generate';
import { openMemoryWorld } from '@/sandbox/world/store';
import { bodyOf, ControlProblem } from './control';
import { worldSummary } from './world-summary';

const NewApp = z.strictObject({
  /** As the official client wants it. */
  appId: z
    .string()
    .regex(/^cli_[0-9a-fA-F]{16}$/)
    .optional(),
  secret: z.string().min(1).optional(),
  encryptKey: z.string().optional(),
  verificationToken: z.string().optional(),
  seed: z.number().int().min(0).default(1),
  size: z.number().int().min(1).max(LARGEST_WORLD).default(200),
  /** Epoch ms or ISO text; the moment the world ends. Now when absent. */
  now: z.union([z.number().int(), z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
  redirectUris: z.array(z.string()).default([]),
});

/** A world per app: tests make their own, so that parallel files never share one. */
export function mountApps(control: Hono<SandboxEnv>, registry: Registry): void {
  control.get('/apps', (c) => c.json({ apps: registry.list().map(worldSummary) }));

  control.post('/apps', async (c) => {
    const wanted = await bodyOf(c, NewApp);
    const appId = wanted.appId ?? `cli_${randomBytes(8).toString('hex')}`;
    if (registry.get(appId)) throw new ControlProblem(409, `app ${appId} exists`);
    const now =
      typeof wanted.now === 'string' ? Date.parse(wanted.now) : (wanted.now ?? Date.now());
    const app = new SandboxApp(
      appId,
      wanted.secret ?? randomBytes(16).toString('hex'),
      wanted.encryptKey ?? randomBytes(16).toString('hex'),
      wanted.verificationToken ?? randomBytes(16).toString('hex'),
      openMemoryWorld({ seed: wanted.seed, size: wanted.size, now }),
    );
    app.redirectUris = wanted.redirectUris;
    registry.add(app);
    const summary = worldSummary(app);
    return c.json(
      {
        ...summary,
        appSecret: app.secret,
        encryptKey: app.encryptKey,
        verificationToken: app.verificationToken,
        worldId: app.store.world.id,
      },
      201,
    );
  });

  control.delete('/apps/:appId', (c) => {
    const appId = c.req.param('appId');
    if (appId === registry.defaultAppId) {
      throw new ControlProblem(409, 'the default app cannot be removed');
    }
    if (!registry.get(appId)) throw new ControlProblem(404, `no app ${appId}`);
    registry.remove(appId);
    return c.body(null, 204);
  });
}
