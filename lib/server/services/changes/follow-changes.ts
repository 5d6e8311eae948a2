import 'server-only';
import { eq } from 'drizzle-orm';
import type { LiveChange, LiveEventName, LiveEvents } from '@/lib/domain/live';
import { systemClock } from '@/lib/server/base/clock';
import { createLog } from '@/lib/server/base/log';
import type { Actor } from '@/lib/server/db/actor';
import {
  type ChangeBatch,
  type ChangeReader,
  changesAfter,
  createChangeReader,
  MOST_ROWS,
  newestChange,
} from '@/lib/server/db/change-reader';
import type { Database } from '@/lib/server/db/pool';
import { changes } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import { type Digest, digestChanges } from './digest';
import { createViewer, type Viewer } from './viewer';

/** `id`: the number of the newest change it covers, from which a browser resumes. */
export type LiveMessage = {
  [Name in LiveEventName]: { event: Name; id?: number; data: LiveEvents[Name] };
}[LiveEventName];

/** How often a quiet browser hears that we are there, and the session behind it is looked at. */
export const BEAT_MS = 20_000;
/** Batches a browser may lag behind before it is given up; it comes back and resumes. */
const QUEUE_MAX = 30;
/** A page is some seconds older than its first connection: those are told again. */
const PAGE_AGE_MS = 10_000;
/** Far within what the feed keeps (`sync/settings.ts`); who was away longer asks for everything. */
const RESUMED_WITHIN_MS = 24 * 60 * 60_000;

const log = createLog('live');

type Options = {
  actor: Actor;
  /** Number of the last change the browser knows; without it, it has just loaded its page. */
  after?: number | undefined;
  /** The person behind the session now; null once it has ended. */
  look(): Promise<Actor | null>;
  beatMs?: number;
};

/**
 * What changes, for one browser: what it missed, then `ready`, then everything as it happens, within
 * what the person may see. Ends with the session, the process, or a browser that cannot keep up.
 */
export async function* followChanges(
  { actor, after, look, beatMs = BEAT_MS }: Options,
  signal: AbortSignal,
): AsyncGenerator<LiveMessage, void> {
  const { db } = runtime();
  const viewer = createViewer(actor);
  const queue: ChangeBatch[] = [];
  let over: LiveEvents['end']['why'] | undefined;
  let wake = () => {};
  const listening = await changeReader().listen({
    onBatch(batch) {
      if (queue.length >= QUEUE_MAX) {
        over = 'slow';
        listening.stop();
      } else queue.push(batch);
      wake();
    },
    onClose() {
      over = 'restart';
      wake();
    },
  });
  try {
    const since = await missed(db, after, listening.from);
    let position = since.upTo;
    yield* await tell(db, viewer, since);
    yield { event: 'ready', id: position, data: {} };
    let beatAt = performance.now() + beatMs;
    while (!signal.aborted) {
      const batch = queue.shift();
      if (batch) {
        const news = notBefore(batch, position);
        position = Math.max(position, batch.upTo);
        yield* await tell(db, viewer, news);
      } else if (over) {
        yield { event: 'end', data: { why: over } };
        return;
      } else if (performance.now() >= beatAt) {
        const now = await look().catch((error: unknown) => {
          log.warn({ err: error }, 'A session could not be looked at');
          return actor;
        });
        if (now === null || now.permissions.size === 0) {
          yield { event: 'end', data: { why: 'session' } };
          return;
        }
        if (now !== actor) viewer.update(now);
        beatAt = performance.now() + beatMs;
        yield { event: 'beat', id: position, data: {} };
      } else {
        const woken = new AbortController();
        wake = () => woken.abort();
        const until = AbortSignal.any([signal, woken.signal]);
        await systemClock.sleep(beatAt - performance.now(), until).catch(() => undefined);
      }
    }
  } finally {
    listening.stop();
  }
}

function changeReader(): ChangeReader {
  const held = runtime();
  if (!held.changes) {
    const reader = createChangeReader({ db: held.db, clock: systemClock, log });
    held.changes = reader;
    // An open stream would keep the server from closing.
    for (const end of ['SIGTERM', 'SIGINT'] as const) process.once(end, () => reader.close());
  }
  return held.changes;
}

/** What came after the last change that the browser knows. */
async function missed(db: Database, after: number | undefined, from: number): Promise<ChangeBatch> {
  if (after !== undefined && !(await isKnown(db, after))) {
    return { upTo: Math.max(from, await newestChange(db)), rows: null };
  }
  const rows = await changesAfter(
    db,
    after ?? (await newestChange(db, new Date(Date.now() - PAGE_AGE_MS))),
  );
  const upTo = Math.max(from, rows.at(-1)?.seq ?? 0);
  return { upTo, rows: rows.length > MOST_ROWS ? null : rows };
}

/** The batch without what was told among the missed. */
function notBefore(batch: ChangeBatch, position: number): ChangeBatch {
  const first = batch.rows?.[0];
  if (!first || first.seq > position) return batch;
  return { ...batch, rows: batch.rows?.filter(({ seq }) => seq > position) ?? null };
}

/** Whether everything that came after this change is still in the feed. */
async function isKnown(db: Database, seq: number): Promise<boolean> {
  const [row] = await db.select({ at: changes.at }).from(changes).where(eq(changes.seq, seq));
  return row !== undefined && Date.now() - row.at.getTime() < RESUMED_WITHIN_MS;
}

async function tell(db: Database, viewer: Viewer, batch: ChangeBatch): Promise<LiveMessage[]> {
  const { rows, upTo } = batch;
  if (rows === null || rows.some(({ entity }) => entity === 'mirror')) {
    return [{ event: 'reset', id: upTo, data: {} }];
  }
  if (rows.length === 0) return [];
  const digest = await digestOf(db, batch);
  const heard = rows.flatMap((row): LiveChange[] => {
    const change = viewer.hear(row, digest);
    return change ? [change] : [];
  });
  return heard.length === 0 ? [] : [{ event: 'changes', id: upTo, data: heard }];
}

/** One batch is told to many: what there is to say of it is read once. */
const digests = new WeakMap<ChangeBatch, Promise<Digest>>();

function digestOf(db: Database, batch: ChangeBatch): Promise<Digest> {
  const known = digests.get(batch);
  if (known) return known;
  const digest = digestChanges(db, batch.rows ?? []);
  digests.set(batch, digest);
  return digest;
}
