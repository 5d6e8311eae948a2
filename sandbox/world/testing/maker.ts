import type { Change } from '@/sandbox/world/changes';
import type { WorldStore } from '@/sandbox/world/store';
import type { Act } from './act';

/** Makes a change of what an act says; null where the world has nothing to do it to. */
export type Maker = (store: WorldStore, act: Act, at: number) => Change | null;

export function one<T>(records: Map<string, T>, which: number): T | undefined {
  return [...records.values()][which % Math.max(records.size, 1)];
}
