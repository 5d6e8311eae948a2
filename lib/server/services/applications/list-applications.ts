import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { ApplicationListQuery } from '@/lib/domain/application-filter';
import { ApplicationListDto } from '@/lib/domain/pipeline';
import { allOf, applicationConditions, waitingSince } from '@/lib/server/db/application-query';
import { after, decodeCursor, encodeCursor, orderBy, type SortKey } from '@/lib/server/db/keyset';
import type { Executor } from '@/lib/server/db/pool';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import { talents } from '@/lib/server/db/schema/talents';
import { type Scope, visibleApplications } from '@/lib/server/db/scope';
import { readContext } from '@/lib/server/services/read-context';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';
import { readApplicationRows } from './read-application-rows';
import { NO_FACETS, readFacets } from './read-facets';

/**
 * One page of the applications a filter means. Choices for its filters (`facets`) come with the
 * first page; later ones leave them empty.
 * @throws AppError INVALID_INPUT for a cursor of another list or order
 */
export async function listApplications(
  scope: Scope,
  query: ApplicationListQuery,
  read: ReadContext = readContext(),
): Promise<ApplicationListDto> {
  const { sort, direction, cursor, limit, ...filter } = query;
  const key = sortKey(sort, direction);
  const from = cursor ? after(key, decodeCursor(key, cursor)) : undefined;
  const where = applicationConditions(filter, scope, read);
  const [found, totals, facets, sync] = await Promise.all([
    readApplicationRows(read.db, {
      where: allOf(where, from),
      orderBy: orderBy(key),
      limit: limit + 1,
      key: key.value,
    }),
    readTotals(read.db, scope, where),
    cursor ? NO_FACETS : readFacets(read.db, scope),
    getSyncNote(),
  ]);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return ApplicationListDto.parse({
    items: page.map(({ row }) => row),
    ...totals,
    nextCursor:
      last && found.length > limit ? encodeCursor(key, { key: last.key, id: last.row.id }) : null,
    facets,
    sync,
  });
}

function sortKey(
  sort: ApplicationListQuery['sort'],
  direction: ApplicationListQuery['direction'],
): SortKey {
  const at = (value: SQL): SortKey => ({
    name: `${sort} ${direction}`,
    value,
    direction,
    type: 'timestamptz',
  });
  switch (sort) {
    case 'created':
      return at(sql`${applications.createdAt}`);
    case 'stage_entered':
      return at(sql`${applications.stageEnteredAt}`);
    case 'waiting':
      return at(waitingSince());
    case 'ended':
      return at(sql`${applications.endedAt}`);
    case 'modified':
      return at(sql`${applications.modifiedAt}`);
    case 'name': // Pinyin puts Chinese and Latin names into one order.
      return {
        ...at(
          sql`(coalesce(nullif(${talents.namePinyin}, ''), lower(${talents.name})) collate "C")`,
        ),
        type: 'text',
      };
  }
}

async function readTotals(db: Executor, scope: Scope, where: SQL) {
  const [totals] = await db
    .select({
      total: sql<number>`count(*) filter (where ${where})`.mapWith(Number),
      visible: sql<number>`count(*)`.mapWith(Number),
    })
    .from(applications)
    .where(visibleApplications(scope));
  return totals ?? { total: 0, visible: 0 };
}
