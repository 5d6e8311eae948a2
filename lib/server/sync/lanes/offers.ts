import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readCursor } from '@/lib/server/sync/cursor';
import type { Lane } from '@/lib/server/sync/lane';
import { JOINED_STEP, OFFER_STEP, readLateStages } from '@/lib/server/sync/late-stages';
import type { SyncRun } from '@/lib/server/sync/run';

const APPLICATIONS_PER_PAGE = 20;

const Place = z.object({
  phase: z.enum(['present', 'earlier']),
  after: z.string().optional(),
});
type Place = z.infer<typeof Place>;

/**
 * Offers where there can be one (there is no list of them): applications in an offer stage or
 * later, then, once every body and its history is here, those that once were and went back.
 * @param bodiesRead settles when the bodies are here, however that went
 */
export const offersLane = (bodiesRead: Promise<unknown>): Lane => ({
  kind: 'offers',
  async *pages(run, cursor) {
    let place: Place = readCursor(Place, cursor, { phase: 'present' });
    for (;;) {
      const rows = await next(run, place);
      const last = rows.at(-1);
      if (last === undefined) {
        if (place.phase === 'earlier') return;
        await bodiesRead.catch(() => undefined);
        run.signal.throwIfAborted();
        place = { phase: 'earlier' };
        continue;
      }
      place = { phase: place.phase, after: last.id };
      const late = await readLateStages(run, rows);
      yield { cursor: place, rows: rows.length, write: late.write };
    }
  },
});

async function next(run: SyncRun, { phase, after = undefined }: Place) {
  const { rows } = await run.deps.db.execute<{ id: string; joined: boolean }>(sql`
    select id, greatest(step, furthest_step) >= ${JOINED_STEP} as joined from applications
     where case when ${phase}::text = 'present' then step >= ${OFFER_STEP}
                else step < ${OFFER_STEP} and furthest_step >= ${OFFER_STEP} end
       and (${after ?? null}::text is null or id < ${after ?? null})
     order by id desc limit ${APPLICATIONS_PER_PAGE}`);
  return rows;
}
