import { rmSync } from 'node:fs';
import { z } from 'zod';
import { createSandbox, DEFAULT_APP } from './app';
import { LARGEST_WORLD } from './world/generate';
import { openWorld, type WorldOptions } from './world/store';

const Environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
  SANDBOX_SIZE: z.coerce.number().int().min(1).max(LARGEST_WORLD).default(4000),
  SANDBOX_SEED: z.coerce.number().int().min(0).default(1),
  /** The moment a new world ends: a date or an instant; now when absent. */
  SANDBOX_NOW: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
  SANDBOX_DIR: z.string().min(1).default('.data/sandbox'),
  /** Where the default app's events go; not checked, for the receiver may start later. */
  SANDBOX_EVENT_URL: z.url({ protocol: /^https?$/ }).optional(),
});

function fail(message: string): never {
  console.error(`sandbox: ${message}`);
  process.exit(1);
}

const parsed = Environment.safeParse(
  // An empty variable in a shell or an env file means the same as an absent one.
  Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')),
);
if (!parsed.success) {
  const issue = parsed.error.issues[0];
  fail(`${issue?.path.join('.') ?? 'environment'} is not valid: ${issue?.message ?? ''}`);
}
const env = parsed.data;
const options: WorldOptions = {
  seed: env.SANDBOX_SEED,
  size: env.SANDBOX_SIZE,
  now: env.SANDBOX_NOW ? Date.parse(env.SANDBOX_NOW) : Date.now(),
};

const sandbox = createSandbox({
  store: openWorld({ ...options, dir: env.SANDBOX_DIR }),
  resetDefault: (wanted) => {
    rmSync(env.SANDBOX_DIR, { recursive: true, force: true });
    return openWorld({ ...wanted, dir: env.SANDBOX_DIR });
  },
});

if (env.SANDBOX_EVENT_URL) {
  const subscription = {
    url: env.SANDBOX_EVENT_URL,
    encrypted: true,
    eventTypes: null,
    tagIds: null,
  };
  await sandbox.registry.default.events.subscribe(subscription, false);
}

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await sandbox.close();
  process.exit(0);
}
process.on('SIGTERM', end);
process.on('SIGINT', end);
// Started by `npm start` with an IPC channel: when the starter is gone, so is the sandbox.
process.on('disconnect', end);
// A bug must not take the stand-in down in the middle of someone's test run.
process.on('uncaughtException', (error) => console.error('sandbox: uncaught', error));
process.on('unhandledRejection', (error) => console.error('sandbox: unhandled', error));

try {
  const { url } = await sandbox.listen(env.SANDBOX_PORT);
  const { world } = sandbox.registry.default.store;
  console.log(
    `sandbox ready: ${url} · app ${DEFAULT_APP.appId} · world ${world.id} · ${world.applications.size} applications, ${world.talents.size} talents, ${world.jobs.size} jobs`,
  );
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  fail(
    isTaken
      ? `port ${env.SANDBOX_PORT} is in use; set SANDBOX_PORT to a free one, or stop what listens there`
      : `cannot listen on port ${env.SANDBOX_PORT}: ${error instanceof Error ? error.message : String(error)}`,
  );
}
