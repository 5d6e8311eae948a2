import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { ReplayedDto } from '@/lib/domain/settings-events';

/** Failed events take their turn again: one, or all of them. */
export function useReplayEvents() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['settings', 'events', 'replay'],
    mutationFn: (eventId: string | undefined) =>
      request<ReplayedDto>('/api/settings/events/replay', {
        method: 'POST',
        body: eventId === undefined ? {} : { eventId },
      }),
    onSettled: () => client.invalidateQueries(settingsQueries.events()),
  });
}

/** Whether the holders of a Feishu Hire role administer here. */
export function useMapRole() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['settings', 'roles', 'map'],
    mutationFn: ({ roleId, administers }: { roleId: string; administers: boolean }) =>
      request<void>(`/api/settings/roles/${roleId}`, { method: 'PUT', body: { administers } }),
    onSettled: () => client.invalidateQueries(settingsQueries.roles()),
  });
}

/** Ends every session of one person. */
export function useEndSessions() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['settings', 'sessions', 'end'],
    mutationFn: (openId: string) =>
      request<void>('/api/settings/sessions/end', { method: 'POST', body: { openId } }),
    onSettled: () => client.invalidateQueries(settingsQueries.sessions()),
  });
}
