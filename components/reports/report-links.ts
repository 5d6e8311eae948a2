import type { ApplicationFilter } from '@/lib/domain/application-filter';
import { applicationsHref } from '@/lib/domain/links';
import { NONE_ID } from '@/lib/domain/none';
import type { ReportQuery, TimeInStageRowDto } from '@/lib/domain/reports';
import { addDays } from '@/lib/domain/tenant-day';

type Query = Partial<ReportQuery>;

/** The cohort of a report, as the list counts it: those whose furthest step is known. */
const cohortOf = (query: Query): ApplicationFilter => ({
  ...query,
  status: 'all',
  reached: 'screen',
});

export const cohortHref = (query: Query, status: ApplicationFilter['status'] = 'all') =>
  applicationsHref({ ...cohortOf(query), status });

/** Those who wait in a stage now (a step, across jobs), or of them those over the limit. */
export function waitingHref(
  query: Query,
  row: Pick<TimeInStageRowDto, 'key' | 'step' | 'name'>,
  stale = false,
): string {
  const place = row.key === row.step ? { step: [row.step] } : { stage: [row.key] };
  return applicationsHref({ ...cohortOf(query), ...place, status: 'active', stale });
}

/** What one source brought; no id is the source nobody noted. */
export const sourceHref = (
  query: Query,
  sourceId: string | null,
  status: ApplicationFilter['status'] = 'all',
) => applicationsHref({ ...cohortOf(query), source: [sourceId ?? NONE_ID], status });

/** What came in, or who joined, in the week from a Monday on: whenever else those applied. */
export function weekHref(query: Query, monday: string, what: 'created' | 'hired'): string {
  const days = [monday, addDays(monday, 6)] as const;
  const [from, to] = what === 'created' ? days : [];
  const [hiredFrom, hiredTo] = what === 'hired' ? days : [];
  return applicationsHref({ ...cohortOf(query), from, to, hiredFrom, hiredTo });
}
