import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import type { Tally } from './tally';

/**
 * What id lists tell: application → job, stage, active, without a body (CONTRACT section 0). Rows
 * whose body is here are never touched; where the lists disagree with the body, the row is `stale`
 * and its body has to be read again.
 */
export type IdsWritten = { tally: Tally; stale: string[] };

/** `ids` are applications of `jobId`, active ones or ended ones. */
export async function writeJobIds(
  executor: Executor,
  jobId: string,
  active: boolean,
  ids: readonly string[],
): Promise<IdsWritten> {
  if (ids.length === 0) return nothing();
  const outcome = active ? 'active' : 'ended';
  const list = sql.param([...ids]);
  const { rows } = await executor.execute<{ inserted: boolean }>(sql`
    insert into applications (id, job_id, active, outcome)
    select id, ${jobId}, ${active}, ${outcome} from unnest(${list}::text[]) as id
    on conflict (id) do update
       set job_id = excluded.job_id, active = excluded.active, outcome = excluded.outcome
     where applications.body_at is null
       and (applications.job_id, applications.active)
           is distinct from (excluded.job_id, excluded.active)
    returning xmax = 0 as inserted`);
  const stale = await executor.execute<{ id: string }>(sql`
    select id from applications
     where id = any(${list}::text[]) and body_at is not null
       and (job_id <> ${jobId} or active <> ${active})`);
  return written(ids, rows, stale.rows);
}

/** `ids` are applications whose present stage is `stageId`, of whatever job. */
export async function writeStageIds(
  executor: Executor,
  stageId: string,
  ids: readonly string[],
): Promise<IdsWritten> {
  if (ids.length === 0) return nothing();
  const list = sql.param([...ids]);
  const { rows } = await executor.execute<{ inserted: boolean }>(sql`
    update applications a
       set stage_id = ${stageId}, step = known.step, furthest_step = known.step,
           outcome = case when not a.active then 'ended'
                          when known.step = 7 then 'hired' else 'active' end
      from (select b.id, coalesce(
                     (select s.step from stages s
                       where s.id = ${stageId} and s.process_id = j.process_id),
                     (select max(s.step) from stages s where s.id = ${stageId}), 1) as step
              from applications b left join jobs j on j.id = b.job_id
             where b.id = any(${list}::text[])) known
     where a.id = known.id and a.body_at is null
       and (a.stage_id is distinct from ${stageId} or a.step <> known.step)
    returning false as inserted`);
  const stale = await executor.execute<{ id: string }>(sql`
    select id from applications
     where id = any(${list}::text[]) and body_at is not null
       and stage_id is distinct from ${stageId}`);
  return written(ids, rows, stale.rows);
}

const nothing = (): IdsWritten => ({
  tally: { added: 0, updated: 0, unchanged: 0, deleted: 0 },
  stale: [],
});

function written(
  ids: readonly string[],
  rows: readonly { inserted: boolean }[],
  stale: readonly { id: string }[],
): IdsWritten {
  const added = rows.filter((row) => row.inserted).length;
  const updated = rows.length - added;
  const unchanged = ids.length - added - updated;
  return {
    tally: { added, updated, unchanged, deleted: 0 },
    stale: stale.map((row) => row.id),
  };
}
