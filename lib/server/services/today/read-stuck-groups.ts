import 'server-only';
import { count, sql } from 'drizzle-orm';
import type { ApplicationFilter } from '@/lib/domain/application-filter';
import { NOBODY } from '@/lib/domain/none';
import type { StuckGroupDto } from '@/lib/domain/today';
import type { TurnParty } from '@/lib/domain/turn';
import { applicationConditions, waitingSince } from '@/lib/server/db/application-query';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import type { Scope } from '@/lib/server/db/scope';

const TOP = 5;
/**
 * Groups that come with their longest waiting, and those of one alone; the rest are a count and a
 * link.
 */
const GROUPS_WITH_TOP = 12;

/** Colleagues have a name here; candidates and approvers are one group each. */
const NAMED: readonly TurnParty[] = ['recruiter', 'evaluator', 'interviewer'];

const party = sql<TurnParty>`coalesce(${applications.turnParty}, 'recruiter')`;
const person = sql<string | null>`case when coalesce(${applications.turnParty}, 'recruiter')
  in ('recruiter', 'evaluator', 'interviewer') then ${applications.turnOpenId} end`;
const since = waitingSince();

export type StuckGroup = Omit<StuckGroupDto, 'person' | 'top'> & {
  openId: string | null;
  topIds: string[];
};

/** Stale applications by whom they wait for, the largest group first; nobody is in two. */
export async function readStuckGroups(scope: Scope, read: ReadContext): Promise<StuckGroup[]> {
  const stuck: ApplicationFilter = { status: 'active', stale: true };
  const groups = await read.db
    .select({
      party,
      openId: person,
      count: count(),
      oldestSince: sql`min(${since})`.mapWith(applications.turnSince),
      topIds: sql<string[]>`(array_agg(${applications.id} order by ${since}, ${applications.id})
        )[1:${sql.raw(String(TOP))}]`,
    })
    .from(applications)
    .where(applicationConditions(stuck, scope, read))
    .groupBy(sql`1, 2`)
    .orderBy(sql`3 desc, 4, 1, 2`);
  return groups.map(({ party, openId, count, oldestSince, topIds }, index) => ({
    party,
    openId,
    count,
    oldestSince: oldestSince.toISOString(),
    filter: {
      ...stuck,
      turn: party,
      ...(NAMED.includes(party) ? { turnPerson: openId ?? NOBODY } : {}),
    },
    topIds: index < GROUPS_WITH_TOP || count === 1 ? topIds : [],
  }));
}
