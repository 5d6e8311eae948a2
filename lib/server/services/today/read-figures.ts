import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { ApplicationFilter } from '@/lib/domain/application-filter';
import { addDays, tenantDay } from '@/lib/domain/tenant-day';
import type { FigureDto } from '@/lib/domain/today';
import { applicationConditions } from '@/lib/server/db/application-query';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import { type Scope, visibleApplications } from '@/lib/server/db/scope';

type Figure = { key: FigureDto['key']; filter: ApplicationFilter; before?: ApplicationFilter };

/** Each figure is the count of its own filter, so the list behind it has as many rows. */
function figuresOf(openId: string, { now, timeZone }: ReadContext): Figure[] {
  const today = tenantDay(now, timeZone);
  return [
    { key: 'active', filter: { status: 'active' } },
    {
      key: 'new_week',
      filter: { status: 'all', from: addDays(today, -6), to: today },
      before: { status: 'all', from: addDays(today, -13), to: addDays(today, -7) },
    },
    { key: 'stuck', filter: { status: 'active', stale: true } },
    { key: 'waiting_for_me', filter: { status: 'active', turnPerson: openId } },
    { key: 'offers', filter: { status: 'active', step: ['offer'] } },
  ];
}

/** The key figures of a scope in one query; a week is today and the six days before it. */
export async function readFigures(
  scope: Scope,
  openId: string,
  read: ReadContext,
): Promise<FigureDto[]> {
  const figures = figuresOf(openId, read);
  const counts = figures.flatMap(({ key, filter, before }) => [
    { name: key as string, filter },
    ...(before ? [{ name: previous(key), filter: before }] : []),
  ]);
  const [found] = await read.db
    .select(
      Object.fromEntries(
        counts.map(({ name, filter }) => [
          name,
          countOf(applicationConditions(filter, scope, read)).as(name),
        ]),
      ),
    )
    .from(applications)
    .where(visibleApplications(scope));
  return figures.map(({ key, filter, before }) => ({
    key,
    value: found?.[key] ?? 0,
    filter,
    previous: before ? (found?.[previous(key)] ?? 0) : null,
  }));
}

const previous = (key: string) => `${key}_before`;
const countOf = (where: SQL) => sql`count(*) filter (where ${where})`.mapWith(Number);
