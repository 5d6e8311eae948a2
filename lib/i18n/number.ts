import type { Locale } from './locale';

const NONE = '–';

const EXACT = {
  'en-US': new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 }),
  'zh-CN': new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 20, useGrouping: false }),
} as const;

/** Every digit: 1,234 in English, 1234 in Chinese. Null is a dash, never a zero. */
export function formatNumber(value: number | null | undefined, locale: Locale): string {
  return value == null || !Number.isFinite(value) ? NONE : EXACT[locale].format(value);
}

const UNITS = {
  'en-US': [
    { from: 1e3, sign: 'k' },
    { from: 1e6, sign: 'M' },
    { from: 1e9, sign: 'B' },
  ],
  'zh-CN': [
    { from: 1e4, sign: '万' },
    { from: 1e8, sign: '亿' },
  ],
} as const;

/** Short from 10,000 on: 12.3k, 1.2万. Up to there every digit, so small counts stay exact. */
export function formatCompact(value: number | null | undefined, locale: Locale): string {
  if (value == null || !Number.isFinite(value)) return NONE;
  if (Math.abs(value) < 10_000) return formatNumber(value, locale);
  let text = '';
  for (const { from, sign } of UNITS[locale]) {
    const rounded = round3(value / from);
    // A larger unit is taken only once the rounded figure fills it: 999.9k, then 1M.
    if (Math.abs(rounded) >= 1) text = `${rounded}${sign}`;
    if (Math.abs(rounded) < (locale === 'zh-CN' ? 10_000 : 1000)) break;
  }
  return text;
}

/**
 * A share (0–1) of n as a percentage: no decimals below n = 100, one from there on. A share that
 * is not whole never rounds to 0% or 100%.
 */
export function formatPercent(share: number | null | undefined, n: number): string {
  if (share == null || !Number.isFinite(share) || n <= 0) return NONE;
  const digits = n < 100 ? 0 : 1;
  const least = 10 ** -digits;
  const percent = share * 100;
  const text = percent.toFixed(digits);
  if (share > 0 && Number(text) === 0) return `<${least}%`;
  if (share < 1 && Number(text) === 100) return `>${(100 - least).toFixed(digits)}%`;
  return `${text}%`;
}

/** Calendar days as a length: hours under one day, one decimal under ten days. */
export function formatDays(days: number | null | undefined, locale: Locale): string {
  if (days == null || !Number.isFinite(days)) return NONE;
  const zh = locale === 'zh-CN';
  const hours = Math.round(days * 24);
  if (days > 0 && hours < 24) {
    if (hours < 1) return zh ? '不到 1 小时' : '<1 hour';
    return zh ? `${hours} 小时` : `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  }
  const value = days < 10 ? round1(days) : Math.round(days);
  if (zh) return `${formatNumber(value, locale)} 天`;
  return `${formatNumber(value, locale)} ${value === 1 ? 'day' : 'days'}`;
}

/** As formatDays, for columns and axes that name the unit elsewhere: 5h, 3.4d; 5 时, 3.4 天. */
export function formatDaysShort(days: number | null | undefined, locale: Locale): string {
  if (days == null || !Number.isFinite(days)) return NONE;
  const hours = Math.round(days * 24);
  if (days > 0 && hours < 24) return locale === 'zh-CN' ? `${hours} 时` : `${hours}h`;
  const value = days < 10 ? round1(days) : Math.round(days);
  return locale === 'zh-CN' ? `${value} 天` : `${formatNumber(value, locale)}d`;
}

/** Money with its currency (ISO 4217); decimals only where there are any. */
export function formatMoney(
  amount: number | string | null | undefined,
  currency: string,
  locale: Locale,
): string {
  const value = typeof amount === 'string' ? Number(amount) : amount;
  if (value == null || amount === '' || !Number.isFinite(value)) return NONE;
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    }).format(value);
  } catch {
    return `${currency} ${EXACT['en-US'].format(value)}`;
  }
}

/** One decimal under a hundred, none from there on. */
function round3(value: number): number {
  return Math.abs(value) < 99.95 ? round1(value) : Math.round(value);
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
