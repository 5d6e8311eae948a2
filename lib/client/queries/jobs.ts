import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import { refetchAfter } from '@/lib/client/refresh';
import type { JobDto, JobListDto, JobListQuery } from '@/lib/domain/jobs';

export const jobQueries = {
  list: (query: Partial<JobListQuery>) =>
    queryOptions({
      queryKey: ['jobs', 'list', query],
      queryFn: ({ signal }) => request<JobListDto>('/api/jobs', { query, signal }),
      placeholderData: keepPreviousData,
      refetchInterval: refetchAfter,
    }),
  detail: (jobId: string) =>
    queryOptions({
      queryKey: ['jobs', 'detail', { jobId }],
      queryFn: ({ signal }) => request<JobDto>(`/api/jobs/${jobId}`, { signal }),
      refetchInterval: refetchAfter,
    }),
};
