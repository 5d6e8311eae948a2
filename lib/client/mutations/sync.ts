import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import { settingsQueries } from '@/lib/client/queries/settings';

const askAgain = (client: QueryClient) => client.invalidateQueries(settingsQueries.sync());

/** Asks for a round of the sync now instead of at the next interval. */
export function useSyncNow() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['sync', 'now'],
    mutationFn: () => request<void>('/api/sync', { method: 'POST', body: {} }),
    onSettled: () => askAgain(client),
  });
}

/** Stops background reading, or lets it go on. */
export function usePauseSync() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['sync', 'pause'],
    mutationFn: (paused: boolean) =>
      request<void>('/api/sync/pause', { method: 'PUT', body: { paused } }),
    onSettled: () => askAgain(client),
  });
}

/** Has everything read from Feishu again. */
export function useReadAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['sync', 'again'],
    mutationFn: () => request<void>('/api/sync/again', { method: 'POST', body: {} }),
    onSettled: () => askAgain(client),
  });
}
