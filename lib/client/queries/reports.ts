import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import type { SyncNote } from '@/lib/domain/common';
import type {
  FunnelDto,
  ReportQuery,
  SourcesDto,
  TimeInStageDto,
  TrendDto,
} from '@/lib/domain/reports';

const report =
  <T extends { sync: SyncNote }>(name: string) =>
  (query: Partial<ReportQuery>) =>
    queryOptions({
      queryKey: ['reports', name, query],
      queryFn: ({ signal }) => request<T>(`/api/reports/${name}`, { query, signal }),
      placeholderData: keepPreviousData,
      // Sums over everything: asked again less often than a list.
      refetchInterval: ({ state }) => (state.data?.sync.state === 'complete' ? 120_000 : 10_000),
    });

export const reportQueries = {
  funnel: report<FunnelDto>('funnel'),
  timeInStage: report<TimeInStageDto>('time-in-stage'),
  sources: report<SourcesDto>('sources'),
  trend: report<TrendDto>('trend'),
};
