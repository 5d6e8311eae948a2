import {
  type DateContext,
  type DateInput,
  daysBetween,
  formatClock,
  formatDate,
  formatDateShort,
  formatDateTime,
  formatMonth,
  formatWhen,
} from './date';
import {
  formatCompact,
  formatDays,
  formatDaysShort,
  formatMoney,
  formatNumber,
  formatPercent,
} from './number';
import { type BilingualText, pickText } from './text';

type Maybe<T> = T | null | undefined;

/** Every formatter, bound to one reader: language, tenant time zone and present moment. */
export function formatsFor(context: DateContext) {
  const { locale, timeZone } = context;
  return {
    locale,
    timeZone,
    number: (value: Maybe<number>) => formatNumber(value, locale),
    compact: (value: Maybe<number>) => formatCompact(value, locale),
    percent: (share: Maybe<number>, n: number) => formatPercent(share, n),
    days: (days: Maybe<number>) => formatDays(days, locale),
    daysShort: (days: Maybe<number>) => formatDaysShort(days, locale),
    money: (amount: Maybe<number | string>, currency: string) =>
      formatMoney(amount, currency, locale),
    date: (at: Maybe<DateInput>) => formatDate(at, context),
    dateShort: (at: Maybe<DateInput>) => formatDateShort(at, context),
    dateTime: (at: Maybe<DateInput>) => formatDateTime(at, context),
    clock: (at: Maybe<DateInput>) => formatClock(at, context),
    when: (at: Maybe<DateInput>) => formatWhen(at, context),
    month: (month: Maybe<string>) => formatMonth(month, locale),
    /** Calendar days of the tenant since then, 0 for what is still ahead; null for no date. */
    daysSince(at: Maybe<DateInput>) {
      const days = at == null ? null : daysBetween(at, context.now, timeZone);
      return days === null ? null : Math.max(0, days);
    },
    /** The words of a bilingual name alone; `<LocalizedText>` also marks their language. */
    text: (text: Maybe<BilingualText>) => pickText(text, locale)?.text ?? '–',
  };
}
