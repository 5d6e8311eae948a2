import 'server-only';
import { sql } from 'drizzle-orm';
import type { LocalizedText, PersonRef } from '@/lib/domain/common';
import type { ChangeRow } from '@/lib/server/db/change-reader';
import type { Database } from '@/lib/server/db/pool';
import { groupBy } from '@/lib/server/mirror/values';
import { ACTIONS } from '@/lib/server/services/audit';
import { localized } from '@/lib/server/services/names';
import { type People, readPeople } from '@/lib/server/services/people';

/** Of an application: what decides who sees it, and what is told of it. */
export type ApplicationFacts = {
  jobId: string;
  talentId: string | null;
  /** Who evaluates or interviews it; nobody once it has ended. */
  assignees: ReadonlySet<string>;
  name: string | null;
};

/** What is said of a batch of changes to whoever may hear it, read once for all of them. */
export type Digest = {
  application(id: string): ApplicationFacts | undefined;
  /** Applications of a talent. */
  ofTalent(talentId: string): readonly ApplicationFacts[];
  members(jobId: string): ReadonlySet<string>;
  stage(jobId: string, stageId: string): LocalizedText | null;
  /** Who of ours made the change; null when it was made in Feishu. */
  actor(row: ChangeRow): PersonRef | null;
};

type Application = {
  id: string;
  job_id: string;
  talent_id: string | null;
  name: string | null;
  assignees: string[];
};
type Stage = { id: string; job_id: string; name_zh: string; name_en: string };

export async function digestChanges(db: Database, rows: readonly ChangeRow[]): Promise<Digest> {
  const idsOf = (entity: string) => [
    ...new Set(rows.flatMap((row) => (row.entity === entity ? row.entityId : []))),
  ];
  const found = await readApplications(db, idsOf('application'), idsOf('talent'));
  const applications = new Map(found.map((row) => [row.id, factsOf(row)]));
  const byTalent = groupBy([...applications.values()], ({ talentId }) => talentId ?? '');
  const jobIds = [...new Set([...found.map((row) => row.job_id), ...idsOf('job')])];
  const [members, stages, actors] = await Promise.all([
    readMembers(db, jobIds),
    readStages(db, rows, jobIds),
    readActors(db, rows),
  ]);
  const stageNames = new Map(
    stages.map((stage) => [`${stage.job_id} ${stage.id}`, localized(stage.name_zh, stage.name_en)]),
  );
  return {
    application: (id) => applications.get(id),
    ofTalent: (talentId) => byTalent.get(talentId) ?? [],
    members: (jobId) => members.get(jobId) ?? new Set(),
    stage: (jobId, stageId) => stageNames.get(`${jobId} ${stageId}`) ?? null,
    actor: (row) => actors.people.refOrNull(row.actorOpenId ?? actors.unnamed.get(row.seq)),
  };
}

const factsOf = (row: Application): ApplicationFacts => ({
  jobId: row.job_id,
  talentId: row.talent_id,
  assignees: new Set(row.assignees),
  name: row.name,
});

/** Those told of, and all of the talents told of. Who is assigned: as `load-actor.ts` says. */
async function readApplications(
  db: Database,
  ids: readonly string[],
  talentIds: readonly string[],
): Promise<Application[]> {
  if (ids.length + talentIds.length === 0) return [];
  const { rows } = await db.execute<Application>(sql`
    select a.id, a.job_id, a.talent_id, t.name,
      case when a.outcome = 'active' then array(
        select e.evaluator_id from evaluations e where e.application_id = a.id
        union
        select r.interviewer_id from interview_records r
          join interviews i on i.id = r.interview_id
         where r.application_id = a.id and not i.cancelled
      ) else '{}' end as assignees
    from applications a left join talents t on t.id = a.talent_id
    where a.id = any(${sql.param(ids)}::text[])
       or a.talent_id = any(${sql.param(talentIds)}::text[])`);
  return rows;
}

async function readMembers(
  db: Database,
  jobIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await db.execute<{ job_id: string; people: string[] }>(sql`
    select job_id, array_agg(open_id) as people from job_members
     where job_id = any(${sql.param(jobIds)}::text[]) group by job_id`);
  return new Map(rows.map((row) => [row.job_id, new Set(row.people)]));
}

/** Names of the stages moved to, for each job by its own process. */
async function readStages(
  db: Database,
  rows: readonly ChangeRow[],
  jobIds: readonly string[],
): Promise<Stage[]> {
  const ids = [...new Set(rows.flatMap((row) => movedTo(row) ?? []))];
  if (ids.length === 0) return [];
  const found = await db.execute<Stage>(sql`
    select s.id, j.id as job_id, s.name_zh, s.name_en
      from jobs j join stages s on s.process_id = j.process_id
     where j.id = any(${sql.param(jobIds)}::text[]) and s.id = any(${sql.param(ids)}::text[])`);
  return found.rows;
}

/** Changes are read within a second; a request of ours takes no longer than this. */
const OWN_WITHIN_MS = 60_000;

/**
 * Who made the changes. An event may outrun the answer to our own move: it is then mirrored as
 * something that happened in Feishu, and the request under way says whose it was.
 */
async function readActors(
  db: Database,
  rows: readonly ChangeRow[],
): Promise<{ people: People; unnamed: ReadonlyMap<number, string> }> {
  const moves = rows.filter((row) => row.actorOpenId === null && movedTo(row) !== null);
  const { rows: requests } =
    moves.length === 0
      ? { rows: [] }
      : await db.execute<{ seq: string; actor: string }>(sql`
          select c.seq, w.actor_open_id as actor
            from changes c join write_requests w on w.entity_id = c.entity_id
           where c.seq = any(${sql.param(moves.map(({ seq }) => seq))}::bigint[])
             and w.action = ${ACTIONS.moveApplication}
             and w.created_at > ${new Date(Date.now() - OWN_WITHIN_MS).toISOString()}::timestamptz
             and (w.state = 'sending'
                  or w.state = 'done' and w.answer ->> 'stageId' = c.detail ->> 'to')`);
  const unnamed = new Map(requests.map(({ seq, actor }) => [Number(seq), actor]));
  const people = await readPeople(db, [...rows.map((row) => row.actorOpenId), ...unnamed.values()]);
  return { people, unnamed };
}

/** The stage a change moved an application to. */
export function movedTo({ detail }: ChangeRow): string | null {
  return detail.what === 'stage' && typeof detail.to === 'string' ? detail.to : null;
}

/** The job an application was in before. */
export function cameFrom({ detail }: ChangeRow): string | null {
  return typeof detail.fromJob === 'string' ? detail.fromJob : null;
}
