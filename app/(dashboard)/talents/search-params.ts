import {
  createLoader,
  type inferParserType,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { DEGREE_FLOORS, TALENT_STATUSES, YEAR_FLOORS } from '@/components/talents/filter-values';
import { DIRECTIONS, TALENT_SORTS } from '@/lib/domain/sorts';
import type { TalentListQuery } from '@/lib/domain/talents';

/** The address of the talent list: shared by server and browser, bad values fall back. */
export const talentsParams = {
  q: parseAsString.withDefault(''),
  degree: parseAsNumberLiteral(DEGREE_FLOORS),
  minYears: parseAsNumberLiteral(YEAR_FLOORS),
  status: parseAsStringLiteral(TALENT_STATUSES).withDefault('all'),
  sort: parseAsStringLiteral(TALENT_SORTS).withDefault('updated'),
  direction: parseAsStringLiteral(DIRECTIONS).withDefault('desc'),
};

export const loadTalentsParams = createLoader(talentsParams);

/** Longer than this the search itself refuses. */
const LONGEST_SEARCH = 100;

/** What the address asks for, without its empty values: the key of the answer. */
export function talentsQuery(params: inferParserType<typeof talentsParams>) {
  const q = params.q.trim().slice(0, LONGEST_SEARCH);
  return {
    q: q === '' ? undefined : q,
    degree: params.degree ?? undefined,
    minYears: params.minYears ?? undefined,
    status: params.status,
    sort: params.sort,
    direction: params.direction,
  } satisfies Partial<TalentListQuery>;
}
