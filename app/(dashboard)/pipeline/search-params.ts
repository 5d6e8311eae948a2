import {
  createLoader,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsIsoDate,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import type { ApplicationFilter } from '@/lib/domain/application-filter';
import type { BoardQuery } from '@/lib/domain/pipeline';
import { APPLICATION_SORTS, DIRECTIONS } from '@/lib/domain/sorts';
import { STEPS } from '@/lib/domain/steps';
import { TURN_PARTIES } from '@/lib/domain/turn';

const list = parseAsArrayOf(parseAsString).withDefault([]);

/** The address of the pipeline: view, the one filter, order, and the application open beside it. */
export const pipelineParams = {
  view: parseAsStringLiteral(['board', 'list']).withDefault('board'),
  q: parseAsString.withDefault(''),
  job: list,
  stage: list,
  step: parseAsArrayOf(parseAsStringLiteral(STEPS)).withDefault([]),
  status: parseAsStringLiteral(['active', 'hired', 'ended', 'all']).withDefault('active'),
  source: list,
  department: list,
  recruiter: list,
  type: parseAsStringLiteral(['social', 'campus']),
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  hiredFrom: parseAsIsoDate,
  hiredTo: parseAsIsoDate,
  reached: parseAsStringLiteral(STEPS),
  outcome: parseAsStringLiteral(['passed', 'in_progress', 'dropped']),
  stale: parseAsBoolean.withDefault(false),
  turn: parseAsStringLiteral(TURN_PARTIES),
  turnPerson: parseAsString,
  sort: parseAsStringLiteral(APPLICATION_SORTS).withDefault('created'),
  direction: parseAsStringLiteral(DIRECTIONS).withDefault('desc'),
};

export const loadPipelineParams = createLoader(pipelineParams);

export type PipelineParams = inferParserType<typeof pipelineParams>;

const some = <T>(values: T[]) => (values.length === 0 ? undefined : values);
const day = (date: Date | null) => date?.toISOString().slice(0, 10);

/** The filter the address means, empty values left out. */
export function pipelineFilter(params: PipelineParams): ApplicationFilter {
  return {
    q: params.q === '' ? undefined : params.q,
    job: some(params.job),
    stage: some(params.stage),
    step: some(params.step),
    status: params.status === 'active' ? undefined : params.status,
    source: some(params.source),
    department: some(params.department),
    recruiter: some(params.recruiter),
    type: params.type ?? undefined,
    from: day(params.from),
    to: day(params.to),
    hiredFrom: day(params.hiredFrom),
    hiredTo: day(params.hiredTo),
    reached: params.reached ?? undefined,
    outcome: params.outcome ?? undefined,
    stale: params.stale || undefined,
    turn: params.turn ?? undefined,
    turnPerson: params.turnPerson ?? undefined,
  };
}

/** Takes away what a board across jobs cannot show: its columns are the steps of active ones. */
export const withoutListOnly = {
  status: null,
  step: null,
  reached: null,
  outcome: null,
  hiredFrom: null,
  hiredTo: null,
} as const;

/** The words for what a turn to the board takes away: keys of `pipeline.view.dropped`. */
export function droppedOnBoard(
  params: PipelineParams,
): ('status' | 'step' | 'reached' | 'hired')[] {
  const filter = pipelineFilter(params);
  return [
    ...(filter.status ? (['status'] as const) : []),
    ...(filter.step ? (['step'] as const) : []),
    ...(filter.reached ? (['reached'] as const) : []),
    ...(filter.hiredFrom || filter.hiredTo ? (['hired'] as const) : []),
  ];
}

/** The part of the filter a board across jobs can carry, as a filter: of it the column lists add up. */
export function boardFilter(params: PipelineParams): ApplicationFilter {
  return pipelineFilter({
    ...params,
    status: 'active',
    step: [],
    reached: null,
    outcome: null,
    hiredFrom: null,
    hiredTo: null,
  });
}

/** What the board is asked for: `job` would be one job's own stages, `jobs` narrows the steps. */
export function boardQuery(params: PipelineParams): Partial<BoardQuery> {
  const { q, job, stage, source, department, recruiter, type, from, to, stale, turn, turnPerson } =
    boardFilter(params);
  return {
    q,
    jobs: job,
    stage,
    source,
    department,
    recruiter,
    type,
    from,
    to,
    stale,
    turn,
    turnPerson,
  };
}
