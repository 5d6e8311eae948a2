import type { Hono } from 'hono';
import { z } from 'zod';
import type { AppEvents } from '@/sandbox/events/app-events';
import { DeliverySettings } from '@/sandbox/events/deliveries';
import { causedEventTypes } from '@/sandbox/events/hire-event';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import { appOf, bodyOf, ControlProblem } from './control';

const Subscription = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  /** As in the console: with an Encrypt Key bodies are encrypted and signed. */
  encrypted: z.boolean().optional(),
  eventTypes: z.array(z.enum(causedEventTypes)).nullable().default(null),
  tagIds: z.array(z.string()).nullable().default(null),
  /** False takes the address as it is, for a receiver that is not up yet. */
  check: z.boolean().default(true),
});
const Replay = z.strictObject({
  eventIds: z.array(z.string()).optional(),
  types: z.array(z.string()).optional(),
});

const facts = ({ mode, subscription, connections }: AppEvents) => ({
  mode,
  ...subscription,
  connections: connections.size,
});

/** What the console sets and what a network does to events: CONTRACT section 3. */
export function mountEvents(control: Hono<SandboxEnv>, prefix: string, registry: Registry): void {
  const at = (path: string) => `${prefix}/events/${path}`;

  control.get(at('subscription'), (c) => c.json(facts(appOf(c, registry).events)));
  control.put(at('subscription'), async (c) => {
    const app = appOf(c, registry);
    const { check, encrypted = app.encryptKey !== '', ...wanted } = await bodyOf(c, Subscription);
    if (encrypted && app.encryptKey === '') {
      throw new ControlProblem(422, 'the app has no encrypt key');
    }
    const problem = await app.events.subscribe({ ...wanted, encrypted }, check);
    if (problem !== null) throw new ControlProblem(422, `the URL check failed: ${problem}`);
    return c.json(facts(app.events));
  });
  control.delete(at('subscription'), (c) => {
    appOf(c, registry).events.unsubscribe();
    return c.body(null, 204);
  });

  control.get(at('delivery'), (c) => c.json(appOf(c, registry).events.deliveries.settings));
  control.put(at('delivery'), async (c) => {
    const { deliveries } = appOf(c, registry).events;
    return c.json(deliveries.configure(await bodyOf(c, DeliverySettings.partial().strict())));
  });

  control.get(at('deliveries'), (c) => {
    const { deliveries } = appOf(c, registry).events;
    const limit = Number(c.req.query('limit') ?? 100);
    return c.json({ counts: deliveries.counts(), deliveries: deliveries.latest(limit) });
  });
  control.post(at('replay'), async (c) => {
    const { deliveries } = appOf(c, registry).events;
    const { eventIds, types } = await bodyOf(c, Replay);
    const again = deliveries.replay(
      ({ eventId, type }) =>
        (eventIds?.includes(eventId) ?? true) && (types?.includes(type) ?? true),
    );
    return c.json({ replayed: again.length }, 202);
  });

  control.get(at('connections'), (c) =>
    c.json({ connections: appOf(c, registry).events.connections.list() }),
  );
  /** Cuts every long connection; clients come back by themselves. */
  control.delete(at('connections'), (c) =>
    c.json({ cut: appOf(c, registry).events.connections.cut() }),
  );
}
