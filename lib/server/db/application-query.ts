import 'server-only';
import { and, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { ApplicationFilter } from '@/lib/domain/application-filter';
import { NOBODY, NONE_ID } from '@/lib/domain/none';
import { staleBefore } from '@/lib/domain/stale';
import { STEPS, type Step, stepOrdinal } from '@/lib/domain/steps';
import type { QueryContext } from './read-context';
import { applications } from './schema/applications';
import { jobs } from './schema/jobs';
import { talents } from './schema/talents';
import { type Scope, visibleApplications } from './scope';

/**
 * The applications a filter means, inside a scope, as one condition on `applications`. Every
 * figure, bar, column header, list and report counts by it, so each equals the list it opens.
 * A row whose body is not read yet has a job, a stage, a step and a status; conditions on anything
 * else leave it out.
 */
export function applicationConditions(
  filter: ApplicationFilter,
  scope: Scope,
  context: QueryContext,
): SQL {
  return allOf(
    visibleApplications(scope),
    ofStatus(filter.status ?? 'active'),
    given(filter.job, (ids) => inArray(applications.jobId, ids)),
    given(filter.stage, (ids) => withNone(applications.stageId, ids)),
    given(filter.step, (steps) => inArray(applications.step, steps.map(stepOrdinal))),
    given(filter.source, (ids) => allOf(hasBody(), withNone(applications.sourceId, ids))),
    ofJobs(filter),
    given(filter.q, matching),
    given(filter.from, (day) => gte(applications.createdAt, dayStart(day, context.timeZone))),
    given(filter.to, (day) => lt(applications.createdAt, dayStart(day, context.timeZone, 1))),
    given(filter.hiredFrom, (day) => gte(applications.hiredAt, dayStart(day, context.timeZone))),
    given(filter.hiredTo, (day) => lt(applications.hiredAt, dayStart(day, context.timeZone, 1))),
    given(filter.reached, (step) => reached(step, filter.outcome)),
    filter.stale ? stale(context.now) : undefined,
    given(filter.turn, turnOf),
    given(filter.turnPerson, turnPersonIs),
  );
}

/** An empty list or text asks nothing, as in the URL. */
function given<T extends string | readonly unknown[]>(
  value: T | undefined,
  condition: (value: T) => SQL | undefined,
): SQL | undefined {
  return value === undefined || value.length === 0 ? undefined : condition(value);
}

/** All of the conditions given; true without any. */
export function allOf(...conditions: (SQL | undefined)[]): SQL {
  return and(...conditions) ?? sql`true`;
}

/** The body is read: talent, source, times and furthest step are known. */
export const hasBody = (): SQL => isNotNull(applications.bodyAt);

/** Since when whose turn it is has had it; in the stage, where nobody's turn is known. */
export const waitingSince = (): SQL =>
  sql`coalesce(${applications.turnSince}, ${applications.stageEnteredAt})`;

/** Active, and in its stage for longer than the step's SLA. */
export function stale(now: Date): SQL {
  const limits = STEPS.filter((step) => step !== 'joined').map(
    (step) =>
      sql`when ${sql.raw(String(stepOrdinal(step)))} then ${new Date(staleBefore(step, now.getTime())).toISOString()}::timestamptz`,
  );
  return allOf(
    ofStatus('active'),
    sql`${applications.stageEnteredAt} < case ${applications.step} ${sql.join(limits, sql` `)} end`,
  );
}

/** Start of a tenant day, moved by whole days, as an instant. */
export function dayStart(day: string, timeZone: string, plusDays = 0): SQL<Date> {
  return sql`((${day}::date + ${plusDays}::int)::timestamp at time zone ${timeZone})`;
}

function ofStatus(status: NonNullable<ApplicationFilter['status']>): SQL | undefined {
  return status === 'all' ? undefined : eq(applications.outcome, status);
}

/**
 * Furthest step is this one or later, and what became of it there (PRODUCT section 4). The three
 * outcomes part those who reached a step: hired at their furthest counts as passed.
 */
function reached(step: Step, outcome: ApplicationFilter['outcome']): SQL {
  const at = stepOrdinal(step);
  const furthest = applications.furthestStep;
  const here = eq(furthest, at);
  switch (outcome) {
    case undefined:
      return allOf(hasBody(), gte(furthest, at));
    case 'passed':
      return allOf(
        hasBody(),
        or(gte(furthest, at + 1), and(here, eq(applications.outcome, 'hired'))),
      );
    case 'in_progress':
      return allOf(hasBody(), here, eq(applications.outcome, 'active'));
    case 'dropped':
      return allOf(hasBody(), here, eq(applications.outcome, 'ended'));
  }
}

/** Nobody named to act means the recruiter is to. */
function turnOf(party: NonNullable<ApplicationFilter['turn']>): SQL {
  const named = eq(applications.turnParty, party);
  return allOf(
    ofStatus('active'),
    party === 'recruiter' ? or(named, isNull(applications.turnParty)) : named,
  );
}

function turnPersonIs(openId: string): SQL {
  return allOf(
    ofStatus('active'),
    openId === NOBODY ? isNull(applications.turnOpenId) : eq(applications.turnOpenId, openId),
  );
}

function withNone(column: AnyPgColumn, ids: string[]): SQL | undefined {
  return ids.includes(NONE_ID) ? or(inArray(column, ids), isNull(column)) : inArray(column, ids);
}

function ofJobs({ department, recruiter, type }: ApplicationFilter): SQL | undefined {
  const conditions = and(
    given(department, (ids) => inArray(jobs.departmentId, ids)),
    given(recruiter, (ids) => inArray(jobs.recruiterId, ids)),
    type && eq(jobs.processType, type === 'social' ? 1 : 2),
  );
  return conditions && inJobs(conditions);
}

const inJobs = (conditions: SQL): SQL =>
  sql`${applications.jobId} in (select ${jobs.id} from ${jobs} where ${conditions})`;

/** Name (also in pinyin) or job title holds the text; `%` and `_` are ordinary characters. */
function matching(q: string): SQL | undefined {
  const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const pinyin = like(q.toLowerCase().replaceAll(' ', ''));
  return or(
    inJobs(sql`${jobs.title} ilike ${like(q)}`),
    sql`${applications.talentId} in (select ${talents.id} from ${talents}
      where ${talents.name} ilike ${like(q)} or ${talents.namePinyin} like ${pinyin})`,
  );
}
