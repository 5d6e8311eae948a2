import 'server-only';
import type { z } from 'zod';
import { JobListDto, type JobListQuery, type JobRowDto } from '@/lib/domain/jobs';
import type { ReadContext } from '@/lib/server/db/read-context';
import type { Scope } from '@/lib/server/db/scope';
import { readContext } from '@/lib/server/services/read-context';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';
import { type JobRow, readJobRows } from './read-job-rows';

/**
 * The jobs of a scope, filtered and sorted here: a tenant has hundreds, and facets need all of
 * them anyway. A facet counts the jobs its choice would leave, the other filters applied.
 */
export async function listJobs(
  scope: Scope,
  query: JobListQuery,
  read: ReadContext = readContext(),
): Promise<JobListDto> {
  const [all, sync] = await Promise.all([readJobRows(scope, read), getSyncNote()]);
  const filters = filtersOf(query);
  const left = (without?: keyof Filters) =>
    all.filter((job) =>
      FILTER_KEYS.every((key) => key === without || (filters[key]?.(job) ?? true)),
    );
  return JobListDto.parse({
    items: left()
      .map(({ row }) => row)
      .sort(order(query)),
    visible: all.length,
    facets: {
      departments: facet(left('department'), ({ row }) => (row.department ? [row.department] : [])),
      cities: facet(left('city'), ({ row, cityCodes }) =>
        row.cities.map((name, index) => ({ id: cityCodes[index] ?? '', name })),
      ),
      recruiters: facet(left('recruiter'), ({ row }) =>
        row.recruiter ? [{ id: row.recruiter.openId, name: row.recruiter.name }] : [],
      ),
      managers: facet(left('manager'), ({ row }) =>
        row.managers.map(({ openId, name }) => ({ id: openId, name })),
      ),
    },
    sync,
  });
}

type Filter = (job: JobRow) => boolean;
const FILTER_KEYS = ['q', 'department', 'city', 'recruiter', 'manager', 'status', 'type'] as const;
type Filters = Partial<Record<(typeof FILTER_KEYS)[number], Filter>>;

function filtersOf(query: JobListQuery): Filters {
  const q = query.q?.toLowerCase();
  const oneOf = (wanted: string[] | undefined, of: (job: JobRow) => (string | undefined)[]) =>
    wanted?.length ? (job: JobRow) => of(job).some((id) => id && wanted.includes(id)) : undefined;
  return {
    q: q ? ({ row }) => `${row.title}\n${row.code}`.toLowerCase().includes(q) : undefined,
    department: oneOf(query.department, ({ row }) => [row.department?.id]),
    city: oneOf(query.city, ({ cityCodes }) => cityCodes),
    recruiter: oneOf(query.recruiter, ({ row }) => [row.recruiter?.openId]),
    manager: oneOf(query.manager, ({ row }) => row.managers.map(({ openId }) => openId)),
    status:
      query.status === 'all' ? undefined : ({ row }) => row.open === (query.status === 'open'),
    type: query.type ? ({ row }) => row.type === query.type : undefined,
  };
}

type Facet = z.infer<typeof JobListDto>['facets']['departments'][number];

function facet(jobs: readonly JobRow[], of: (job: JobRow) => Omit<Facet, 'count'>[]): Facet[] {
  const found = new Map<string, Facet>();
  for (const { id, name } of jobs.flatMap(of)) {
    const known = found.get(id);
    if (known) known.count += 1;
    else found.set(id, { id, name, count: 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || byTitle(a.name.zh, b.name.zh));
}

/** Chinese by pinyin, Latin beside it, numbers by value. */
const byTitle = new Intl.Collator('zh-CN', { numeric: true }).compare;
/** Worst first when descending. */
const SEVERITY: Record<JobRowDto['health']['level'], number> = {
  closed: 0,
  filled: 1,
  on_track: 2,
  at_risk: 3,
  stuck: 4,
};

const VALUES: Record<Exclude<JobListQuery['sort'], 'title'>, (row: JobRowDto) => number | null> = {
  age: (row) => -Date.parse(row.createdAt),
  active: (row) => row.active,
  headcount: (row) => row.headCount,
  health: (row) => SEVERITY[row.health.level],
};

/** Unknown values last in both directions, equal ones by title, then id. */
function order({ sort, direction }: JobListQuery): (a: JobRowDto, b: JobRowDto) => number {
  const sign = direction === 'asc' ? 1 : -1;
  const byName = (a: JobRowDto, b: JobRowDto) =>
    byTitle(a.title, b.title) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  if (sort === 'title') return (a, b) => sign * byName(a, b);
  const value = VALUES[sort];
  return (a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || byName(a, b);
    }
    return sign * (left - right) || byName(a, b);
  };
}
