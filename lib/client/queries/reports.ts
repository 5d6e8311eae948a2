import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import type {
  FunnelDto,
  ReportQuery,
  SourcesDto,
  TimeInStageDto,
  TrendDto,
} from '@/lib/domain/reports';

const report =
  <T>(name: string) =>
  (query: Partial<ReportQuery>) =>
    queryOptions({
      queryKey: ['reports', name, query],
      queryFn: ({ signal }) => request<T>(`/api/reports/${name}`, { query, signal }),
      placeholderData: keepPreviousData,
    });

export const reportQueries = {
  funnel: report<FunnelDto>('funnel'),
  timeInStage: report<TimeInStageDto>('time-in-stage'),
  sources: report<SourcesDto>('sources'),
  trend: report<TrendDto>('trend'),
};
