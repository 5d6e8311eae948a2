import 'server-only';
import { beforeAll } from 'vitest';
import { z } from 'zod';
import type { TestDatabase } from './database';
import type { TestSandbox } from './sandbox';
import { readWhole, startSync, syncDepsFor } from './sync-run';

const Who = z.object({ openId: z.string(), name: z.string() });
const World = z.object({
  tenantKey: z.string(),
  personas: z.object({
    admin: Who,
    recruiter: Who,
    manager: Who,
    interviewer: Who,
    evaluator: Who,
    stranger: Who,
    boardJobId: z.string(),
  }),
});
export type MirroredWorld = z.infer<typeof World>;

/**
 * The file's own world of the sandbox, read whole into its database before the first test. Call it
 * once at the top of the file, after `testServer()`; read its fields inside tests and hooks.
 */
export function mirroredWorld(database: TestDatabase, sandbox: TestSandbox): MirroredWorld {
  let world: MirroredWorld | undefined;
  beforeAll(async () => {
    world = World.parse(await sandbox.control('GET', '/world'));
    const sync = await startSync(await syncDepsFor(database, sandbox));
    await readWhole(sync);
    sync.stop();
  });
  const read = () => {
    if (!world) throw new Error('The world is read before the first test; ask inside one');
    return world;
  };
  return {
    get tenantKey() {
      return read().tenantKey;
    },
    get personas() {
      return read().personas;
    },
  };
}
