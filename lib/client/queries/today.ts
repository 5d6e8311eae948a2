import { queryOptions } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import { refetchAfter } from '@/lib/client/refresh';
import type { TodayDto } from '@/lib/domain/today';

export const todayQueries = {
  today: () =>
    queryOptions({
      queryKey: ['today'],
      queryFn: ({ signal }) => request<TodayDto>('/api/today', { signal }),
      refetchInterval: refetchAfter,
    }),
};
