import type { ApplicationFilter } from './application-filter';

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

/** The list of exactly the applications a figure counts. */
export function applicationsHref(filter: ApplicationFilter): string {
  const params = filterParams(filter);
  params.set('view', 'list');
  return `/pipeline?${params.toString()}`;
}

export const jobHref = (jobId: string, tab?: 'board' | 'funnel' | 'list' | 'details') =>
  `/jobs/${jobId}${tab === undefined ? '' : `?tab=${tab}`}`;
export const applicationHref = (applicationId: string) => `/applications/${applicationId}`;
export const talentHref = (talentId: string) => `/talents/${talentId}`;
export const settingsHref = (tab: 'connection' | 'sync' | 'access') =>
  tab === 'connection' ? '/settings' : `/settings?tab=${tab}`;
