import 'server-only';
import type { Actor } from '@/lib/server/db/actor';
import type { Executor } from '@/lib/server/db/pool';
import { auditLog } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';

/** Every act the audit log names. */
export const ACTIONS = {
  moveApplication: 'application.move',
  terminateApplication: 'application.terminate',
  recoverApplication: 'application.recover',
  createNote: 'note.create',
  revealContact: 'talent.contact.reveal',
  readAttachment: 'attachment.read',
  startSync: 'sync.start',
  pauseSync: 'sync.pause',
  resumeSync: 'sync.resume',
  readAgain: 'sync.read_again',
  replayEvents: 'events.replay',
  mapRole: 'role.map',
  unmapRole: 'role.unmap',
  endSessions: 'sessions.end',
} as const;
export type Action = (typeof ACTIONS)[keyof typeof ACTIONS];

/** Of one HTTP request: what the audit log keeps about where an act came from. */
export type RequestFacts = { requestId: string; ip: string | null };

export type AuditEntry = RequestFacts & {
  actorOpenId: string;
  action: Action;
  entity: 'application' | 'talent' | 'attachment' | 'sync' | 'event' | 'role' | 'person';
  entityId: string;
  /** Ids, codes and words of the act; never contact, pay or the text of a note. */
  detail?: Record<string, unknown>;
};

/** The same for an act whose effect is not a service's own. */
export async function auditAct(
  actor: Actor,
  entry: Omit<AuditEntry, 'actorOpenId'>,
): Promise<void> {
  await audit(runtime().db, { ...entry, actorOpenId: actor.openId });
}

/** One row for good; whoever calls it before answering leaves no act unlogged. */
export async function audit(db: Executor, entry: AuditEntry, at = new Date()): Promise<void> {
  await db.insert(auditLog).values({ ...entry, at });
}
