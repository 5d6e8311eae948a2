import type { RateDto } from './reports';

/** Two-sided 95 %. */
const Z = 1.959963984540054;

/** A share is not shown with fewer cases than this (PRODUCT section 4). */
export const MIN_DENOMINATOR = 5;
/** Below this many a share is drawn as "too few". */
export const FEW = 20;

/** Wilson score interval, 95 %, of `successes` in `trials`: 0 to 1, holding the share itself. */
export function wilson(successes: number, trials: number): { low: number; high: number } {
  if (trials <= 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const spread = (Z * Z) / trials;
  const centre = (share + spread / 2) / (1 + spread);
  const half =
    (Z * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials))) / (1 + spread);
  // Rounding must not push the ends past the share at 0 and 1, where they meet it.
  return {
    low: Math.max(0, Math.min(share, centre - half)),
    high: Math.min(1, Math.max(share, centre + half)),
  };
}

/** A share with its interval; both hidden where too few cases are behind it. */
export function rate(numerator: number, denominator: number): RateDto {
  if (denominator < MIN_DENOMINATOR) {
    return { value: null, low: null, high: null, numerator, denominator };
  }
  return {
    value: numerator / denominator,
    ...wilson(numerator, denominator),
    numerator,
    denominator,
  };
}

/**
 * Quantile by linear interpolation between the two nearest values, as SQL's percentile_cont; null
 * of none. `p` from 0 to 1.
 */
export function quantile(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}
