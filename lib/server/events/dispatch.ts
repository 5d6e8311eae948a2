import 'server-only';
import type { Clock } from '@/lib/server/base/clock';
import type { Log } from '@/lib/server/base/log';
import type { Database } from '@/lib/server/db/pool';
import { FeishuError } from '@/lib/server/feishu/errors';
import type { Target } from '@/lib/server/mirror/target';
import { HANDLERS } from './handlers';
import { type InboxEvent, noteDone, noteFailed, pruneInbox, takeDue } from './inbox';

export type DispatchDeps = {
  db: Database;
  clock: Clock;
  log: Log;
  /** Brings the mirror up to date with one record; throws where it could not. */
  refresh(target: Target, signal: AbortSignal): Promise<void>;
  /** Told how to end the wait for the next look early. */
  onWait?(wake: () => void): void;
};

/** How often the inbox is looked into: another instance may have kept an event. */
const LOOK_EVERY_MS = 1_000;
const EVENTS_AT_ONCE = 50;
const PRUNE_EVERY_MS = 60 * 60_000;

/** Works off the inbox until the signal. Several instances may: each event is taken by one. */
export async function dispatchEvents(deps: DispatchDeps, signal: AbortSignal): Promise<void> {
  const { clock, log } = deps;
  let prunedAt = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    // Made before the look, so that an event kept during it is not slept over.
    const woken = new AbortController();
    deps.onWait?.(() => woken.abort());
    try {
      while (!signal.aborted && (await dispatchDue(deps, signal)) > 0);
      if (clock.monotonic() - prunedAt > PRUNE_EVERY_MS) {
        await pruneInbox(deps.db, new Date(clock.now()));
        prunedAt = clock.monotonic();
      }
    } catch (error) {
      if (signal.aborted) return;
      log.error({ err: error }, 'The inbox of events could not be worked off');
    }
    await clock
      .sleep(LOOK_EVERY_MS, AbortSignal.any([signal, woken.signal]))
      .catch(() => undefined);
  }
}

/** One look: what is due is read again, each record once however many events spoke of it. */
export async function dispatchDue(
  { db, clock, log, refresh }: DispatchDeps,
  signal: AbortSignal,
): Promise<number> {
  const events = await takeDue(db, EVENTS_AT_ONCE, new Date(clock.now()));
  const wanted = events.map((event) => ({ event, targets: targetsOf(event) }));
  const targets = new Map(
    wanted.flatMap(({ targets }) => (targets ?? []).map((target) => [keyOf(target), target])),
  );
  const failures = new Map<string, unknown>();
  await Promise.all(
    [...targets].map(async ([key, target]) => {
      await refresh(target, signal).catch((error: unknown) => failures.set(key, error));
    }),
  );
  if (signal.aborted) return 0;
  const now = new Date(clock.now());
  const done: string[] = [];
  for (const { event, targets } of wanted) {
    const failed = targets?.map(keyOf).find((key) => failures.has(key));
    if (targets !== undefined && failed === undefined) {
      done.push(event.eventId);
      continue;
    }
    const error = failed === undefined ? undefined : failures.get(failed);
    log.warn({ err: error, eventId: event.eventId, type: event.eventType }, 'an event failed');
    await noteFailed(db, event, failureOf(error), now);
  }
  if (done.length > 0) await noteDone(db, done, now);
  return events.length;
}

/** Undefined where the event does not hold what its type promises. */
const targetsOf = ({ eventType, event }: InboxEvent): Target[] | undefined =>
  HANDLERS.get(eventType)?.safeParse(event).data;

const keyOf = ({ kind, id }: Target) => `${kind} ${id}`;

function failureOf(error: unknown): { code: string; logId?: string } {
  if (error === undefined) return { code: 'MALFORMED' };
  if (!(error instanceof FeishuError)) return { code: 'INTERNAL' };
  const code = error.code === undefined ? error.kind.toUpperCase() : String(error.code);
  return { code, ...(error.logId !== undefined && { logId: error.logId }) };
}
