import 'server-only';
import type { SyncKind } from '@/lib/domain/settings';
import type { Executor } from '@/lib/server/db/pool';
import { FeishuError } from '@/lib/server/feishu/errors';
import { type Page, walkPages } from '@/lib/server/feishu/paging';
import type { MirrorContext } from '@/lib/server/mirror/context';
import { quarantineRows } from '@/lib/server/mirror/quarantine';
import type { Tally } from '@/lib/server/mirror/tally';
import {
  advanceWalk,
  beginWalk,
  type Checkpoint,
  CheckpointConflict,
  type Cursor,
  endWalk,
  loadCheckpoint,
  noteContact,
  noteFailure,
} from './checkpoints';
import { failureOf, isAborted } from './failures';
import { oneAhead } from './flow';
import { LeaseLostError } from './lease';
import type { SyncRun } from './run';

/** One page of a walk, fetched but not stored. */
export type LanePage = {
  /** Where a walk goes on once this page is stored; read after `write`. */
  readonly cursor: Cursor;
  /** Records this page adds to `done`. */
  rows: number;
  write(tx: Executor, context: MirrorContext): Promise<Tally>;
  /** Told once it is committed. */
  stored?(): void;
};

/** Ends a walk early without a failure: what is left waits for something else. */
export class Held extends Error {
  override readonly name = 'Held';
}

/** How all records of one kind are read. */
export type Lane = {
  kind: SyncKind;
  /** How many there are, where that is known before. */
  total?(run: SyncRun): Promise<number>;
  /** Pages from where the cursor stands; `{}` at the start. */
  pages(run: SyncRun, cursor: Cursor): AsyncIterable<LanePage>;
};

/** The last page is stored: nothing is left to walk, whatever happens before the end is noted. */
export const ENDED: Cursor = { ended: true };

/** How often a walk says that Feishu answers: screens print the time. */
const HEARD_EVERY_MS = 5_000;

export type LaneOutcome = 'done' | 'held' | 'failed' | 'no_scope';

/**
 * Walks a lane from its checkpoint to the end, a transaction a page, and records how it went. A
 * lane that is done is not walked. Stops with the run's signal: at most one page is read twice.
 * @throws LeaseLostError, and the signal's reason
 */
export async function runLane(run: SyncRun, lane: Lane): Promise<LaneOutcome> {
  const { deps, signal } = run;
  const now = () => new Date(deps.clock.now());
  let heardAt = Number.NEGATIVE_INFINITY;
  let checkpoint = await loadCheckpoint(deps.db, lane.kind);
  if (checkpoint.state === 'done') return 'done';
  try {
    const total = (await lane.total?.(run)) ?? null;
    checkpoint = await run.commit((tx) =>
      beginWalk(tx, checkpoint, total, new Date(deps.feishuNow())),
    );
    const pages = checkpoint.cursor.ended === true ? [] : lane.pages(run, checkpoint.cursor);
    for await (const page of oneAhead(pages)) {
      const place: Checkpoint = checkpoint;
      checkpoint = await run.commit(async (tx, context) => {
        const tally = await page.write(tx, context);
        const { cursor, rows: done } = page;
        const said = deps.clock.monotonic();
        if (said - heardAt > HEARD_EVERY_MS) {
          heardAt = said;
          await noteContact(tx, context.now);
        }
        return advanceWalk(tx, place, { cursor, done, tally });
      });
      page.stored?.();
    }
    await run.commit((tx) => endWalk(tx, checkpoint, now()));
    return 'done';
  } catch (error) {
    if (error instanceof Held) return 'held';
    if (isAborted(error, signal) || !isLaneFault(error)) throw error;
    const failure = failureOf(error);
    deps.log.warn({ kind: lane.kind, err: error }, 'A kind of record could not be read');
    await run.commit((tx) => noteFailure(tx, lane.kind, failure, now(), true));
    return failure.scope ? 'no_scope' : 'failed';
  }
}

/** Losing the lease or the checkpoint ends the whole run, not this lane. */
const isLaneFault = (error: unknown) =>
  !(error instanceof LeaseLostError || error instanceof CheckpointConflict);

/** Walks a lane once more from its start, beside its checkpoint: for kinds of few rows. */
export async function rereadLane(run: SyncRun, lane: Lane): Promise<void> {
  for await (const page of lane.pages(run, {})) await run.commit(page.write);
}

/**
 * Pages of a list by token, as lane pages. A token kept from before may have expired: then the list
 * is walked from its start again, which repeats work but misses nothing.
 */
export async function* tokenPages<T>(
  kind: SyncKind,
  fetchPage: (token: string | undefined) => Promise<Page<T>>,
  from: string | undefined,
  store: (tx: Executor, items: T[], context: MirrorContext) => Promise<Tally>,
  cursorOf: (token: string | undefined) => Cursor = (token) => (token ? { token } : ENDED),
): AsyncGenerator<LanePage, void, undefined> {
  const asPage = (page: Page<T>): LanePage => ({
    cursor: cursorOf(page.nextToken),
    rows: page.items.length,
    write: async (tx, context) => {
      await quarantineRows(tx, kind, page.quarantined, context.now);
      return store(tx, page.items, context);
    },
  });
  try {
    for await (const page of walkPages(fetchPage, { from })) {
      from = undefined;
      yield asPage(page);
    }
  } catch (error) {
    // Only the very first page can still have the kept token: later ones were just handed out.
    if (from === undefined || !(error instanceof FeishuError) || error.kind !== 'rejected') {
      throw error;
    }
    for await (const page of walkPages(fetchPage)) yield asPage(page);
  }
}
