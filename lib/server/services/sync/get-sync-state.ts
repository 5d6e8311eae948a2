import 'server-only';
import { SYNC_KINDS, type SyncKindDto, type SyncStateDto } from '@/lib/domain/settings';
import { mirrorState, syncCheckpoints } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import { SYNC_INTERVAL_SECONDS } from '@/lib/server/sync/settings';
import { getCallBudget } from './get-call-budget';
import { readSyncNote } from './get-sync-note';
import { POLLING } from './polling';

type Checkpoint = typeof syncCheckpoints.$inferSelect;

/** Where each kind of record stands, in the order they are read. */
export async function getSyncState(): Promise<SyncStateDto> {
  const { db } = runtime();
  const [note, [mirror], rows, { plan }] = await Promise.all([
    readSyncNote(db),
    db.select({ restartedBecause: mirrorState.restartedBecause }).from(mirrorState),
    db.select().from(syncCheckpoints),
    getCallBudget(db),
  ]);
  const byKind = new Map(rows.map((row) => [row.kind, row]));
  return {
    note,
    leftOut: plan.leftOut,
    at: new Date().toISOString(),
    kinds: SYNC_KINDS.map((kind) => toKind(kind, byKind.get(kind), plan.stretch)),
    intervalSeconds: SYNC_INTERVAL_SECONDS,
    restartedBecause: mirror?.restartedBecause ?? null,
  };
}

function toKind(
  kind: SyncKindDto['kind'],
  row: Checkpoint | undefined,
  stretch: number,
): SyncKindDto {
  return {
    kind,
    state: row?.state ?? 'waiting',
    done: row?.done ?? 0,
    total: row?.total ?? null,
    lastSuccessAt: row?.lastSuccessAt?.toISOString() ?? null,
    polling: POLLING[kind].map(({ what, seconds }) => ({
      what,
      seconds: Math.round(seconds * stretch),
    })),
    lastError:
      row?.lastErrorCode && row.lastErrorAt
        ? {
            code: row.lastErrorCode,
            logId: row.lastErrorLogId,
            at: row.lastErrorAt.toISOString(),
          }
        : null,
    summary: row?.summary ?? null,
  };
}
