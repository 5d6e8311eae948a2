import 'server-only';
import { count, sql } from 'drizzle-orm';
import type { ApplicationFilter } from '@/lib/domain/application-filter';
import { NOBODY } from '@/lib/domain/none';
import type { ApplicationRowDto } from '@/lib/domain/pipeline';
import type { StuckGroupDto } from '@/lib/domain/today';
import type { TurnParty } from '@/lib/domain/turn';
import { allOf, applicationConditions } from '@/lib/server/db/application-query';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import type { Scope } from '@/lib/server/db/scope';
import { readApplicationRows } from '@/lib/server/services/applications/read-application-rows';
import { readPeople } from '@/lib/server/services/people';

const TOP = 5;
/** Groups that come with their longest waiting; the rest are a count and a link. */
const GROUPS_WITH_TOP = 12;

/** Colleagues have a name here; candidates and approvers are one group each. */
const NAMED: readonly TurnParty[] = ['recruiter', 'evaluator', 'interviewer'];

const party = sql<TurnParty>`coalesce(${applications.turnParty}, 'recruiter')`;
const person = sql<string | null>`case when coalesce(${applications.turnParty}, 'recruiter')
  in ('recruiter', 'evaluator', 'interviewer') then ${applications.turnOpenId} end`;
const since = sql`coalesce(${applications.turnSince}, ${applications.stageEnteredAt})`;
const group = sql`concat(${party}, ' ', ${person})`;

/** Stale applications by whom they wait for, the largest group first; nobody is in two. */
export async function readStuckGroups(scope: Scope, read: ReadContext): Promise<StuckGroupDto[]> {
  const stuck: ApplicationFilter = { status: 'active', stale: true };
  const where = applicationConditions(stuck, scope, read);
  const groups = await read.db
    .select({
      key: sql<string>`${group}`,
      party,
      openId: person,
      count: count(),
      oldestSince: sql`min(${since})`.mapWith(applications.turnSince),
    })
    .from(applications)
    .where(where)
    .groupBy(sql`1, 2, 3`)
    .orderBy(sql`4 desc, 5, 1`);

  const keys = groups.slice(0, GROUPS_WITH_TOP).map(({ key }) => key);
  const [people, rows] = await Promise.all([
    readPeople(
      read.db,
      groups.map(({ openId }) => openId),
    ),
    keys.length === 0
      ? []
      : readApplicationRows(read.db, {
          where: sql`${applications.id} in (
            select numbered.id from (
              select ${applications.id} as id,
                row_number() over (partition by ${group} order by ${since}, ${applications.id}) as n
              from ${applications}
              where ${allOf(where, sql`${group} = any(${sql.param(keys)}::text[])`)}
            ) numbered where numbered.n <= ${TOP})`,
          orderBy: [since, sql`${applications.id}`],
          key: group,
        }),
  ]);
  const top = new Map<string | null, ApplicationRowDto[]>();
  for (const { row, key } of rows) top.set(key, [...(top.get(key) ?? []), row]);

  return groups.map(({ key, party, openId, count, oldestSince }) => ({
    party,
    person: people.refOrNull(openId),
    count,
    oldestSince: oldestSince.toISOString(),
    filter: {
      ...stuck,
      turn: party,
      ...(NAMED.includes(party) ? { turnPerson: openId ?? NOBODY } : {}),
    },
    top: top.get(key) ?? [],
  }));
}
