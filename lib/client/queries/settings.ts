import { queryOptions } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import type { ConnectionDto, SyncStateDto } from '@/lib/domain/settings';

export const settingsQueries = {
  connection: () =>
    queryOptions({
      queryKey: ['settings', 'connection'],
      queryFn: ({ signal }) => request<ConnectionDto>('/api/settings/connection', { signal }),
      staleTime: 60_000,
    }),
  sync: () =>
    queryOptions({
      queryKey: ['settings', 'sync'],
      queryFn: ({ signal }) => request<SyncStateDto>('/api/sync', { signal }),
      refetchInterval: 2_000,
    }),
};
