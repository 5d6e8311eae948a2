import 'server-only';
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  lt,
  lte,
  notExists,
  sql,
} from 'drizzle-orm';
import type { Database, Executor } from '@/lib/server/db/pool';
import { eventInbox } from '@/lib/server/db/schema/events';
import { mirrorState } from '@/lib/server/db/schema/operations';
import type { EventEnvelope } from './envelope';
import { HANDLERS } from './handlers';

export type InboxEvent = typeof eventInbox.$inferSelect;

/** After so many tries an event waits for a person. */
const ATTEMPTS_MAX = 8;
/** A handler that has not answered by then died with its process. */
const HANDLING_MS = 60_000;
/** Longer than Feishu delivers again (seven hours), so that a late duplicate is known. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** Stores an event before Feishu is told that it arrived. False where it is here already. */
export async function keepEvent(
  db: Executor,
  { header, event }: EventEnvelope,
  via: InboxEvent['via'],
  now: Date,
): Promise<boolean> {
  const rows = await db
    .insert(eventInbox)
    .values({
      eventId: header.event_id,
      eventType: header.event_type,
      createdAt: header.create_time,
      receivedAt: now,
      via,
      event,
      state: HANDLERS.has(header.event_type) ? 'waiting' : 'ignored',
      dueAt: now,
    })
    .onConflictDoNothing()
    .returning({ eventId: eventInbox.eventId });
  return rows.length > 0;
}

/**
 * Takes events that are due, oldest first; nobody else takes them while their handler may run. None
 * while the reading is paused: they are kept until it goes on.
 */
export async function takeDue(db: Database, limit: number, now: Date): Promise<InboxEvent[]> {
  const paused = db
    .select({ id: mirrorState.id })
    .from(mirrorState)
    .where(isNotNull(mirrorState.pausedAt));
  const due = db
    .select({ eventId: eventInbox.eventId })
    .from(eventInbox)
    .where(and(eq(eventInbox.state, 'waiting'), lte(eventInbox.dueAt, now), notExists(paused)))
    .orderBy(asc(eventInbox.receivedAt))
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(eventInbox)
    .set({
      attempts: sql`${eventInbox.attempts} + 1`,
      dueAt: new Date(now.getTime() + HANDLING_MS),
    })
    .where(inArray(eventInbox.eventId, due))
    .returning();
}

export async function noteDone(db: Executor, eventIds: string[], now: Date): Promise<void> {
  await db
    .update(eventInbox)
    .set({ state: 'done', doneAt: now, errorCode: null, errorLogId: null })
    .where(inArray(eventInbox.eventId, eventIds));
}

/** Tried again after 2, 4, 8 … 256 s, then left to a person. */
export async function noteFailed(
  db: Executor,
  event: InboxEvent,
  failure: { code: string; logId?: string },
  now: Date,
): Promise<void> {
  const given = event.attempts >= ATTEMPTS_MAX;
  await db
    .update(eventInbox)
    .set({
      state: given ? 'failed' : 'waiting',
      dueAt: new Date(now.getTime() + 1000 * 2 ** event.attempts),
      errorCode: failure.code,
      errorLogId: failure.logId ?? null,
    })
    .where(eq(eventInbox.eventId, event.eventId));
}

/** Failed events take their turn again; all of them, or one. Answers how many. */
export async function replayFailed(db: Executor, now: Date, eventId?: string): Promise<number> {
  const rows = await db
    .update(eventInbox)
    .set({ state: 'waiting', attempts: 0, dueAt: now })
    .where(
      and(
        eq(eventInbox.state, 'failed'),
        eventId === undefined ? undefined : eq(eventInbox.eventId, eventId),
      ),
    )
    .returning({ eventId: eventInbox.eventId });
  return rows.length;
}

export async function pruneInbox(db: Executor, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  await db
    .delete(eventInbox)
    .where(and(lt(eventInbox.receivedAt, before), inArray(eventInbox.state, ['done', 'ignored'])));
}

/** How many in each state, and the newest failed ones. */
export async function inboxSummary(db: Executor, failedShown = 50) {
  const states = await db
    .select({ state: eventInbox.state, n: count() })
    .from(eventInbox)
    .groupBy(eventInbox.state);
  const [last] = await db
    .select({ at: eventInbox.receivedAt, via: eventInbox.via })
    .from(eventInbox)
    .where(gt(eventInbox.receivedAt, new Date(0)))
    .orderBy(desc(eventInbox.receivedAt))
    .limit(1);
  const failed = await db
    .select()
    .from(eventInbox)
    .where(eq(eventInbox.state, 'failed'))
    .orderBy(desc(eventInbox.receivedAt))
    .limit(failedShown);
  return { states, last: last ?? null, failed };
}
