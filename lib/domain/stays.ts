import type { LifeGap } from '@/lib/domain/charts/life-line';

/** Time spent somewhere, as Feishu keeps it: `YYYY-MM` or a day; `end` null while it lasts. */
export type Stay = { start: string | null; end: string | null };

const FOREVER = '9999';

/** The latest first: what lasts, then by end and start; what has no dates at all comes last. */
export function latestFirst<T extends Stay>(stays: readonly T[]): T[] {
  const key = ({ start, end }: T) => `${end ?? (start === null ? '' : FOREVER)} ${start ?? ''}`;
  return stays.toSorted((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}

/**
 * Stays with the gaps between them, the latest first.
 * @param gaps as `prepareLifeLine` finds them: time with neither school nor work
 */
export function withGaps<T extends Stay>(
  stays: readonly T[],
  gaps: readonly Pick<LifeGap, 'start' | 'end' | 'months'>[],
): ({ stay: T } | { gap: Pick<LifeGap, 'start' | 'end' | 'months'> })[] {
  const rest = gaps.toSorted((a, b) => b.start.localeCompare(a.start));
  const entries: ReturnType<typeof withGaps<T>> = [];
  for (const stay of latestFirst(stays)) {
    const began = stay.start?.slice(0, 7) ?? '';
    while (rest[0] && rest[0].start > began) {
      entries.push({ gap: rest[0] });
      rest.shift();
    }
    entries.push({ stay });
  }
  return [...entries, ...rest.map((gap) => ({ gap }))];
}

const MONTH = /^(\d{4})-(\d{2})/;

/**
 * How long a stay was in months, its first and last counted whole; null without a start.
 * @param today `YYYY-MM-DD` in the tenant's zone: the end of what still lasts
 */
export function monthsOf({ start, end }: Stay, today: string): number | null {
  const from = MONTH.exec(start ?? '');
  const until = MONTH.exec(end ?? today);
  if (!from || !until) return null;
  const months = (Number(until[1]) - Number(from[1])) * 12 + Number(until[2]) - Number(from[2]) + 1;
  return Math.max(months, 1);
}
