import type { TrendDto } from '@/lib/domain/reports';
import { type ColumnModel, prepareColumns } from './columns';
import { stepColor } from './palette';

type Words = {
  created: string;
  hired: string;
  /** Axis label of a week's first day. */
  short: (day: string) => string;
  /** Tooltip and table label of a week, told whether it is still running. */
  full: (day: string, partial: boolean) => string;
};

/** New applications and joins by week; the running week is marked, not left out. */
export function prepareTrend(trend: TrendDto, words: Words): ColumnModel {
  return prepareColumns(
    [
      { key: 'created', label: words.created, color: stepColor('test') },
      { key: 'hired', label: words.hired, color: stepColor('joined') },
    ],
    trend.weeks.map(({ start, created, hired, partial }) => ({
      key: start,
      label: words.short(start),
      fullLabel: words.full(start, partial),
      partial,
      values: { created, hired },
    })),
  );
}
