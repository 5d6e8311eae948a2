import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { fetchBodies, storeBodies } from '@/lib/server/sync/bodies';
import { readCursor } from '@/lib/server/sync/cursor';
import type { Lane } from '@/lib/server/sync/lane';
import type { SyncRun } from '@/lib/server/sync/run';
import { BODIES_PER_PAGE } from '@/lib/server/sync/settings';

const Place = z.object({
  /** Bodies that are here are read again too: not the first time through. */
  again: z.boolean(),
  active: z.boolean().optional(),
  id: z.string().optional(),
});
type Place = z.infer<typeof Place>;

/**
 * The binding limit of the mirror: one call an application (CONTRACT section 0). Active ones first,
 * then the ended ones, each newest first; ids grow with time.
 */
export const applicationsLane: Lane = {
  kind: 'applications',
  total: async (run) => {
    const { rows } = await run.deps.db.execute<{ n: number }>(
      sql`select count(*)::int as n from applications`,
    );
    return rows[0]?.n ?? 0;
  },
  async *pages(run, cursor) {
    let place = readCursor(Place, cursor, { again: await isRepeat(run) });
    for (;;) {
      const rows = await nextIds(run, place);
      const last = rows.at(-1);
      if (last === undefined) return;
      place = { again: place.again, active: last.active, id: last.id };
      const bodies = await fetchBodies(
        run.feishu,
        rows.map(({ id }) => id),
      );
      yield {
        cursor: place,
        rows: rows.length,
        write: async (tx, context) => (await storeBodies(tx, bodies, context)).tally,
      };
    }
  },
};

async function isRepeat(run: SyncRun): Promise<boolean> {
  const { rows } = await run.deps.db.execute<{ complete: boolean }>(
    sql`select complete_at is not null as complete from mirror_state`,
  );
  return rows[0]?.complete ?? false;
}

async function nextIds(run: SyncRun, place: Place): Promise<{ id: string; active: boolean }[]> {
  const { again, active = null, id = null } = place;
  const { rows } = await run.deps.db.execute<{ id: string; active: boolean }>(sql`
    select id, active from applications
     where (${again}::boolean or body_at is null)
       and (${id}::text is null or (active, id) < (${active}::boolean, ${id}::text))
     order by active desc, id desc limit ${BODIES_PER_PAGE}`);
  return rows;
}
