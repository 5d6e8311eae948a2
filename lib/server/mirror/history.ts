import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import type { MirrorContext } from './context';
import { dueHistory, type HistorySource, type HistoryState } from './history-due';

type Row = { id: string; source: HistorySource; known: HistoryState[] };

const BATCH = 200;
const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/**
 * Adds to the histories of these applications what happened since. To be called in the transaction
 * that wrote them, after their facts were derived; those without a body have no history yet.
 */
export async function appendHistory(
  executor: Executor,
  applicationIds: readonly string[],
  context: Pick<MirrorContext, 'now'>,
): Promise<void> {
  for (let start = 0; start < applicationIds.length; start += BATCH) {
    const { rows } = await executor.execute<Row>(sql`
      select a.id,
        jsonb_build_object(
          'jobId', a.job_id, 'stageId', a.stage_id, 'outcome', a.outcome,
          'modifiedAt', ${ms('a.modified_at')}, 'endedAt', ${ms('a.ended_at')},
          'endedPrecision', a.ended_precision,
          'visits', coalesce((
            select jsonb_agg(jsonb_build_object('stageId', v.stage_id, 'step', v.step,
                     'enteredAt', ${ms('v.entered_at')}) order by v.seq)
              from stage_visits v where v.application_id = a.id), '[]'::jsonb)) as source,
        coalesce((
          select jsonb_agg(jsonb_build_object('at', ${ms('h.at')}, 'exact', h.exact,
                   'jobId', h.job_id, 'stageId', h.stage_id, 'outcome', h.outcome) order by h.seq)
            from application_history h where h.application_id = a.id), '[]'::jsonb) as known
        from applications a
       where a.body_at is not null
         and a.id = any(${sql.param(applicationIds.slice(start, start + BATCH))}::text[])`);
    const now = context.now.getTime();
    await insert(
      executor,
      rows.flatMap(({ id, source, known }) =>
        dueHistory(known, source, now).map((state) => ({ id, ...state })),
      ),
      context.now,
    );
  }
}

/** The last row of applications that Feishu does not have any more: when we learned of it. */
export async function endHistory(
  executor: Executor,
  applicationIds: readonly string[],
  context: Pick<MirrorContext, 'now'>,
): Promise<void> {
  const now = context.now.toISOString();
  await executor.execute(sql`
    insert into application_history (application_id, at, seen_at, job_id, stage_id, outcome, exact)
    select id, ${now}::timestamptz, ${now}::timestamptz, job_id, stage_id, 'deleted', false
      from applications
     where body_at is not null and id = any(${sql.param([...applicationIds])}::text[])`);
}

async function insert(
  executor: Executor,
  states: readonly (HistoryState & { id: string })[],
  seenAt: Date,
): Promise<void> {
  if (states.length === 0) return;
  const json = JSON.stringify(states.map((state) => ({ ...state, at: new Date(state.at) })));
  // Feishu's clock may be ahead of ours: nothing is seen before it happens.
  await executor.execute(sql`
    insert into application_history (application_id, at, seen_at, job_id, stage_id, outcome, exact)
    select d.id, d.at, greatest(d.at, ${seenAt.toISOString()}::timestamptz), d."jobId",
           d."stageId", d.outcome, d.exact
      from rows from (jsonb_to_recordset(${json}::jsonb) as (
             id text, at timestamptz, exact boolean, "jobId" text, "stageId" text, outcome text))
           with ordinality as d(id, at, exact, "jobId", "stageId", outcome, place)
     order by d.place`);
}
