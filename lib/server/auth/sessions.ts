import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { sessions } from '@/lib/server/db/schema/operations';

/** A session ends eight hours after sign-in, whatever happens in it … */
export const SESSION_SECONDS = 8 * 60 * 60;
/** … and after two hours in which nobody asked for anything. */
export const IDLE_SECONDS = 2 * 60 * 60;
const FORGET_SECONDS = 24 * 60 * 60;
/** `last_seen_at` is written at most this often. */
export const TOUCH_SECONDS = 60;

/**
 * A new session of its own, never one that existed before sign-in. Answers its id. Sessions over
 * for a day are forgotten on the way.
 */
export async function createSession(
  db: Executor,
  openId: string,
  now = Date.now(),
): Promise<string> {
  const id = randomUUID();
  await db.delete(sessions).where(lt(sessions.expiresAt, new Date(now - FORGET_SECONDS * 1000)));
  await db.insert(sessions).values({
    id,
    openId,
    createdAt: new Date(now),
    lastSeenAt: new Date(now),
    expiresAt: new Date(now + SESSION_SECONDS * 1000),
  });
  return id;
}

/** From here on the cookie that names this session opens nothing. */
export async function endSession(db: Executor, id: string, now = Date.now()): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: new Date(now) })
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)));
}

export async function touchSession(db: Executor, id: string, now: number): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: new Date(now) })
    .where(eq(sessions.id, id));
}
