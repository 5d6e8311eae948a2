import 'server-only';
import { asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { ApplicationListQuery } from '@/lib/domain/application-filter';
import { ApplicationListDto } from '@/lib/domain/pipeline';
import { allOf, applicationConditions, waitingSince } from '@/lib/server/db/application-query';
import { after, decodeCursor, encodeCursor, orderBy, type SortKey } from '@/lib/server/db/keyset';
import type { Executor } from '@/lib/server/db/pool';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import { jobs } from '@/lib/server/db/schema/jobs';
import { departments, people, resumeSources } from '@/lib/server/db/schema/organisation';
import { talents } from '@/lib/server/db/schema/talents';
import { type Scope, visibleApplications, visibleJobs } from '@/lib/server/db/scope';
import { localized, personRef } from '@/lib/server/services/names';
import { readContext } from '@/lib/server/services/read-context';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';
import { readApplicationRows } from './read-application-rows';

type Facets = ApplicationListDto['facets'];

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

const NO_FACETS: Facets = { sources: [], departments: [], jobs: [], recruiters: [] };

/** Jobs with applications the scope may see, their departments and recruiters; every source. */
async function readFacets(db: Executor, scope: Scope): Promise<Facets> {
  const [ofJobs, sources] = await Promise.all([
    db
      .select({
        id: jobs.id,
        title: jobs.title,
        departmentId: jobs.departmentId,
        departmentZh: departments.nameZh,
        departmentEn: departments.nameEn,
        recruiterId: jobs.recruiterId,
        recruiterZh: people.nameZh,
        recruiterEn: people.nameEn,
      })
      .from(jobs)
      .leftJoin(departments, eq(departments.id, jobs.departmentId))
      .leftJoin(people, eq(people.openId, jobs.recruiterId))
      .where(or(visibleJobs(scope), assignedJobs(scope)))
      .orderBy(asc(jobs.title), asc(jobs.id)),
    db
      .select({ id: resumeSources.id, zh: resumeSources.nameZh, en: resumeSources.nameEn })
      .from(resumeSources)
      .orderBy(asc(resumeSources.id)),
  ]);
  const department = new Map<string, Facets['departments'][number]>();
  const recruiter = new Map<string, Facets['recruiters'][number]>();
  for (const job of ofJobs) {
    const id = job.departmentId;
    if (id) {
      const name = localized(job.departmentZh, job.departmentEn) ?? { zh: id, en: id };
      department.set(id, { id, name });
    }
    const person = personRef(job.recruiterId, job.recruiterZh, job.recruiterEn);
    if (person) recruiter.set(person.openId, person);
  }
  return {
    sources: sources.flatMap(({ id, zh, en }) => {
      const name = localized(zh, en);
      return name ? [{ id, name }] : [];
    }),
    departments: [...department.values()],
    jobs: ofJobs.map(({ id, title }) => ({ id, title })),
    recruiters: [...recruiter.values()],
  };
}

/** Jobs of which the scope sees single applications, not the whole. */
function assignedJobs(scope: Scope): SQL | undefined {
  if (scope.kind === 'everything' || scope.assignedIds.length === 0) return undefined;
  return sql`${jobs.id} in (select ${applications.jobId} from ${applications}
    where ${inArray(applications.id, [...scope.assignedIds])})`;
}
