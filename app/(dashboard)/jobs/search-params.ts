import {
  createLoader,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import type { JobListQuery } from '@/lib/domain/jobs';
import { DIRECTIONS, JOB_SORTS } from '@/lib/domain/sorts';

const list = parseAsArrayOf(parseAsString).withDefault([]);

/** The address of the job list: shared by server and browser, bad values fall back. */
export const jobsParams = {
  q: parseAsString.withDefault(''),
  department: list,
  city: list,
  recruiter: list,
  manager: list,
  status: parseAsStringLiteral(['open', 'closed', 'all']).withDefault('open'),
  type: parseAsStringLiteral(['social', 'campus']),
  sort: parseAsStringLiteral(JOB_SORTS).withDefault('age'),
  direction: parseAsStringLiteral(DIRECTIONS).withDefault('asc'),
};

export const loadJobsParams = createLoader(jobsParams);

/** What the address asks for, without its empty values: the key of the answer. */
export function jobsQuery(params: inferParserType<typeof jobsParams>): Partial<JobListQuery> {
  const some = (values: string[]) => (values.length === 0 ? undefined : values);
  return {
    q: params.q === '' ? undefined : params.q,
    department: some(params.department),
    city: some(params.city),
    recruiter: some(params.recruiter),
    manager: some(params.manager),
    status: params.status,
    type: params.type ?? undefined,
    sort: params.sort,
    direction: params.direction,
  };
}
