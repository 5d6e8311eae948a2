import type { Change } from './changes';
import type { IdKind } from './ids';
import type { WorldIndex } from './indexes';
import type { World } from './types';

/** A world that lives: it can be read, changed, and its time goes on. */
export type WorldStore = {
  readonly world: World;
  readonly index: WorldIndex;
  /** Applies the change and, where the world has a folder, journals it. Throws on unknown ids. */
  commit(change: Change): void;
  /** A fresh 19-digit id that no record of the kind has. */
  nextId(kind: IdKind): string;
  /** The world's time, epoch ms; never runs backwards. */
  now(): number;
  /** Forward only. */
  jump(ms: number): void;
  /** World milliseconds per real one; 0 stops the clock. */
  setScale(scale: number): void;
  close(): void;
};

export type WorldOptions = { seed: number; size: number; now: number };

/**
 * The world kept in `dir`, or a new one that ends at `now`. A folder that holds a world of another
 * seed or size, or of an older generator, starts afresh.
 */
export declare function openWorld(options: WorldOptions & { dir: string }): WorldStore;

/** A world that is forgotten when the process ends. */
export declare function openMemoryWorld(options: WorldOptions): WorldStore;
