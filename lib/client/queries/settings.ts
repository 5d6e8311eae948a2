import { queryOptions } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import type { ConnectionDto, ReadAgainDto, SyncStateDto } from '@/lib/domain/settings';
import type { HireRolesDto, SignedInDto } from '@/lib/domain/settings-access';
import type { CallsDto } from '@/lib/domain/settings-calls';
import type { EventInboxDto } from '@/lib/domain/settings-events';

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
  readAgain: () =>
    queryOptions({
      queryKey: ['settings', 'read-again'],
      queryFn: ({ signal }) => request<ReadAgainDto>('/api/sync/again', { signal }),
      staleTime: 0,
    }),
  calls: () =>
    queryOptions({
      queryKey: ['settings', 'calls'],
      queryFn: ({ signal }) => request<CallsDto>('/api/sync/calls', { signal }),
      refetchInterval: 3_000,
    }),
  events: () =>
    queryOptions({
      queryKey: ['settings', 'events'],
      queryFn: ({ signal }) => request<EventInboxDto>('/api/settings/events', { signal }),
      refetchInterval: 5_000,
    }),
  roles: () =>
    queryOptions({
      queryKey: ['settings', 'roles'],
      queryFn: ({ signal }) => request<HireRolesDto>('/api/settings/roles', { signal }),
    }),
  sessions: () =>
    queryOptions({
      queryKey: ['settings', 'sessions'],
      queryFn: ({ signal }) => request<SignedInDto[]>('/api/settings/sessions', { signal }),
      refetchInterval: 30_000,
    }),
};
