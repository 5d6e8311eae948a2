import 'server-only';
import type { Executor } from '@/lib/server/db/pool';
import { quarantine } from '@/lib/server/db/schema/operations';
import { upsertRows } from './upsert';

/** An upstream row that could not be read: which one and which fields, never its contents. */
export type BadRow = { id: string | undefined; fields: string[] };

/**
 * Keeps what could not be stored for a person to look at; the rest of the page goes on. Rows whose
 * id is unreadable share one line per kind.
 */
export async function quarantineRows(
  executor: Executor,
  kind: string,
  rows: readonly BadRow[],
  seenAt: Date,
): Promise<void> {
  await upsertRows(
    executor,
    quarantine,
    rows.map(({ id, fields }) => ({
      kind,
      id: id ?? `${kind}:without-id`,
      reason: `unusable ${fields.slice(0, 5).join(', ')}`.slice(0, 300),
      seenAt,
    })),
    { key: ['id'], compare: ['kind', 'reason'] },
  );
}
