import 'server-only';
import { and, eq, gte, lt, not, type SQL, sql } from 'drizzle-orm';
import { TalentListDto, type TalentListQuery } from '@/lib/domain/talents';
import type { Actor } from '@/lib/server/db/actor';
import { allOf } from '@/lib/server/db/application-query';
import { after, decodeCursor, encodeCursor, orderBy, type SortKey } from '@/lib/server/db/keyset';
import type { Executor } from '@/lib/server/db/pool';
import { applications } from '@/lib/server/db/schema/applications';
import { talents } from '@/lib/server/db/schema/talents';
import { type Scope, visibleApplications } from '@/lib/server/db/scope';
import { localized } from '@/lib/server/services/names';
import { readContext } from '@/lib/server/services/read-context';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';
import { talentSearch } from './search-talents';
import { visibleTalents, withApplication } from './visible-talents';

/** CONTRACT section 4, talent degree: 9 is "other" and above nothing. */
const OTHER_DEGREE = 9;

/**
 * One page of the talents a query means, inside the person's scope, with exact totals.
 * @throws AppError INVALID_INPUT for a cursor of another order
 */
export async function listTalents(actor: Actor, query: TalentListQuery): Promise<TalentListDto> {
  const { db } = readContext();
  const { scope } = actor;
  const key = sortKey(query);
  const matching = await conditions(db, actor, query);
  const from = query.cursor ? after(key, decodeCursor(key, query.cursor)) : undefined;
  const [found, [totals], sync] = await Promise.all([
    selectRows(db, scope, key)
      .where(allOf(visibleTalents(scope), matching, from))
      .orderBy(...orderBy(key))
      .limit(query.limit + 1),
    db
      .select({
        total: sql<number>`count(*) filter (where ${matching})`.mapWith(Number),
        visible: sql<number>`count(*)`.mapWith(Number),
      })
      .from(talents)
      .where(visibleTalents(scope)),
    getSyncNote(),
  ]);
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return TalentListDto.parse({
    items: page.map(({ key: _key, cityZh, cityEn, updatedAt, ...row }) => ({
      ...row,
      city: localized(cityZh, cityEn),
      updatedAt: updatedAt?.toISOString() ?? null,
    })),
    total: totals?.total ?? 0,
    visible: totals?.visible ?? 0,
    nextCursor: last && found.length > query.limit ? encodeCursor(key, last) : null,
    sync,
  });
}

async function conditions(db: Executor, actor: Actor, query: TalentListQuery): Promise<SQL> {
  const { q, degree, minYears, status } = query;
  const active = withApplication(
    allOf(visibleApplications(actor.scope), eq(applications.outcome, 'active')),
  );
  return allOf(
    q ? await talentSearch(db, actor, q) : undefined,
    degree === undefined ? undefined : atLeast(degree),
    minYears === undefined ? undefined : gte(talents.experienceYears, minYears),
    status === 'active' ? active : status === 'none_active' ? not(active) : undefined,
  );
}

/** This degree or a higher one. */
function atLeast(degree: number): SQL | undefined {
  if (degree === OTHER_DEGREE) return eq(talents.topDegree, OTHER_DEGREE);
  return and(gte(talents.topDegree, degree), lt(talents.topDegree, OTHER_DEGREE));
}

function sortKey({ sort, direction }: TalentListQuery): SortKey {
  const key = { name: `talents ${sort} ${direction}`, direction, id: talents.id };
  switch (sort) {
    case 'updated':
      return { ...key, value: sql`${talents.updatedAt}`, type: 'timestamptz' };
    case 'experience':
      return { ...key, value: sql`${talents.experienceYears}`, type: 'int' };
    case 'name': // Pinyin puts Chinese and Latin names into one order.
      return {
        ...key,
        value: sql`(coalesce(nullif(${talents.namePinyin}, ''), lower(${talents.name})) collate "C")`,
        type: 'text',
      };
  }
}

function selectRows(db: Executor, scope: Scope, key: SortKey) {
  const counted = (condition?: SQL) =>
    sql<number>`(select count(*) from ${applications}
      where ${allOf(eq(applications.talentId, talents.id), visibleApplications(scope), condition)})`.mapWith(
      Number,
    );
  return db
    .select({
      id: talents.id,
      name: talents.name,
      company: talents.company,
      title: talents.title,
      school: talents.school,
      topDegree: talents.topDegree,
      experienceYears: talents.experienceYears,
      cityZh: talents.cityZh,
      cityEn: talents.cityEn,
      applications: counted(),
      active: counted(eq(applications.outcome, 'active')),
      updatedAt: talents.updatedAt,
      key: sql<string | null>`${key.value}::text`,
    })
    .from(talents);
}
