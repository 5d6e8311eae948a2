/** Milliseconds; all null where there is nothing to take them of. */
export type Spread = { medianMs: number | null; p75Ms: number | null; p90Ms: number | null };

/** The median and the long tail of durations, between two of them as `percentile_cont` has it. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number | null => {
    if (sorted.length === 0) return null;
    const position = share * (sorted.length - 1);
    const low = Math.floor(position);
    const below = sorted[low] ?? 0;
    return below + (position - low) * ((sorted[low + 1] ?? below) - below);
  };
  return { medianMs: at(0.5), p75Ms: at(0.75), p90Ms: at(0.9) };
}
