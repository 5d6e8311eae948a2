import 'server-only';
import { asc, desc, gt, lte } from 'drizzle-orm';
import type { Clock } from '@/lib/server/base/clock';
import type { Log } from '@/lib/server/base/log';
import type { Database } from './pool';
import { changes } from './schema/operations';

export type ChangeRow = typeof changes.$inferSelect;

export type ChangeBatch = {
  /** Number of its newest change. */
  upTo: number;
  /** In order; null where there are more than anybody should follow one by one. */
  rows: readonly ChangeRow[] | null;
};

export type ChangeListener = {
  onBatch(batch: ChangeBatch): void;
  /** The reader ends with its process; nothing is told any more. */
  onClose(): void;
};

/** Reads the change feed, once for every open browser of this process. */
export type ChangeReader = {
  /** Tells every change numbered above `from` until stopped. */
  listen(listener: ChangeListener): Promise<{ from: number; stop(): void }>;
  close(): void;
};

/** How soon a change of another instance is noticed; those of this process at once. */
const LOOK_EVERY_MS = 500;
/** Commits that follow each other closely are read together. */
const LEAST_GAP_MS = 100;
const AFTER_ERROR_MS = 2_000;
/** More changes at once are told as "much has changed". */
export const MOST_ROWS = 500;

type Deps = { db: Database; clock: Clock; log: Log };

/** Nothing runs and nothing is asked of the database while nobody listens. */
export function createChangeReader({ db, clock, log }: Deps): ChangeReader {
  const listeners = new Set<ChangeListener>();
  let position = 0;
  let running: Promise<void> | undefined;
  let closed = false;
  let wake = () => {};

  async function start(): Promise<void> {
    position = await newestChange(db);
    void run();
  }

  async function run(): Promise<void> {
    let woken = new AbortController();
    wake = () => woken.abort();
    const forget = db.mirrored.on(() => wake());
    let lookedAt = clock.monotonic();
    while (!closed && listeners.size > 0) {
      await clock.sleep(LOOK_EVERY_MS, woken.signal).catch(() => undefined);
      await clock.sleep(Math.max(0, lookedAt + LEAST_GAP_MS - clock.monotonic()));
      if (closed || listeners.size === 0) break;
      woken = new AbortController();
      lookedAt = clock.monotonic();
      try {
        await look();
      } catch (error) {
        log.warn({ err: error }, 'The change feed could not be read');
        await clock.sleep(AFTER_ERROR_MS);
      }
    }
    forget();
    running = undefined;
  }

  async function look(): Promise<void> {
    const found = await changesAfter(db, position);
    const last = found.at(-1);
    if (!last) return;
    const many = found.length > MOST_ROWS;
    position = many ? await newestChange(db) : last.seq;
    const batch = { upTo: position, rows: many ? null : found };
    for (const listener of [...listeners]) listener.onBatch(batch);
  }

  return {
    async listen(listener) {
      if (closed) {
        listener.onClose();
        return { from: position, stop: () => undefined };
      }
      listeners.add(listener);
      const stop = () => {
        listeners.delete(listener);
        if (listeners.size === 0) wake();
      };
      try {
        running ??= start();
        await running;
      } catch (error) {
        running = undefined;
        stop();
        throw error;
      }
      return { from: position, stop };
    },
    close() {
      closed = true;
      for (const listener of listeners) listener.onClose();
      listeners.clear();
      wake();
    },
  };
}

/** In order; one more than `MOST_ROWS` where there are that many. */
export function changesAfter(db: Database, after: number): Promise<ChangeRow[]> {
  return db
    .select()
    .from(changes)
    .where(gt(changes.seq, after))
    .orderBy(asc(changes.seq))
    .limit(MOST_ROWS + 1);
}

/** Number of the newest change there was at this time, or now; 0 without any. */
export async function newestChange(db: Database, at?: Date): Promise<number> {
  const [row] = await db
    .select({ seq: changes.seq })
    .from(changes)
    .where(at && lte(changes.at, at))
    .orderBy(desc(changes.seq))
    .limit(1);
  return row?.seq ?? 0;
}
