import type { Random } from './random';
import type { ProcessType } from './types';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Asia/Shanghai has had no daylight saving time since 1991. */
const ZONE = 8 * HOUR;
const OPENS = 9.5 * HOUR;
/** 9:30 to 19:30. */
const WORKDAY = 10 * HOUR;

/** One minute as a share of a working day. */
export const WORK_MINUTE = MINUTE / WORKDAY;

/** First day of the Chinese New Year, as month and day. */
const NEW_YEARS: Record<number, [month: number, day: number]> = {
  2022: [2, 1],
  2023: [1, 22],
  2024: [2, 10],
  2025: [1, 29],
  2026: [2, 17],
  2027: [2, 6],
  2028: [1, 26],
  2029: [2, 13],
  2030: [2, 3],
  2031: [1, 23],
  2032: [2, 11],
};

/** Arrivals by month, January first: 金三银四, the autumn season, quiet at the turn of the year. */
export const SEASONS: Record<ProcessType, readonly number[]> = {
  1: [0.75, 0.6, 1.65, 1.45, 1, 0.95, 0.9, 1, 1.3, 1.15, 0.9, 0.65],
  2: [0.3, 0.4, 1.7, 1.4, 0.7, 0.4, 0.5, 1, 2.2, 2.4, 1.5, 0.6],
};

/** Midnight in Shanghai of the day that holds the instant. */
export function dayOf(instant: number): number {
  return Math.floor((instant + ZONE) / DAY) * DAY - ZONE;
}

/** `YYYY-MM-DD` in Shanghai. */
export function dateOf(instant: number): string {
  return new Date(instant + ZONE).toISOString().slice(0, 10);
}

/** Days from the nearest New Year's day, negative before it. */
function daysFromNewYear(day: number): number {
  const local = new Date(day + ZONE);
  const date = NEW_YEARS[local.getUTCFullYear()];
  if (!date) return Number.POSITIVE_INFINITY;
  return (day + ZONE - Date.UTC(local.getUTCFullYear(), date[0] - 1, date[1])) / DAY;
}

export function isWorkday(day: number): boolean {
  const local = new Date(day + ZONE);
  const weekday = local.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const month = local.getUTCMonth() + 1;
  const date = local.getUTCDate();
  if (month === 10 && date <= 7) return false;
  if (month === 5 && date <= 3) return false;
  if (month === 1 && date === 1) return false;
  const fromNewYear = daysFromNewYear(day);
  return fromNewYear < -1 || fromNewYear > 6;
}

/**
 * Working time as a straight line: position 12.5 is the middle of the thirteenth working day.
 * Sums of durations on it never land on a night, a weekend or a holiday.
 */
export class WorkCalendar {
  readonly #opens: number[] = [];
  readonly #seasons: Record<ProcessType, number[]> = { 1: [0], 2: [0] };

  constructor(from: number, to: number) {
    for (let day = dayOf(from); day <= to; day += DAY) {
      if (!isWorkday(day)) continue;
      this.#opens.push(day + OPENS);
      const month = new Date(day + ZONE).getUTCMonth();
      const fromNewYear = daysFromNewYear(day);
      const lull = fromNewYear > -15 && fromNewYear < 12 ? 0.45 : 1;
      for (const type of [1, 2] as const) {
        const before = this.#seasons[type].at(-1) ?? 0;
        this.#seasons[type].push(before + (SEASONS[type][month] ?? 1) * lull);
      }
    }
  }

  /** Where the instant lies; outside working hours the last working moment before it. */
  positionOf(instant: number): number {
    const day = lastAtMost(this.#opens, instant);
    if (day < 0) return 0;
    const open = this.#opens[day] ?? 0;
    return day + Math.min((instant - open) / WORKDAY, 0.9999);
  }

  instantOf(position: number): number {
    const within = Math.min(Math.max(position, 0), this.#opens.length - 0.001);
    const day = Math.floor(within);
    return Math.floor((this.#opens[day] ?? 0) + (within - day) * WORKDAY);
  }

  /** A position between the two, likelier in busy seasons. */
  arrival(random: Random, type: ProcessType, from: number, to: number): number {
    const sums = this.#seasons[type];
    const low = interpolate(sums, from);
    const wanted = low + random.next() * (interpolate(sums, to) - low);
    const day = Math.max(lastAtMost(sums, wanted), 0);
    const start = sums[day] ?? 0;
    const width = (sums[day + 1] ?? start + 1) - start;
    return Math.min(Math.max(day + (wanted - start) / width, from), to);
  }
}

function interpolate(sums: readonly number[], position: number): number {
  const day = Math.min(Math.max(Math.floor(position), 0), sums.length - 2);
  const start = sums[day] ?? 0;
  return start + (position - day) * ((sums[day + 1] ?? start) - start);
}

/** Index of the last item that is at most `value`, -1 when none is. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = -1;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
