import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const WorldMeta = z.object({
  worldId: z.string(),
  seed: z.number(),
  size: z.number(),
  epoch: z.number(),
  /** How often the folder was opened; keeps ids of one session apart from another's. */
  opened: z.number(),
  clock: z.object({ worldAt: z.number(), realAt: z.number(), scale: z.number() }),
});
export type WorldMeta = z.infer<typeof WorldMeta>;

/** A meta file that is there and cannot be read: starting afresh would drop the journal unasked. */
class BrokenMeta extends Error {
  readonly code = 'broken_meta';
  constructor(path: string, cause: unknown) {
    super(`${path} cannot be read; remove its folder to start a new world`, { cause });
  }
}

/** Null where there is none: the folder is new. */
export function readMeta(path: string): WorldMeta | null {
  if (!existsSync(path)) return null;
  try {
    return WorldMeta.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new BrokenMeta(path, error);
  }
}
