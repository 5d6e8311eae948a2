import { type ColumnModel, niceTicks, prepareColumns } from './columns';

type Words = {
  series: string;
  color: string;
  /** Words of one class, upper end excluded; the last one holds everything from `from` on. */
  range: (from: number, to: number | null) => string;
};

const CLASSES = 8;

/**
 * How many values fall into each class of equal, round width. A long tail (above the 95th
 * percentile) is one open class at the end, so that one outlier does not flatten the rest.
 * Negative and unknown values are left out by the caller.
 */
export function prepareHistogram(values: readonly number[], words: Words): ColumnModel {
  const sorted = [...values].sort((a, b) => a - b);
  const p95 = sorted[Math.ceil((sorted.length - 1) * 0.95)] ?? 0;
  const width = Math.max(1, niceTicks(Math.ceil((p95 / CLASSES) * 4))[1] ?? 1);
  const count = Math.max(1, Math.floor(p95 / width) + 1);
  const tail = sorted.filter((value) => value >= count * width).length;
  const classes = Array.from({ length: count }, (_, at) => ({
    from: at * width,
    to: ((at + 1) * width) as number | null,
    value: sorted.filter((value) => value >= at * width && value < (at + 1) * width).length,
  }));
  if (tail > 0) classes.push({ from: count * width, to: null, value: tail });
  return prepareColumns(
    [{ key: 'count', label: words.series, color: words.color }],
    classes.map(({ from, to, value }) => ({
      key: String(from),
      label: words.range(from, to),
      fullLabel: words.range(from, to),
      partial: false,
      values: { count: value },
    })),
  );
}
