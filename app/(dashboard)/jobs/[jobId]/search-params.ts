import {
  createLoader,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import type { ApplicationFilter } from '@/lib/domain/application-filter';
import { APPLICATION_SORTS, DIRECTIONS } from '@/lib/domain/sorts';
import { TURN_PARTIES } from '@/lib/domain/turn';

export const JOB_TABS = ['board', 'funnel', 'list', 'details'] as const;

/** The address of one job: tab, filter, order. */
export const jobParams = {
  tab: parseAsStringLiteral(JOB_TABS).withDefault('board'),
  q: parseAsString.withDefault(''),
  source: parseAsArrayOf(parseAsString).withDefault([]),
  turn: parseAsStringLiteral(TURN_PARTIES),
  /** Of the list alone; the board has active ones and who joined. */
  status: parseAsStringLiteral(['active', 'hired', 'ended', 'all']).withDefault('all'),
  stale: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(APPLICATION_SORTS).withDefault('created'),
  direction: parseAsStringLiteral(DIRECTIONS).withDefault('desc'),
};

export const loadJobParams = createLoader(jobParams);

export type JobParams = inferParserType<typeof jobParams>;

/** What narrows the board and the list alike, empty values left out. */
export function jobFilter(params: JobParams): Omit<ApplicationFilter, 'job'> {
  return {
    q: params.q === '' ? undefined : params.q,
    source: params.source.length === 0 ? undefined : params.source,
    turn: params.turn ?? undefined,
    stale: params.stale || undefined,
  };
}
