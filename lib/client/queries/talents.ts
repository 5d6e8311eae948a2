import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import type { TalentDto, TalentListDto, TalentListQuery } from '@/lib/domain/talents';

type ListQuery = Omit<Partial<TalentListQuery>, 'cursor'>;

export const talentQueries = {
  list: (query: ListQuery) =>
    infiniteQueryOptions({
      queryKey: ['talents', 'list', query],
      queryFn: ({ pageParam, signal }) =>
        request<TalentListDto>('/api/talents', { query: { ...query, cursor: pageParam }, signal }),
      initialPageParam: undefined as string | undefined, // The first page has no cursor.
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  detail: (talentId: string) =>
    queryOptions({
      queryKey: ['talents', 'detail', { talentId }],
      queryFn: ({ signal }) => request<TalentDto>(`/api/talents/${talentId}`, { signal }),
      staleTime: 5_000,
    }),
};
