import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { LocalizedText } from '@/lib/domain/common';
import { NONE_ID } from '@/lib/domain/none';
import { ApplicationRowDto, NextEventDto, TurnDto } from '@/lib/domain/pipeline';
import { STEP_SLA_DAYS, stepAt } from '@/lib/domain/steps';
import type { Executor } from '@/lib/server/db/pool';
import { applications } from '@/lib/server/db/schema/applications';
import { jobs } from '@/lib/server/db/schema/jobs';
import {
  people,
  resumeSources,
  stages,
  terminationReasons,
} from '@/lib/server/db/schema/organisation';
import { talents } from '@/lib/server/db/schema/talents';
import { localized, personRef } from '@/lib/server/services/names';

type Ask = {
  /** A condition on `applications`, the scope included (`applicationConditions`). */
  where: SQL;
  /** May name columns of `applications` and `talents`; none leaves the order open. */
  orderBy: SQL[];
  limit?: number;
  /** A value of each row, as text, to go on from after the last. */
  key?: SQL;
};

/**
 * Applications as cards and rows draw them, each with its `key`; one query that answers with one
 * JSON value: the protocol's row by row, column by column, costs more than the query itself.
 */
export async function readApplicationRows(
  db: Executor,
  { where, orderBy, limit, key = sql`null` }: Ask,
): Promise<{ row: ApplicationRowDto; key: string | null }[]> {
  const condition = limit === undefined ? where : first(limit, where, orderBy);
  const { rows } = await db.execute(
    sql`select json_agg(found) as found from (${select(condition, orderBy, key)}) found`,
  );
  const found = Found.array().nullable().parse(rows[0]?.found) ?? [];
  return found.map((columns) => ({ row: toRow(columns), key: columns.key }));
}

/** The ids of the page alone are sorted and cut, so that names are looked up for a page's rows. */
const first = (limit: number, where: SQL, orderBy: SQL[]) => sql`${applications.id} in (
  select ${applications.id} from ${applications}
  left join ${talents} on ${talents.id} = ${applications.talentId}
  where ${where} ${ordered(orderBy)} limit ${limit})`;

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

const endReasons = sql<{ zh: string; en: string }[] | null>`
  case when ${applications.outcome} = 'ended' then (
    select json_agg(json_build_object('zh', r.name_zh, 'en', r.name_en) order by o.place)
    from jsonb_array_elements_text(${applications.terminationReasonIds})
      with ordinality as o(id, place)
    join ${terminationReasons} r on r.id = o.id
  ) end`;

const select = (where: SQL, orderBy: SQL[], key: SQL) => sql`
  select ${applications.id} as "id", ${applications.bodyAt} is not null as "synced",
    ${applications.talentId} as "talentId", ${talents.name} as "name",
    ${talents.company} as "company", ${talents.school} as "school",
    ${resumeSources.nameZh} as "sourceZh", ${resumeSources.nameEn} as "sourceEn",
    ${applications.jobId} as "jobId", ${jobs.title} as "jobTitle",
    ${applications.stageId} as "stageId", ${elsewhere('name_zh')} as "stageZh",
    ${elsewhere('name_en')} as "stageEn", ${applications.step} as "step",
    ${applications.outcome} as "outcome", ${applications.lockStatus} as "lock",
    ${applications.createdAt} as "createdAt", ${applications.endedAt} as "endedAt",
    ${endReasons} as "endReasons",
    ${applications.stageEnteredAt} as "stageEnteredAt",
    ${applications.turnParty} as "turnParty", ${applications.turnOpenId} as "turnOpenId",
    ${people.nameZh} as "turnZh", ${people.nameEn} as "turnEn",
    ${applications.turnSince} as "turnSince",
    ${applications.nextEventKind} as "nextEventKind",
    ${applications.nextEventAt} as "nextEventAt", ${eventPeople} as "nextEventPeople",
    (${key})::text as "key"
  from ${applications}
  left join ${jobs} on ${jobs.id} = ${applications.jobId}
  left join ${talents} on ${talents.id} = ${applications.talentId}
  left join ${resumeSources} on ${resumeSources.id} = ${applications.sourceId}
  left join ${stages}
    on ${stages.processId} = ${jobs.processId} and ${stages.id} = ${applications.stageId}
  left join ${people} on ${people.openId} = ${applications.turnOpenId}
  where ${where} ${ordered(orderBy)}`;

const ordered = (orderBy: SQL[]) =>
  orderBy.length === 0 ? sql`` : sql`order by ${sql.join(orderBy, sql`, `)}`;

const text = z.string().nullable();
/** As PostgreSQL writes a time into JSON: ISO 8601 with an offset. */
const time = z.iso.datetime({ offset: true }).nullable();

const Found = z.object({
  id: z.string(),
  synced: z.boolean(),
  talentId: text,
  name: text,
  company: text,
  school: text,
  sourceZh: text,
  sourceEn: text,
  jobId: z.string(),
  jobTitle: text,
  stageId: text,
  stageZh: text,
  stageEn: text,
  step: z.number(),
  outcome: ApplicationRowDto.shape.outcome,
  lock: ApplicationRowDto.shape.lock,
  createdAt: time,
  endedAt: time,
  endReasons: z.array(z.object({ zh: text, en: text })).nullable(),
  stageEnteredAt: time,
  turnParty: TurnDto.shape.party.nullable(),
  turnOpenId: text,
  turnZh: text,
  turnEn: text,
  turnSince: time,
  nextEventKind: NextEventDto.shape.kind.nullable(),
  nextEventAt: time,
  nextEventPeople: z.array(LocalizedText).nullable(),
  key: text,
});
type Found = z.infer<typeof Found>;

function toRow(found: Found): ApplicationRowDto {
  const step = stepAt(found.step);
  const iso = (time: string | null) => (time === null ? null : new Date(time).toISOString());
  return {
    id: found.id,
    synced: found.synced,
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
    endReasons: (found.endReasons ?? []).flatMap(({ zh, en }) => localized(zh, en) ?? []),
    stageEnteredAt: iso(found.stageEnteredAt),
    slaDays: STEP_SLA_DAYS[step],
    turn:
      found.turnParty && found.turnSince
        ? {
            party: found.turnParty,
            person: personRef(found.turnOpenId, found.turnZh, found.turnEn),
            since: new Date(found.turnSince).toISOString(),
          }
        : null,
    nextEvent:
      found.nextEventKind && found.nextEventAt
        ? {
            kind: found.nextEventKind,
            at: new Date(found.nextEventAt).toISOString(),
            people: found.nextEventPeople ?? [],
          }
        : null,
  };
}
