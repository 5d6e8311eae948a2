import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { LocalizedText } from '@/lib/domain/common';
import { NONE_ID } from '@/lib/domain/none';
import type { ApplicationRowDto } from '@/lib/domain/pipeline';
import { STEP_SLA_DAYS, stepAt } from '@/lib/domain/steps';
import type { Executor } from '@/lib/server/db/pool';
import { applications } from '@/lib/server/db/schema/applications';
import { jobs } from '@/lib/server/db/schema/jobs';
import { people, resumeSources, stages } from '@/lib/server/db/schema/organisation';
import { talents } from '@/lib/server/db/schema/talents';
import { localized, personRef } from '@/lib/server/services/names';

type Ask = {
  /** A condition on `applications`, the scope included (`applicationConditions`). */
  where: SQL;
  /** May name columns of `applications` and `talents`. */
  orderBy: SQL[];
  limit?: number;
  /** A value of each row, as text, to go on from after the last. */
  key?: SQL;
};

/** Applications as cards and rows draw them, each with its `key`; one query. */
export async function readApplicationRows(
  db: Executor,
  { where, orderBy, limit, key = sql`null` }: Ask,
): Promise<{ row: ApplicationRowDto; key: string | null }[]> {
  const found = await selectRows(db, key)
    .where(limit === undefined ? where : first(limit, where, orderBy))
    .orderBy(...orderBy);
  return found.map((columns) => ({ row: toRow(columns), key: columns.key }));
}

/** The ids of the page alone are sorted and cut, so that names are looked up for a page's rows. */
const first = (limit: number, where: SQL, orderBy: SQL[]) => sql`${applications.id} in (
  select ${applications.id} from ${applications}
  left join ${talents} on ${talents.id} = ${applications.talentId}
  where ${where} order by ${sql.join(orderBy, sql`, `)} limit ${limit})`;

/** A stage the job's process does not name may still be known from another process. */
const elsewhere = (name: 'name_zh' | 'name_en') =>
  sql<string | null>`coalesce(${name === 'name_zh' ? stages.nameZh : stages.nameEn},
    (select s.${sql.identifier(name)} from stages s where s.id = ${applications.stageId} limit 1))`;

const eventPeople = sql<LocalizedText[] | null>`
  case when ${applications.nextEventKind} is not null then (
    select json_agg(
      json_build_object('zh', p.name_zh, 'en', coalesce(nullif(p.name_en, ''), p.name_zh))
      order by o.place)
    from jsonb_array_elements_text(${applications.nextEventPeople})
      with ordinality as o(open_id, place)
    cross join lateral (
      select name_zh, name_en from people where people.open_id = o.open_id limit 1
    ) p
  ) end`;

function selectRows(db: Executor, key: SQL) {
  return db
    .select({
      id: applications.id,
      bodyAt: applications.bodyAt,
      talentId: applications.talentId,
      name: talents.name,
      company: talents.company,
      school: talents.school,
      sourceZh: resumeSources.nameZh,
      sourceEn: resumeSources.nameEn,
      jobId: applications.jobId,
      jobTitle: jobs.title,
      stageId: applications.stageId,
      stageZh: elsewhere('name_zh'),
      stageEn: elsewhere('name_en'),
      step: applications.step,
      outcome: applications.outcome,
      lock: applications.lockStatus,
      createdAt: applications.createdAt,
      endedAt: applications.endedAt,
      stageEnteredAt: applications.stageEnteredAt,
      turnParty: applications.turnParty,
      turnOpenId: applications.turnOpenId,
      turnZh: people.nameZh,
      turnEn: people.nameEn,
      turnSince: applications.turnSince,
      nextEventKind: applications.nextEventKind,
      nextEventAt: applications.nextEventAt,
      nextEventPeople: eventPeople,
      key: sql<string | null>`${key}::text`,
    })
    .from(applications)
    .leftJoin(jobs, eq(jobs.id, applications.jobId))
    .leftJoin(talents, eq(talents.id, applications.talentId))
    .leftJoin(resumeSources, eq(resumeSources.id, applications.sourceId))
    .leftJoin(
      stages,
      and(eq(stages.processId, jobs.processId), eq(stages.id, applications.stageId)),
    )
    .leftJoin(people, eq(people.openId, applications.turnOpenId));
}

type Found = Awaited<ReturnType<typeof selectRows>>[number];

function toRow(found: Found): ApplicationRowDto {
  const step = stepAt(found.step);
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: found.id,
    synced: found.bodyAt !== null,
    talentId: found.talentId,
    name: found.name,
    background: found.company || found.school || null,
    source: localized(found.sourceZh, found.sourceEn),
    job: { id: found.jobId, title: found.jobTitle ?? '' },
    stage: {
      id: found.stageId ?? NONE_ID,
      name: localized(found.stageZh, found.stageEn) ?? { zh: '', en: '' },
    },
    step,
    outcome: found.outcome,
    lock: found.lock,
    createdAt: iso(found.createdAt),
    endedAt: iso(found.endedAt),
    stageEnteredAt: iso(found.stageEnteredAt),
    slaDays: STEP_SLA_DAYS[step],
    turn:
      found.turnParty && found.turnSince
        ? {
            party: found.turnParty,
            person: personRef(found.turnOpenId, found.turnZh, found.turnEn),
            since: found.turnSince.toISOString(),
          }
        : null,
    nextEvent:
      found.nextEventKind && found.nextEventAt
        ? {
            kind: found.nextEventKind,
            at: found.nextEventAt.toISOString(),
            people: found.nextEventPeople ?? [],
          }
        : null,
  };
}
