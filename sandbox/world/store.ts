import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyChange } from './apply';
import { type Blobs, folderBlobs, memoryBlobs } from './blobs';
import type { Change } from './changes';
import { type ClockState, WorldClock } from './clock';
import { generateWorld } from './generate';
import { type IdKind, idOf } from './ids';
import { buildIndex, type WorldIndex } from './indexes';
import { appendLine, fromLine, readJournal, toLine } from './journal';
import { readMeta, type WorldMeta } from './meta';
import { truthRecord } from './truth-file';
import type { World } from './types';

/** A world that lives: it can be read, changed, and its time goes on. */
export type WorldStore = {
  readonly world: World;
  readonly index: WorldIndex;
  readonly blobs: Blobs;
  /** `replaced`: the folder held a world of other arguments or of another generator. */
  readonly origin: 'new' | 'continued' | 'replaced';
  /**
   * Applies the change and, where the world has a folder, journals it. Throws on unknown ids. The
   * world takes copies: what is in `change` stays the caller's.
   */
  commit(change: Change): void;
  /** A fresh 19-digit id that no record of the kind has. */
  nextId(kind: IdKind): string;
  /** The world's time, epoch ms; never runs backwards. */
  now(): number;
  /** Forward only. */
  jump(ms: number): void;
  /** World milliseconds per real one; 0 stops the clock. */
  setScale(scale: number): void;
  scale(): number;
  close(): void;
};

export type WorldOptions = {
  seed: number;
  size: number;
  now: number;
  /** The real clock, for tests. */
  realNow?: () => number;
};

/** Ids asked for after generation start here, far above what a generator issues. */
const FIRST_LIVE_ID = 50_000_000;
/** Each opening has its own range, so that the id of a deleted record does not come back. */
const IDS_PER_OPENING = 10_000;

/**
 * The world kept in `dir`, or a new one that ends at `now`, with its truth beside it. A folder that
 * holds a world of another seed or size, or one that this generator makes differently, starts afresh.
 */
export function openWorld(options: WorldOptions & { dir: string }): WorldStore {
  const { dir, seed, size, realNow = Date.now } = options;
  mkdirSync(dir, { recursive: true });
  const metaPath = join(dir, 'meta.json');
  const journalPath = join(dir, 'journal.ndjson');
  const blobPath = join(dir, 'blobs');
  const truthPath = join(dir, 'truth.json');

  const meta = readMeta(metaPath);
  const grownAgain = meta && growAgain(meta, seed, size);
  const world = grownAgain ?? generateWorld({ seed, size, now: options.now });
  const kept = grownAgain ? meta : null;
  if (!kept) {
    rmSync(journalPath, { force: true });
    rmSync(blobPath, { recursive: true, force: true });
  }

  const clock = new WorldClock(
    kept?.clock ?? { worldAt: world.epoch, realAt: realNow(), scale: 1 },
    realNow,
  );
  const opened = kept ? kept.opened + 1 : 0;
  const saveMeta = () => {
    const { id: worldId, epoch } = world;
    const meta: WorldMeta = { worldId, seed, size, epoch, opened, clock: clock.state };
    writeFileSync(`${metaPath}.new`, `${JSON.stringify(meta, null, 2)}\n`);
    renameSync(`${metaPath}.new`, metaPath);
  };
  saveMeta();
  if (!kept || !existsSync(truthPath)) {
    writeFileSync(truthPath, `${JSON.stringify(truthRecord(world), null, 2)}\n`);
  }

  const origin = kept ? 'continued' : meta === null ? 'new' : 'replaced';
  const firstId = FIRST_LIVE_ID + opened * IDS_PER_OPENING;
  const store = liveStore(world, clock, origin, firstId, {
    write: (line) => appendLine(journalPath, line),
    clockChanged: saveMeta,
    blobs: folderBlobs(blobPath),
  });
  for (const change of readJournal(journalPath)) {
    applyChange(store.world, store.index, change);
    clock.notBefore(change.at);
  }
  return store;
}

/** The world of the folder, before its journal; null where it would be another one now. */
function growAgain(meta: WorldMeta, seed: number, size: number): World | null {
  if (meta.seed !== seed || meta.size !== size) return null;
  const world = generateWorld({ seed, size, now: meta.epoch });
  return world.id === meta.worldId ? world : null;
}

/** A world that is forgotten when the process ends. */
export function openMemoryWorld(options: WorldOptions): WorldStore {
  const realNow = options.realNow ?? Date.now;
  const world = generateWorld(options);
  const state: ClockState = { worldAt: world.epoch, realAt: realNow(), scale: 1 };
  return liveStore(world, new WorldClock(state, realNow), 'new', FIRST_LIVE_ID, {
    write: () => {},
    clockChanged: () => {},
    blobs: memoryBlobs(),
  });
}

type Keeper = { write(line: string): void; clockChanged(): void; blobs: Blobs };

function liveStore(
  world: World,
  clock: WorldClock,
  origin: WorldStore['origin'],
  firstId: number,
  keeper: Keeper,
): WorldStore {
  const index = buildIndex(world);
  let live = firstId;
  let failure: unknown = null;
  return {
    world,
    index,
    blobs: keeper.blobs,
    origin,
    commit(change) {
      if (failure)
        throw new Error('The world is read only: its journal failed', { cause: failure });
      // Through the line and back: a live change is exactly what a replay will read.
      const line = toLine(change);
      applyChange(world, index, fromLine(line));
      try {
        keeper.write(line);
      } catch (error) {
        failure = error;
        throw error;
      }
    },
    nextId(kind) {
      let id: string;
      do id = idOf(kind, world.seed, live++);
      while (isTaken(world, index, id));
      return id;
    },
    now: () => clock.now(),
    jump(ms) {
      clock.jump(ms);
      keeper.clockChanged();
    },
    setScale(scale) {
      clock.setScale(scale);
      keeper.clockChanged();
    },
    scale: () => clock.state.scale,
    close() {
      keeper.clockChanged();
    },
  };
}

function isTaken(world: World, index: WorldIndex, id: string): boolean {
  return (
    index.interviewByRecord.has(id) ||
    Object.values(world).some((records) => records instanceof Map && records.has(id))
  );
}
