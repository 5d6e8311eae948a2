import 'server-only';
import { asc, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { NONE_ID } from '@/lib/domain/none';
import type { ReportQuery, TimeInStageDto, TimeInStageRowDto } from '@/lib/domain/reports';
import { STEP_SLA_DAYS, STEPS, stepAt } from '@/lib/domain/steps';
import { stale } from '@/lib/server/db/application-query';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications, stageVisits } from '@/lib/server/db/schema/applications';
import { jobs } from '@/lib/server/db/schema/jobs';
import { stages } from '@/lib/server/db/schema/organisation';
import type { Scope } from '@/lib/server/db/scope';
import { cohort, days, endEstimated, visitDays } from './cohort';

type Line = Pick<TimeInStageRowDto, 'key' | 'name' | 'step'>;

/**
 * How long the cohort stayed: completed visits for the quantiles, each visit of a re-entered stage
 * for itself; who still waits is counted apart, never mixed in. By stage within one job, by step
 * across several.
 */
export async function readTimeInStage(
  scope: Scope,
  query: ReportQuery,
  read: ReadContext,
): Promise<Omit<TimeInStageDto, 'sync'>> {
  const only = query.job?.length === 1 ? query.job[0] : undefined;
  const [stayed, waiting, known] = await Promise.all([
    readStays(scope, query, read, only !== undefined),
    readWaiting(scope, query, read, only !== undefined),
    only ? stagesOf(read.db, eq(jobs.id, only)) : stepLines(),
  ]);
  const missing = [...stayed.keys(), ...waiting.rows.keys()].filter(
    (key) => !known.some((line) => line.key === key),
  );
  const lines = [...known, ...(await strays(read.db, [...new Set(missing)]))];
  return {
    cohort: waiting.cohort,
    rows: lines.map((line) => ({
      ...line,
      ...NO_STAY,
      ...stayed.get(line.key),
      ...NOBODY_WAITS,
      ...waiting.rows.get(line.key),
      slaDays: STEP_SLA_DAYS[line.step],
    })),
  };
}

const NO_STAY = { median: null, p75: null, p90: null, completed: 0, estimated: 0, accidental: 0 };
const NOBODY_WAITS = { waiting: 0, waitingMedian: null, stale: 0 };

/** Keys are step names as the lines have them, or stage ids. */
const STEP_NAMES = sql.param([...STEPS]);
const keyOf = (byStage: boolean, stageId: SQL, step: SQL) =>
  byStage
    ? sql<string>`coalesce(${stageId}, ${NONE_ID})`
    : sql<string>`(${STEP_NAMES}::text[])[${step}]`;

async function readStays(
  scope: Scope,
  query: ReportQuery,
  { db, ...context }: ReadContext,
  byStage: boolean,
) {
  const counted = sql`not ${stageVisits.accidental} and ${visitDays} is not null`;
  const found = await db
    .select({
      key: keyOf(byStage, sql`${stageVisits.stageId}`, sql`${stageVisits.step}`),
      quantiles: sql<number[] | null>`percentile_cont(array[0.5, 0.75, 0.9])
        within group (order by ${visitDays}) filter (where ${counted})`,
      completed: sql`count(*) filter (where ${counted})`.mapWith(Number),
      estimated: sql`count(*) filter (where ${counted} and ${endEstimated})`.mapWith(Number),
      accidental: sql`count(*) filter (where ${stageVisits.accidental})`.mapWith(Number),
    })
    .from(stageVisits)
    .innerJoin(applications, eq(applications.id, stageVisits.applicationId))
    .where(cohort(query, scope, context))
    .groupBy(sql`1`);
  return new Map(
    found.map(({ key, quantiles, ...counts }) => {
      const [median = null, p75 = null, p90 = null] = quantiles ?? [];
      return [key, { median, p75, p90, ...counts }];
    }),
  );
}

/** Who is in each stage now, by the same condition as the list behind the number. */
async function readWaiting(
  scope: Scope,
  query: ReportQuery,
  { db, ...context }: ReadContext,
  byStage: boolean,
) {
  const active = sql`${applications.outcome} = 'active'`;
  const age = days(sql`${context.now.toISOString()}::timestamptz - ${applications.stageEnteredAt}`);
  const found = await db
    .select({
      key: keyOf(byStage, sql`${applications.stageId}`, sql`${applications.step}`),
      all: count(),
      waiting: sql`count(*) filter (where ${active})`.mapWith(Number),
      waitingMedian: sql<number | null>`percentile_cont(0.5)
        within group (order by ${age}) filter (where ${active})`,
      stale: sql`count(*) filter (where ${stale(context.now)})`.mapWith(Number),
    })
    .from(applications)
    .where(cohort(query, scope, context))
    .groupBy(sql`1`);
  return {
    cohort: found.reduce((total, { all }) => total + all, 0),
    rows: new Map(found.map(({ key, all: _all, ...waiting }) => [key, waiting])),
  };
}

function stepLines(): Line[] {
  return STEPS.map((step) => ({ key: step, name: null, step }));
}

async function stagesOf(db: ReadContext['db'], where: SQL): Promise<Line[]> {
  const found = await db
    .select({ stage: stages })
    .from(stages)
    .innerJoin(jobs, eq(jobs.processId, stages.processId))
    .where(where)
    .orderBy(asc(stages.ordinal));
  return found.map(({ stage }) => toLine(stage));
}

/** Stages somebody is or was in although the process does not name them (any more). */
async function strays(db: ReadContext['db'], keys: readonly string[]): Promise<Line[]> {
  if (keys.length === 0) return [];
  const found = await db
    .select()
    .from(stages)
    .where(inArray(stages.id, [...keys]));
  return keys.map((key) => {
    const stage = found.find(({ id }) => id === key);
    return stage ? toLine(stage) : { key, name: null, step: stepAt(1) };
  });
}

function toLine(stage: typeof stages.$inferSelect): Line {
  return {
    key: stage.id,
    name: { zh: stage.nameZh || stage.nameEn, en: stage.nameEn || stage.nameZh },
    step: stepAt(stage.step),
  };
}
