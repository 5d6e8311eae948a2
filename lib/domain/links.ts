import type { ApplicationFilter } from './application-filter';
import type { APPLICATION_SORTS, DIRECTIONS } from './sorts';

/** Filter as query parameters, empty values left out; the inverse of `ApplicationFilter.parse`. */
export function filterParams(filter: ApplicationFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) {
    if (value === undefined || value === false || value === '') continue;
    const text = Array.isArray(value) ? value.join(',') : String(value);
    if (text !== '') params.set(key, text);
  }
  return params;
}

/** An order of the list; the longest first is `asc`, by when it began. */
export type ListOrder = {
  sort: (typeof APPLICATION_SORTS)[number];
  direction: (typeof DIRECTIONS)[number];
};

/** The longest in their stage first, as in a column of a board. */
export const LONGEST_IN_STAGE: ListOrder = { sort: 'stage_entered', direction: 'asc' };

/** The order a list is asked in by what it is about; undefined: the list's own. */
function orderOf({ turn, turnPerson, stale, status }: ApplicationFilter): ListOrder | undefined {
  if (turn || turnPerson) return { sort: 'waiting', direction: 'asc' };
  if (stale) return LONGEST_IN_STAGE;
  if (status === 'ended') return { sort: 'ended', direction: 'desc' };
  return undefined;
}

/**
 * What a change of status does to the order of a list: ended ones begin with the last ended, an
 * order none of the rows can have is given up. Null: the list's own; nothing: as it was.
 */
export function orderFor(
  status: NonNullable<ApplicationFilter['status']>,
  sort: ListOrder['sort'],
): ListOrder | { sort: null; direction: null } | undefined {
  if (status === 'ended') return { sort: 'ended', direction: 'desc' };
  const ofActive = sort === 'stage_entered' || sort === 'waiting';
  if (sort === 'ended' || (status === 'hired' && ofActive)) return { sort: null, direction: null };
  return undefined;
}

/** The list of exactly the applications a figure counts, what the figure is about first. */
export function applicationsHref(filter: ApplicationFilter, order = orderOf(filter)): string {
  const params = filterParams(filter);
  params.set('view', 'list');
  if (order) {
    params.set('sort', order.sort);
    params.set('direction', order.direction);
  }
  return `/pipeline?${params.toString()}`;
}

export const jobHref = (jobId: string, tab?: 'board' | 'funnel' | 'list' | 'details') =>
  `/jobs/${jobId}${tab === undefined ? '' : `?tab=${tab}`}`;
export const applicationHref = (applicationId: string) => `/applications/${applicationId}`;
export const talentHref = (talentId: string) => `/talents/${talentId}`;
export const settingsHref = (tab: 'connection' | 'sync' | 'access') =>
  tab === 'connection' ? '/settings' : `/settings?tab=${tab}`;
