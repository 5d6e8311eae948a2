import 'server-only';
import { notFound } from '@/lib/domain/app-error';
import {
  FunnelDto,
  type ReportQuery,
  SourcesDto,
  TimeInStageDto,
  TrendDto,
} from '@/lib/domain/reports';
import type { ReadContext } from '@/lib/server/db/read-context';
import type { Scope } from '@/lib/server/db/scope';
import { readFunnel } from '@/lib/server/reports/funnel';
import { readSources } from '@/lib/server/reports/sources';
import { readTimeInStage } from '@/lib/server/reports/time-in-stage';
import { readTrend } from '@/lib/server/reports/trend';
import { readContext } from '@/lib/server/services/read-context';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';

export async function getFunnel(
  scope: Scope,
  query: ReportQuery,
  read: ReadContext = readContext(),
): Promise<FunnelDto> {
  const [funnel, sync] = await Promise.all([readFunnel(scope, query, read), getSyncNote()]);
  return FunnelDto.parse({ ...funnel, sync });
}

export async function getTimeInStage(
  scope: Scope,
  query: ReportQuery,
  read: ReadContext = readContext(),
): Promise<TimeInStageDto> {
  const [report, sync] = await Promise.all([readTimeInStage(scope, query, read), getSyncNote()]);
  return TimeInStageDto.parse({ ...report, sync });
}

export async function getSources(
  scope: Scope,
  query: ReportQuery,
  read: ReadContext = readContext(),
): Promise<SourcesDto> {
  const [report, sync] = await Promise.all([readSources(scope, query, read), getSyncNote()]);
  return SourcesDto.parse({ ...report, sync });
}

export async function getTrend(
  scope: Scope,
  query: ReportQuery,
  read: ReadContext = readContext(),
): Promise<TrendDto> {
  const [weeks, sync] = await Promise.all([readTrend(scope, query, read), getSyncNote()]);
  return TrendDto.parse({ weeks, sync });
}

const REPORTS = new Map<string, (scope: Scope, query: ReportQuery) => Promise<unknown>>([
  ['funnel', getFunnel],
  ['time-in-stage', getTimeInStage],
  ['sources', getSources],
  ['trend', getTrend],
]);

/**
 * The report its address names.
 * @throws AppError NOT_FOUND for a name that is none
 */
export async function getReport(scope: Scope, name: string, query: ReportQuery): Promise<unknown> {
  const report = REPORTS.get(name);
  if (!report) throw notFound('report');
  return report(scope, query);
}
