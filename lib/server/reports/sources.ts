import 'server-only';
import { count, eq, sql } from 'drizzle-orm';
import type { ReportQuery, SourcesDto } from '@/lib/domain/reports';
import { rate } from '@/lib/domain/statistics';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import { resumeSources } from '@/lib/server/db/schema/organisation';
import type { Scope } from '@/lib/server/db/scope';
import { cohort } from './cohort';

/**
 * What each source brought, the largest first. The application's own source, not the talent's
 * first; a missing one is a row with no id (in a filter: `NONE_ID`).
 */
export async function readSources(
  scope: Scope,
  query: ReportQuery,
  { db, ...context }: ReadContext,
): Promise<Omit<SourcesDto, 'sync'>> {
  const found = await db
    .select({
      id: applications.sourceId,
      zh: sql<string | null>`min(${resumeSources.nameZh})`,
      en: sql<string | null>`min(${resumeSources.nameEn})`,
      applied: count(),
      active: sql`count(*) filter (where ${applications.outcome} = 'active')`.mapWith(Number),
      hired: sql`count(*) filter (where ${applications.outcome} = 'hired')`.mapWith(Number),
    })
    .from(applications)
    .leftJoin(resumeSources, eq(resumeSources.id, applications.sourceId))
    .where(cohort(query, scope, context))
    .groupBy(applications.sourceId)
    .orderBy(sql`4 desc, 1`);
  return {
    cohort: found.reduce((total, { applied }) => total + applied, 0),
    rows: found.map(({ zh, en, ...row }) => ({
      ...row,
      name: zh || en ? { zh: zh || en || '', en: en || zh || '' } : null,
      yield: rate(row.hired, row.applied),
    })),
  };
}
