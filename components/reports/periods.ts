import { addDays } from '@/lib/domain/tenant-day';

/** Periods by name; their start follows the day they are looked at. */
export const PERIODS = ['30', '90', '180', 'year', 'all'] as const;
export type Period = (typeof PERIODS)[number];
export const DEFAULT_PERIOD: Period = '180';

/** First tenant day of a period that ends today; today is one of its days. None: from the start. */
export function periodStart(period: Period, today: string): string | undefined {
  if (period === 'all') return undefined;
  if (period === 'year') return `${today.slice(0, 4)}-01-01`;
  return addDays(today, 1 - Number(period));
}
