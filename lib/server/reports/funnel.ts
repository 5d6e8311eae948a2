import 'server-only';
import { and, count, eq, ne, sql } from 'drizzle-orm';
import { funnelParts, maturity, passRates, skippedAt } from '@/lib/domain/funnel';
import type { FunnelDto, ReportQuery } from '@/lib/domain/reports';
import { rate } from '@/lib/domain/statistics';
import { stepOrdinal } from '@/lib/domain/steps';
import { dayStart } from '@/lib/server/db/application-query';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications, stageVisits } from '@/lib/server/db/schema/applications';
import type { Scope } from '@/lib/server/db/scope';
import { cohort, days, visitDays } from './cohort';

/** How far the cohort came and what became of it at each step (PRODUCT section 4). */
export async function readFunnel(
  scope: Scope,
  query: ReportQuery,
  read: ReadContext,
): Promise<Omit<FunnelDto, 'sync'>> {
  const [cells, visitors, medians, age] = await Promise.all([
    readCells(scope, query, read),
    readVisitors(scope, query, read),
    readMedians(scope, query, read),
    readAge(scope, query, read),
  ]);
  const parts = funnelParts(cells);
  const sum = (of: typeof cells) => of.reduce((total, cell) => total + cell.count, 0);
  const size = sum(cells);
  const hired = sum(cells.filter(({ outcome }) => outcome === 'hired'));
  return {
    cohort: size,
    steps: parts.map((part) => {
      const at = stepOrdinal(part.step);
      return {
        ...part,
        skipped: skippedAt(part.reached, visitors.get(at) ?? 0),
        ...passRates(part),
        medianDays: medians.get(at) ?? null,
      };
    }),
    hired,
    overall: rate(hired, size),
    maturity: maturity(parts, age.sinceEndDays, age.p90Days),
  };
}

function readCells(scope: Scope, query: ReportQuery, { db, ...context }: ReadContext) {
  return db
    .select({
      furthest: applications.furthestStep,
      outcome: applications.outcome,
      count: count(),
    })
    .from(applications)
    .where(cohort(query, scope, context))
    .groupBy(applications.furthestStep, applications.outcome);
}

/** How many were in each step themselves; whoever is there now was, visits recorded or not. */
async function readVisitors(scope: Scope, query: ReportQuery, { db, ...context }: ReadContext) {
  const where = cohort(query, scope, context);
  const { rows } = await db.execute<{ step: number; visitors: number }>(sql`
    with cohort as materialized (select id, step from applications where ${where})
    select been.step, count(*)::int as visitors from (
      select v.application_id, v.step from stage_visits v
      join cohort on cohort.id = v.application_id where not v.accidental
      union select cohort.id, cohort.step from cohort
    ) been group by been.step`);
  return new Map(rows.map(({ step, visitors }) => [step, visitors]));
}

async function readMedians(scope: Scope, query: ReportQuery, { db, ...context }: ReadContext) {
  const found = await db
    .select({
      step: stageVisits.step,
      median: sql<number | null>`percentile_cont(0.5) within group (order by ${visitDays})`,
    })
    .from(stageVisits)
    .innerJoin(applications, eq(applications.id, stageVisits.applicationId))
    .where(and(cohort(query, scope, context), eq(stageVisits.accidental, false)))
    .groupBy(stageVisits.step);
  return new Map(found.map(({ step, median }) => [step, median]));
}

/**
 * How long ago the period ended, and how long nine in ten take to an outcome. The latter over all
 * periods: a young cohort's own outcomes are its quickest ones.
 */
async function readAge(scope: Scope, query: ReportQuery, { db, ...context }: ReadContext) {
  const { from: _from, to, ...always } = query;
  const now = context.now.toISOString();
  const taken = days(
    sql`coalesce(${applications.hiredAt}, ${applications.endedAt}) - ${applications.createdAt}`,
  );
  const [age] = await db
    .select({
      p90Days: sql<number | null>`percentile_cont(0.9) within group (order by ${taken})`,
      sinceEndDays: to
        ? sql<number>`${days(sql`${now}::timestamptz - ${dayStart(to, context.timeZone, 1)}`)}`
        : sql<number>`0`,
    })
    .from(applications)
    .where(and(cohort(always, scope, context), ne(applications.outcome, 'active')));
  return { p90Days: age?.p90Days ?? null, sinceEndDays: Math.max(0, age?.sinceEndDays ?? 0) };
}
