import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import type { WorldOptions, WorldStore } from '@/sandbox/world/store';
import { mountActs } from './acts';
import { mountApps } from './apps';
import { ControlProblem } from './control';
import { mountEvents } from './events';
import { mountFacts } from './facts';
import { mountPlatform } from './platform';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * The control surface under `/_sandbox/`: what a test or a person needs and Feishu has no API for.
 * Only from this machine. Every path exists twice: `/_sandbox/apps/:appId/…` and, for the default
 * app, `/_sandbox/…`.
 */
export function mountControl(
  web: Hono<SandboxEnv>,
  registry: Registry,
  resetDefault: (options: WorldOptions) => WorldStore,
): void {
  const control = new Hono<SandboxEnv>();
  control.use('*', async (c, next) => {
    const address = getConnInfo(c).remote.address ?? '';
    if (!LOOPBACK.test(address)) return c.json({ error: 'loopback only' }, 403);
    await next();
  });
  mountApps(control, registry);
  for (const prefix of ['/apps/:appId', '']) {
    mountPlatform(control, prefix, registry, resetDefault);
    mountFacts(control, prefix, registry);
    mountActs(control, prefix, registry);
    mountEvents(control, prefix, registry);
  }
  control.all('*', (c) => c.json({ error: 'no such control path' }, 404));
  control.onError((error, c) => {
    if (error instanceof ControlProblem) return c.json({ error: error.message }, error.status);
    console.error('sandbox: control error', error);
    return c.json({ error: error.message }, 500);
  });
  web.route('/_sandbox', control);
}
