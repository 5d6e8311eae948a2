export type ColumnSeries = { key: string; label: string; color: string };

export type ColumnPoint = {
  key: string;
  /** On the axis. */
  label: string;
  /** In the tooltip and the table. */
  fullLabel: string;
  /** The period is still running: drawn hatched and named. */
  partial: boolean;
  /** By series key; null is a gap, never a zero. */
  values: Readonly<Record<string, number | null>>;
};

/** Columns over time or over classes: at most five series on one zero-based axis. */
export type ColumnModel = {
  series: readonly ColumnSeries[];
  points: readonly ColumnPoint[];
  /** Round upper end of the axis, and its ticks from zero. */
  max: number;
  ticks: readonly number[];
};

const MOST_SERIES = 5;

export function prepareColumns(
  series: readonly ColumnSeries[],
  points: readonly ColumnPoint[],
): ColumnModel {
  if (series.length > MOST_SERIES) throw new RangeError(`More than ${MOST_SERIES} series`);
  const highest = Math.max(
    0,
    ...points.flatMap(({ values }) => series.map(({ key }) => values[key] ?? 0)),
  );
  const ticks = niceTicks(highest);
  return { series, points, ticks, max: ticks.at(-1) ?? 1 };
}

/** Zero to at least `highest` in three to five steps of 1, 2 or 5 times a power of ten; whole steps. */
export function niceTicks(highest: number): readonly number[] {
  const rough = Math.max(highest, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** Sum of a series over its complete and partial points; null when none is known. */
export function seriesTotal(model: ColumnModel, key: string): number | null {
  const known = model.points.flatMap(({ values }) => values[key] ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
