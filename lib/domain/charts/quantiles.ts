import type { TimeInStageRowDto } from '@/lib/domain/reports';
import { FEW } from '@/lib/domain/statistics';
import { niceTicks } from './columns';

export type QuantileRow = TimeInStageRowDto & {
  /** Percent of the axis; null where nothing is completed. */
  at: { median: number; p75: number; p90: number } | null;
  /** Percent of the axis, or null when the limit lies beyond it or there is none. */
  slaAt: number | null;
  /** Completed visits are fewer than twenty: drawn pale. */
  few: boolean;
};

export type QuantileModel = {
  rows: readonly QuantileRow[];
  /** Calendar days, from zero. */
  ticks: readonly number[];
  max: number;
};

/** Median, 75th and 90th percentile of days in each stage, on one axis from zero. */
export function prepareQuantiles(rows: readonly TimeInStageRowDto[]): QuantileModel {
  const ticks = niceTicks(Math.max(0, ...rows.map(({ p90 }) => p90 ?? 0)));
  const max = ticks.at(-1) ?? 1;
  const percent = (days: number) => (days / max) * 100;
  return {
    ticks,
    max,
    rows: rows.map((row) => ({
      ...row,
      at:
        row.median === null || row.p75 === null || row.p90 === null
          ? null
          : { median: percent(row.median), p75: percent(row.p75), p90: percent(row.p90) },
      slaAt: row.slaDays > 0 && row.slaDays <= max ? percent(row.slaDays) : null,
      few: row.completed < FEW,
    })),
  };
}
