import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import type { Tally } from './tally';

/**
 * What id lists tell: application → job, stage, active, without a body (CONTRACT section 0). Rows
 * whose body is here are never touched: where the lists disagree with it, it is read again.
 */

/** `ids` are applications of `jobId`, active ones or ended ones. */
export async function writeJobIds(
  executor: Executor,
  jobId: string,
  active: boolean,
  ids: readonly string[],
): Promise<Tally> {
  const { rows } = await executor.execute<{ inserted: boolean }>(sql`
    insert into applications (id, job_id, active, outcome)
    select id, ${jobId}, ${active}::boolean, ${active ? 'active' : 'ended'}
      from unnest(${sql.param([...ids])}::text[]) as id
    on conflict (id) do update
       set job_id = excluded.job_id, active = excluded.active, outcome = excluded.outcome
     where applications.body_at is null
       and (applications.job_id, applications.active)
           is distinct from (excluded.job_id, excluded.active)
    returning xmax = 0 as inserted`);
  const added = rows.filter((row) => row.inserted).length;
  const updated = rows.length - added;
  return { added, updated, unchanged: ids.length - rows.length, deleted: 0 };
}

/**
 * `ids` are applications whose present stage is `stageId`, of whatever job. A stage may belong to
 * several processes; one that belongs to none of the job's is taken by its furthest step.
 */
export async function writeStageIds(
  executor: Executor,
  stageId: string,
  ids: readonly string[],
): Promise<Tally> {
  const { rowCount } = await executor.execute(sql`
    update applications a
       set stage_id = s.id, step = s.step, furthest_step = s.step,
           outcome = case when not a.active then 'ended'
                          when s.step = 7 then 'hired' else 'active' end
      from jobs j, stages s
     where a.id = any(${sql.param([...ids])}::text[]) and a.body_at is null
       and j.id = a.job_id and s.id = ${stageId}
       and s.process_id = coalesce(
             (select t.process_id from stages t where t.id = s.id and t.process_id = j.process_id),
             (select t.process_id from stages t where t.id = s.id order by t.step desc limit 1))
       and (a.stage_id is distinct from s.id or a.step <> s.step)`);
  const updated = rowCount ?? 0;
  return { added: 0, updated, unchanged: ids.length - updated, deleted: 0 };
}

/** Of `ids`, those whose body says another job, or the other of active and ended. */
export async function staleByJob(
  executor: Executor,
  jobId: string,
  active: boolean,
  ids: readonly string[],
): Promise<string[]> {
  return idsOf(
    executor,
    sql`select id from applications
         where id = any(${sql.param([...ids])}::text[]) and body_at is not null
           and (job_id <> ${jobId} or active <> ${active})`,
  );
}

/** Of `ids`, those whose body says another stage. */
export async function staleByStage(
  executor: Executor,
  stageId: string,
  ids: readonly string[],
): Promise<string[]> {
  return idsOf(
    executor,
    sql`select id from applications
         where id = any(${sql.param([...ids])}::text[]) and body_at is not null
           and stage_id is distinct from ${stageId}`,
  );
}

/** Of `ids`, those the mirror does not hold at all. */
export async function unknownIds(executor: Executor, ids: readonly string[]): Promise<string[]> {
  return idsOf(
    executor,
    sql`select given.id from unnest(${sql.param([...ids])}::text[]) as given(id)
         where not exists (select 1 from applications a where a.id = given.id)`,
  );
}

async function idsOf(executor: Executor, query: SQL): Promise<string[]> {
  const { rows } = await executor.execute<{ id: string }>(query);
  return rows.map((row) => row.id);
}
