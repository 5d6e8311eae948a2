import { type Truth, truthOf } from './truth';
import type { World } from './types';

export type TruthRecord = { worldId: string; seed: number; size: number; epoch: number } & Omit<
  Truth,
  'boards'
> & { boards: Record<string, Record<string, number>> };

/** The truth as JSON: the content of `truth.json` beside a new world, and of `GET /_sandbox/truth`. */
export function truthRecord(world: World): TruthRecord {
  const { boards, ...truth } = truthOf(world);
  const { id, seed, size, epoch } = world;
  const rows = [...boards].map(([jobId, stages]) => [jobId, Object.fromEntries(stages)]);
  return { worldId: id, seed, size, epoch, ...truth, boards: Object.fromEntries(rows) };
}
