import 'server-only';
import { createHash } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import { AppError } from '@/lib/domain/app-error';
import type { ErrorCode } from '@/lib/domain/error-codes';
import type { Database } from '@/lib/server/db/pool';
import { writeRequests } from '@/lib/server/db/schema/operations';
import { type AuditEntry, audit } from '@/lib/server/services/audit';

/** What somebody asks to be done, under the id that makes a repetition harmless. */
export type Intent = {
  requestId: string;
  /** Everything the request says; another body under the same id is a conflict. */
  body: unknown;
  audit: AuditEntry;
};

const KEPT_MS = 24 * 60 * 60 * 1000;

export type StoredRequest = typeof writeRequests.$inferSelect;

/**
 * The row of an intent that came before.
 * @throws AppError CONFLICT where the id was used for something else
 */
export async function findRequest(
  db: Database,
  intent: Intent,
): Promise<StoredRequest | undefined> {
  const [row] = await db.select().from(writeRequests).where(rowOf(intent));
  if (!row) return undefined;
  const { actorOpenId, action, entityId } = intent.audit;
  const same =
    row.actorOpenId === actorOpenId &&
    row.action === action &&
    row.entityId === entityId &&
    row.bodyHash === hashOf(intent.body);
  if (same) return row;
  throw new AppError('CONFLICT', 'This request id was used for something else', {
    reason: 'request_reused',
  });
}

/**
 * True for the one caller who may now send; false where the id is taken. `pending` waits in the
 * answer's place until there is one.
 */
export async function claimRequest(
  db: Database,
  intent: Intent,
  pending: unknown,
): Promise<boolean> {
  const { actorOpenId, action, entityId } = intent.audit;
  // Nobody repeats a request a day later; its answer names a person and is not kept longer.
  await db.delete(writeRequests).where(lt(writeRequests.createdAt, new Date(Date.now() - KEPT_MS)));
  const rows = await db
    .insert(writeRequests)
    .values({
      requestId: intent.requestId,
      actorOpenId,
      action,
      entityId,
      bodyHash: hashOf(intent.body),
      state: 'sending',
      answer: pending,
      createdAt: new Date(),
    })
    .onConflictDoNothing()
    .returning({ requestId: writeRequests.requestId });
  return rows.length > 0;
}

export async function keepAnswer(
  db: Database,
  intent: Intent,
  answer: unknown,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await db.transaction(async (tx) => {
    await audit(tx, { ...intent.audit, detail: { ...intent.audit.detail, ...detail } });
    await tx.update(writeRequests).set({ state: 'done', answer }).where(rowOf(intent));
  });
}

export async function keepDoubt(db: Database, intent: Intent, pending: unknown): Promise<void> {
  const detail = { ...intent.audit.detail, outcome: 'uncertain' };
  await db.transaction(async (tx) => {
    await audit(tx, { ...intent.audit, detail });
    await tx
      .update(writeRequests)
      .set({ state: 'uncertain', answer: pending })
      .where(rowOf(intent));
  });
}

type Refusal = { code: ErrorCode; detail: string; reason?: string; logId?: string };

export async function keepRefusal(db: Database, intent: Intent, error: AppError): Promise<void> {
  const { code, message, reason, logId } = error;
  const answer: Refusal = { code, detail: message, reason, logId };
  await db.update(writeRequests).set({ state: 'refused', answer }).where(rowOf(intent));
}

/** Nothing was sent: the id may be used again. */
export async function forgetRequest(db: Database, intent: Intent): Promise<void> {
  await db.delete(writeRequests).where(rowOf(intent));
}

/** The refusal that `keepRefusal` stored. */
export function refusalOf(row: StoredRequest): AppError {
  // Only `keepRefusal` writes the answer of a refused row.
  const { code, detail, reason, logId } = row.answer as Refusal;
  return new AppError(code, detail, { reason, logId });
}

const rowOf = (intent: Intent) => eq(writeRequests.requestId, intent.requestId);
const hashOf = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest('hex');
