import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { listInterviews } from '@/lib/server/feishu/resources/interviews';
import { upsertInterviews } from '@/lib/server/mirror/interviews';
import { readCursor } from '@/lib/server/sync/cursor';
import { type Lane, type LanePage, tokenPages } from '@/lib/server/sync/lane';
import { recordDetailPages } from '@/lib/server/sync/record-details';
import type { SyncRun } from '@/lib/server/sync/run';
import { INTERVIEW_SLICES } from '@/lib/server/sync/settings';

const Place = z.object({
  /** End of the slice of begin times that is next, epoch ms; absent once all are walked. */
  to: z.number().optional(),
  token: z.string().optional(),
  /** Scores are read after the interviews, from this record id down. */
  before: z.string().optional(),
});

/**
 * Interviews by when they begin (there is no other filter), from the farthest ahead back to before
 * the first job, then the scores of every feedback that was given.
 */
export const interviewsLane: Lane = {
  kind: 'interviews',
  async *pages(run, cursor) {
    const start = run.deps.clock.now() + INTERVIEW_SLICES.ahead;
    const place = readCursor(Place, cursor, { to: start });
    if (place.to !== undefined || place.before === undefined) {
      yield* slices(run, place.to ?? start, place.token);
    }
    yield* recordDetailPages(run, place.before);
  },
};

async function* slices(
  run: SyncRun,
  from: number,
  token: string | undefined,
): AsyncGenerator<LanePage, void, undefined> {
  const oldest = await firstJobAt(run);
  let kept = token;
  for (let to = from; to > oldest; to -= INTERVIEW_SLICES.width) {
    const beginTo = to;
    const window = { beginFrom: Math.max(1, to - INTERVIEW_SLICES.width + 1), beginTo };
    yield* tokenPages(
      'interviews',
      (next) => listInterviews(run.feishu, window, next),
      kept,
      async (tx, items, context) => (await upsertInterviews(tx, items, context)).tally,
      (next) => (next ? { to: beginTo, token: next } : { to: beginTo - INTERVIEW_SLICES.width }),
    );
    kept = undefined;
  }
}

/** No interview is older than the first job; without any, half a year is looked through. */
async function firstJobAt(run: SyncRun): Promise<number> {
  const { rows } = await run.deps.db.execute<{ at: string | null }>(
    sql`select min(created_at) as at from jobs`,
  );
  const first = rows[0]?.at;
  return first ? new Date(first).getTime() : run.deps.clock.now() - INTERVIEW_SLICES.ahead;
}
