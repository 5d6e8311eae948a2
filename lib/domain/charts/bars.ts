export type BarInput = {
  key: string;
  /** Null is the unknown one: it is named, not hidden. */
  label: string | null;
  lang?: string;
  value: number;
  href?: string;
};

export type Bar = BarInput & {
  /** Percent of the longest bar. */
  width: number;
  /** Of all values; null when they sum to nothing. */
  share: number | null;
};

export type BarModel = {
  bars: readonly Bar[];
  /** What the top leaves out: how many, and how much together. */
  others: { count: number; value: number; width: number; share: number | null } | null;
  total: number;
};

/** Longest first, zero-based; beyond `top` the rest is one bar named "others". */
export function prepareBars(input: readonly BarInput[], top = 8): BarModel {
  const sorted = [...input].sort((a, b) => b.value - a.value || a.key.localeCompare(b.key));
  const total = sorted.reduce((sum, { value }) => sum + value, 0);
  // One left over is shown by its name rather than as "1 other".
  const cut = sorted.length <= top + 1 ? sorted.length : top;
  const shown = sorted.slice(0, cut);
  const rest = sorted.slice(cut);
  const restValue = rest.reduce((sum, { value }) => sum + value, 0);
  const longest = Math.max(...shown.map(({ value }) => value), restValue, 1);
  const measure = (value: number) => ({
    width: (value / longest) * 100,
    share: total === 0 ? null : value / total,
  });
  return {
    bars: shown.map((bar) => ({ ...bar, ...measure(bar.value) })),
    others:
      rest.length === 0 ? null : { count: rest.length, value: restValue, ...measure(restValue) },
    total,
  };
}
