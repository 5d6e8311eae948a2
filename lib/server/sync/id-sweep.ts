import 'server-only';
import { sql } from 'drizzle-orm';
import { walkPages } from '@/lib/server/feishu/paging';
import { listApplicationIds } from '@/lib/server/feishu/resources/applications';
import { chunk } from '@/lib/server/mirror/values';
import { fetchBodies, storeBodies } from './bodies';
import type { OnChanged } from './changed-records';
import type { SyncRun } from './run';
import { BODIES_PER_PAGE, VANISHED_ALWAYS_FEW, VANISHED_MAX_SHARE } from './settings';

/** So many applications vanished at once that a person must look first. */
export class VanishedError extends Error {
  override readonly name = 'VanishedError';
  readonly code = 'VANISHED';
  constructor(
    readonly gone: number,
    readonly known: number,
  ) {
    super(`${gone} of ${known} applications are in no list any more; none was deleted here`);
  }
}

/**
 * Compares all ids with ours: those we lack are read, those Feishu lacks are asked for one by one
 * and deleted only where it says they do not exist. There is no other sign of a deletion without
 * events.
 * @throws VanishedError
 */
export async function sweepIds(run: SyncRun, onChanged: OnChanged): Promise<void> {
  const listed = new Set<string>();
  for await (const page of walkPages((token) => listApplicationIds(run.feishu, {}, token))) {
    for (const id of page.items) listed.add(id);
  }
  const { rows } = await run.deps.db.execute<{ id: string }>(sql`select id from applications`);
  const known = new Set(rows.map(({ id }) => id));
  const gone = [...known].filter((id) => !listed.has(id));
  if (gone.length > Math.max(VANISHED_ALWAYS_FEW, known.size * VANISHED_MAX_SHARE)) {
    throw new VanishedError(gone.length, known.size);
  }
  const missing = [...listed].filter((id) => !known.has(id));
  for (const ids of chunk([...gone, ...missing], BODIES_PER_PAGE)) {
    const bodies = await fetchBodies(run.feishu, ids);
    const { changed } = await run.commit((tx, context) => storeBodies(tx, bodies, context));
    onChanged(changed);
  }
}
