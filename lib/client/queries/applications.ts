import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import type { ApplicationListQuery } from '@/lib/domain/application-filter';
import type { ApplicationDto } from '@/lib/domain/applications';
import type { ApplicationListDto } from '@/lib/domain/pipeline';

type ListQuery = Omit<Partial<ApplicationListQuery>, 'cursor'>;

export const applicationQueries = {
  list: (query: ListQuery) =>
    infiniteQueryOptions({
      queryKey: ['applications', 'list', query],
      queryFn: ({ pageParam, signal }) =>
        request<ApplicationListDto>('/api/applications', {
          query: { ...query, cursor: pageParam },
          signal,
        }),
      initialPageParam: undefined as string | undefined, // The first page has no cursor.
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  /** What the viewer's applications can be narrowed by. */
  facets: () =>
    queryOptions({
      queryKey: ['applications', 'facets'],
      queryFn: ({ signal }) =>
        request<ApplicationListDto>('/api/applications', {
          query: { status: 'all', limit: 1 },
          signal,
        }),
      select: (page) => page.facets,
      staleTime: 300_000,
    }),
  detail: (applicationId: string) =>
    queryOptions({
      queryKey: ['applications', 'detail', { applicationId }],
      queryFn: ({ signal }) =>
        request<ApplicationDto>(`/api/applications/${applicationId}`, { signal }),
      staleTime: 5_000,
      // Opening it makes the server read notes and offer anew; a few looks find them.
      refetchInterval: ({ state: { data, dataUpdateCount } }) =>
        data && isOld(data.notesAsOf) && dataUpdateCount < 5 ? 1_500 : false,
    }),
};

/** The server asks Feishu again for what is older than this. */
const NOTES_FRESH_MS = 60_000;

const isOld = (asOf: string | null) =>
  asOf === null || Date.now() - Date.parse(asOf) > NOTES_FRESH_MS;
