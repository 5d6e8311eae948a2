import type { Locale } from './locale';

/** What a date needs to become words: language, the tenant's zone, and the present. */
export type DateContext = { locale: Locale; timeZone: string; now: Date };

/** An instant (ISO 8601 with zone, or a Date), or a day of the calendar (`YYYY-MM-DD`). */
export type DateInput = Date | string;

const NONE = '–';
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const WEEKDAYS = {
  'en-US': ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
} as const;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

type Parts = {
  year: number;
  month: number;
  day: number;
  weekday: number;
  clock: string;
  dayNumber: number;
};

const zones = new Map<string, Intl.DateTimeFormat>();

function zone(timeZone: string): Intl.DateTimeFormat {
  let format = zones.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    zones.set(timeZone, format);
  }
  return format;
}

// Words are put together here and not by Intl: server and browser may carry different ICU data,
// and a date that differs by a space is a hydration error.
function partsOf(input: DateInput, timeZone: string): Parts | null {
  const dayOnly = typeof input === 'string' && DAY_ONLY.test(input);
  const date = typeof input === 'string' ? new Date(input) : input;
  if (Number.isNaN(date.getTime())) return null;
  const found: Record<string, string> = {};
  for (const { type, value } of zone(dayOnly ? 'UTC' : timeZone).formatToParts(date)) {
    found[type] = value;
  }
  const year = Number(found.year);
  const month = Number(found.month);
  const day = Number(found.day);
  const midnight = Date.UTC(year, month - 1, day);
  return {
    year,
    month,
    day,
    weekday: new Date(midnight).getUTCDay(),
    clock: dayOnly ? '' : `${found.hour}:${found.minute}`,
    dayNumber: midnight / 86_400_000,
  };
}

function weekdayOf({ weekday }: Parts, locale: Locale): string {
  return WEEKDAYS[locale][weekday] ?? '';
}

function dateWords(parts: Parts, locale: Locale, withYear: boolean, withWeekday: boolean): string {
  const weekday = weekdayOf(parts, locale);
  if (locale === 'zh-CN') {
    const date = `${withYear ? `${parts.year}年` : ''}${parts.month}月${parts.day}日`;
    return withWeekday ? `${date} ${weekday}` : date;
  }
  const date = `${parts.day} ${MONTHS[parts.month - 1] ?? ''}${withYear ? ` ${parts.year}` : ''}`;
  return withWeekday ? `${weekday} ${date}` : date;
}

/** Mon 24 Nov · 11月24日 周一; in another year 24 Nov 2024 · 2024年11月24日. */
export function formatDate(input: DateInput | null | undefined, context: DateContext): string {
  const parts = input == null ? null : partsOf(input, context.timeZone);
  if (!parts) return NONE;
  const thisYear = partsOf(context.now, context.timeZone)?.year;
  const elsewhen = parts.year !== thisYear;
  return dateWords(parts, context.locale, elsewhen, !elsewhen);
}

/** 24 Nov · 11/24, for axes and narrow columns; never without knowing the year from around it. */
export function formatDateShort(input: DateInput | null | undefined, context: DateContext): string {
  const parts = input == null ? null : partsOf(input, context.timeZone);
  if (!parts) return NONE;
  if (context.locale === 'zh-CN') return `${parts.month}/${parts.day}`;
  return `${parts.day} ${MONTHS[parts.month - 1] ?? ''}`;
}

/** Everything: Mon 24 Nov 2025, 14:30 · 2025年11月24日 周一 14:30. */
export function formatDateTime(input: DateInput | null | undefined, context: DateContext): string {
  const parts = input == null ? null : partsOf(input, context.timeZone);
  if (!parts) return NONE;
  const date = dateWords(parts, context.locale, true, true);
  if (parts.clock === '') return date;
  return context.locale === 'zh-CN' ? `${date} ${parts.clock}` : `${date}, ${parts.clock}`;
}

/** 14:30 in the tenant's zone. */
export function formatClock(input: DateInput | null | undefined, context: DateContext): string {
  return (input == null ? null : partsOf(input, context.timeZone))?.clock || NONE;
}

/**
 * As a person says it, by calendar day of the tenant: today 14:30, yesterday, 3 days ago,
 * tomorrow 14:30, Wed 14:30; from a week on the date.
 */
export function formatWhen(input: DateInput | null | undefined, context: DateContext): string {
  const parts = input == null ? null : partsOf(input, context.timeZone);
  const today = partsOf(context.now, context.timeZone);
  if (input == null || !parts || !today) return NONE;
  const zh = context.locale === 'zh-CN';
  const distance = parts.dayNumber - today.dayNumber;
  const at = (word: string) => (parts.clock ? `${word} ${parts.clock}` : word);
  if (distance === 0) return at(zh ? '今天' : 'today');
  if (distance === -1) return zh ? '昨天' : 'yesterday';
  if (distance === 1) return at(zh ? '明天' : 'tomorrow');
  if (distance < 0 && distance > -7) return zh ? `${-distance} 天前` : `${-distance} days ago`;
  if (distance > 0 && distance < 7) return at(weekdayOf(parts, context.locale));
  return formatDate(input, context);
}

/** Whole calendar days of the tenant from one moment to another; negative when `to` is earlier. */
export function daysBetween(from: DateInput, to: DateInput, timeZone: string): number | null {
  const start = partsOf(from, timeZone);
  const end = partsOf(to, timeZone);
  return start && end ? end.dayNumber - start.dayNumber : null;
}

/** A month as Feishu keeps it (`YYYY-MM`): Nov 2025 · 2025年11月. */
export function formatMonth(month: string | null | undefined, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})/.exec(month ?? '');
  const name = MONTHS[Number(match?.[2]) - 1];
  if (!match || !name) return NONE;
  return locale === 'zh-CN' ? `${match[1]}年${Number(match[2])}月` : `${name} ${match[1]}`;
}
