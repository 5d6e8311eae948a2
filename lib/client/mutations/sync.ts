import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import { settingsQueries } from '@/lib/client/queries/settings';

/** Asks for a round of the sync now instead of at the next interval. */
export function useSyncNow() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['sync', 'now'],
    mutationFn: () => request<void>('/api/sync', { method: 'POST', body: {} }),
    onSettled: () => client.invalidateQueries(settingsQueries.sync()),
  });
}
