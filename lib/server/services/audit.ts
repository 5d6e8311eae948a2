import 'server-only';
import type { Executor } from '@/lib/server/db/pool';
import { auditLog } from '@/lib/server/db/schema/operations';

/** Every act the audit log names. */
export const ACTIONS = {
  moveApplication: 'application.move',
  terminateApplication: 'application.terminate',
  recoverApplication: 'application.recover',
  createNote: 'note.create',
  revealContact: 'talent.contact.reveal',
  readAttachment: 'attachment.read',
  startSync: 'sync.start',
} as const;
export type Action = (typeof ACTIONS)[keyof typeof ACTIONS];

/** Of one HTTP request: what the audit log keeps about where an act came from. */
export type RequestFacts = { requestId: string; ip: string | null };

export type AuditEntry = RequestFacts & {
  actorOpenId: string;
  action: Action;
  entity: 'application' | 'talent' | 'attachment' | 'sync';
  entityId: string;
  /** Ids, codes and words of the act; never contact, pay or the text of a note. */
  detail?: Record<string, unknown>;
};

/** One row for good; whoever calls it before answering leaves no act unlogged. */
export async function audit(db: Executor, entry: AuditEntry, at = new Date()): Promise<void> {
  await db.insert(auditLog).values({ ...entry, at });
}
