import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const WorldMeta = z.object({
  worldId: z.string(),
  seed: z.number(),
  size: z.number(),
  epoch: z.number(),
  clock: z.object({ worldAt: z.number(), realAt: z.number(), scale: z.number() }),
});
export type WorldMeta = z.infer<typeof WorldMeta>;

/** Null where there is none, or none that can be read: the folder then starts afresh. */
export function readMeta(path: string): WorldMeta | null {
  if (!existsSync(path)) return null;
  try {
    return WorldMeta.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
