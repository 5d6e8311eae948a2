import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import type { Tally } from './tally';

/** What id lists tell of one application of a job (CONTRACT section 0). */
export type ListedApplication = {
  id: string;
  active: boolean;
  /** Null where no stage listed it. */
  stageId: string | null;
};

/**
 * Job, stage and status of applications of one job, without their bodies. Rows whose body is here
 * are never touched: where the lists disagree with it, it is read again. A stage that belongs to
 * several processes is taken in the job's own, one that belongs to none of them by its furthest step.
 */
export async function writeListed(
  executor: Executor,
  jobId: string,
  list: readonly ListedApplication[],
): Promise<Tally> {
  const { rows } = await executor.execute<{ inserted: boolean }>(sql`
    insert into applications (id, job_id, active, stage_id, step, furthest_step, outcome)
    select d.id, ${jobId}, d.active, d.stage, coalesce(s.step, 1), coalesce(s.step, 1),
           case when not d.active then 'ended' when s.step = 7 then 'hired' else 'active' end
      from ${listed(list)}
      left join lateral (
        select t.step from stages t
         where t.id = d.stage
         order by t.process_id = (select process_id from jobs where id = ${jobId}) desc nulls last,
                  t.step desc
         limit 1) s on true
    on conflict (id) do update
       set job_id = excluded.job_id, active = excluded.active, stage_id = excluded.stage_id,
           step = excluded.step, furthest_step = excluded.furthest_step, outcome = excluded.outcome
     where applications.body_at is null
       and (applications.job_id, applications.active, applications.stage_id, applications.step)
           is distinct from
           (excluded.job_id, excluded.active, excluded.stage_id, excluded.step)
    returning xmax = 0 as inserted`);
  const added = rows.filter((row) => row.inserted).length;
  const updated = rows.length - added;
  return { added, updated, unchanged: list.length - rows.length, deleted: 0 };
}

/** Of `list`, those whose body says another job, another stage, or the other of active and ended. */
export const contradicted = (
  executor: Executor,
  jobId: string,
  list: readonly ListedApplication[],
): Promise<string[]> =>
  idsOf(
    executor,
    sql`select a.id from applications a join ${listed(list)} on d.id = a.id
         where a.body_at is not null
           and (a.job_id <> ${jobId} or a.active <> d.active
                or d.stage is not null and a.stage_id is distinct from d.stage)`,
  );

/** Of `ids`, those the mirror does not hold at all. */
export const unknownIds = (executor: Executor, ids: readonly string[]): Promise<string[]> =>
  idsOf(
    executor,
    sql`select given.id from unnest(${sql.param([...ids])}::text[]) as given(id)
         where not exists (select 1 from applications a where a.id = given.id)`,
  );

const listed = (list: readonly ListedApplication[]): SQL => {
  const json = JSON.stringify(
    list.map(({ id, active, stageId }) => ({ id, active, stage: stageId })),
  );
  return sql`jsonb_to_recordset(${json}::jsonb) as d(id text, active boolean, stage text)`;
};

async function idsOf(executor: Executor, query: SQL): Promise<string[]> {
  const { rows } = await executor.execute<{ id: string }>(query);
  return rows.map((row) => row.id);
}
