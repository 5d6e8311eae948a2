import 'server-only';
import { and, asc, eq, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { notFound } from '@/lib/domain/app-error';
import { NONE_ID } from '@/lib/domain/none';
import type { ApplicationRowDto, BoardColumnDto } from '@/lib/domain/pipeline';
import { STEPS, stepAt, stepOrdinal } from '@/lib/domain/steps';
import { allOf } from '@/lib/server/db/application-query';
import type { Executor } from '@/lib/server/db/pool';
import { applications } from '@/lib/server/db/schema/applications';
import { jobs } from '@/lib/server/db/schema/jobs';
import { stages } from '@/lib/server/db/schema/organisation';
import { type Scope, visibleApplications, visibleJobs } from '@/lib/server/db/scope';
import { localized } from '@/lib/server/services/names';

export type Column = Pick<BoardColumnDto, 'key' | 'name' | 'step' | 'stageType'>;

/** Which columns a board has, which applications are on it, and in which column each is. */
export type BoardPlan = {
  columns: Column[];
  rows: SQL;
  /** The key of a row's column: in SQL, and of a row already read. */
  key: SQL<string>;
  keyOf: (row: ApplicationRowDto) => string;
};

const active = eq(applications.outcome, 'active');
const TO_JOIN = stepOrdinal('to_join');

/** Screen to to-join across jobs, active ones alone. */
export function planOfSteps(scope: Scope): BoardPlan {
  return {
    columns: STEPS.filter((step) => stepOrdinal(step) <= TO_JOIN).map((step) => ({
      key: step,
      name: null,
      step,
      stageType: null,
    })),
    rows: allOf(visibleApplications(scope), active, lte(applications.step, TO_JOIN)),
    key: sql<string>`(${sql.param([...STEPS])}::text[])[${applications.step}]`,
    keyOf: (row) => row.step,
  };
}

/**
 * The stages of the job's process in their order: active ones, and hired ones, who are in a joined
 * stage.
 * @throws AppError NOT_FOUND outside the scope
 */
export async function planOfJob(db: Executor, scope: Scope, jobId: string): Promise<BoardPlan> {
  const found = await db
    .select({ stage: stages })
    .from(jobs)
    .leftJoin(stages, eq(stages.processId, jobs.processId))
    .where(and(eq(jobs.id, jobId), visibleJobs(scope)))
    .orderBy(asc(stages.ordinal));
  if (found.length === 0) throw notFound('job');
  return {
    columns: found.flatMap(({ stage }) => (stage ? toColumn(stage) : [])),
    rows: allOf(
      visibleApplications(scope),
      eq(applications.jobId, jobId),
      or(active, eq(applications.outcome, 'hired')),
    ),
    key: sql<string>`coalesce(${applications.stageId}, ${NONE_ID})`,
    keyOf: (row) => row.stage.id,
  };
}

/** Columns for stages where somebody is but which the process does not name, so nobody vanishes. */
export async function strayColumns(
  db: Executor,
  strays: readonly { key: string; step: number }[],
): Promise<Column[]> {
  if (strays.length === 0) return [];
  const keys = strays.map(({ key }) => key);
  const found = await db.select().from(stages).where(inArray(stages.id, keys));
  return strays.map(({ key, step }) => {
    const stage = found.find(({ id }) => id === key);
    return stage ? toColumn(stage) : { key, name: null, step: stepAt(step), stageType: null };
  });
}

function toColumn(stage: typeof stages.$inferSelect): Column {
  return {
    key: stage.id,
    name: localized(stage.nameZh, stage.nameEn),
    step: stepAt(stage.step),
    stageType: stage.type,
  };
}
