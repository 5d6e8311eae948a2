import { describe, expect, test } from 'vitest';
import {
  formatCompact,
  formatDays,
  formatDaysShort,
  formatMoney,
  formatNumber,
  formatPercent,
} from './number';

describe('numbers', () => {
  test('keep every digit, grouped in English and plain in Chinese', () => {
    expect(formatNumber(1234, 'en-US')).toBe('1,234');
    expect(formatNumber(1234, 'zh-CN')).toBe('1234');
    expect(formatNumber(0, 'en-US')).toBe('0');
    expect(formatNumber(-1234.5, 'en-US')).toBe('-1,234.5');
  });

  test('are a dash when unknown, never a zero', () => {
    for (const unknown of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(formatNumber(unknown, 'en-US')).toBe('–');
      expect(formatCompact(unknown, 'zh-CN')).toBe('–');
      expect(formatDays(unknown, 'zh-CN')).toBe('–');
    }
  });

  test.each([
    [9_999, '9,999', '9999'],
    [12_345, '12.3k', '1.2万'],
    [100_000, '100k', '10万'],
    [999_600, '1M', '100万'],
    [999_400, '999k', '99.9万'],
    [99_996, '100k', '10万'],
    [1_234_567, '1.2M', '123万'],
    [123_456_789, '123M', '1.2亿'],
    [99_999_999, '100M', '1亿'],
    [99_940_000, '99.9M', '9994万'],
    [-12_345, '-12.3k', '-1.2万'],
  ])('shorten %i by thousands in English and by ten thousands in Chinese', (value, en, zh) => {
    expect(formatCompact(value, 'en-US')).toBe(en);
    expect(formatCompact(value, 'zh-CN')).toBe(zh);
  });
});

describe('percentages', () => {
  test('have no decimals below n = 100 and one from there on', () => {
    expect(formatPercent(1 / 3, 99)).toBe('33%');
    expect(formatPercent(1 / 3, 100)).toBe('33.3%');
    expect(formatPercent(0.5, 200)).toBe('50.0%');
  });

  test('never round to nothing or to everything', () => {
    expect(formatPercent(1 / 10_000, 10_000)).toBe('<0.1%');
    expect(formatPercent(9_999 / 10_000, 10_000)).toBe('>99.9%');
    expect(formatPercent(0.001, 50)).toBe('<1%');
    expect(formatPercent(0.999, 50)).toBe('>99%');
    expect(formatPercent(0, 50)).toBe('0%');
    expect(formatPercent(1, 500)).toBe('100.0%');
  });

  test('say nothing of no rows', () => {
    expect(formatPercent(0, 0)).toBe('–');
    expect(formatPercent(null, 30)).toBe('–');
  });
});

describe('lengths of time', () => {
  test.each([
    [0, '0 days', '0 天', '0d', '0 天'],
    [0.01, '<1 hour', '不到 1 小时', '0h', '0 时'],
    [1 / 24, '1 hour', '1 小时', '1h', '1 时'],
    [0.5, '12 hours', '12 小时', '12h', '12 时'],
    [1, '1 day', '1 天', '1d', '1 天'],
    [3.44, '3.4 days', '3.4 天', '3.4d', '3.4 天'],
    [12.6, '13 days', '13 天', '13d', '13 天'],
  ])('%d days', (days, en, zh, enShort, zhShort) => {
    expect(formatDays(days, 'en-US')).toBe(en);
    expect(formatDays(days, 'zh-CN')).toBe(zh);
    expect(formatDaysShort(days, 'en-US')).toBe(enShort);
    expect(formatDaysShort(days, 'zh-CN')).toBe(zhShort);
  });
});

describe('money', () => {
  test('names its currency and shows decimals only where there are any', () => {
    expect(formatMoney('30000', 'CNY', 'zh-CN')).toBe('¥30,000');
    expect(formatMoney('30000', 'CNY', 'en-US')).toBe('CN¥30,000');
    expect(formatMoney(1234.5, 'USD', 'en-US')).toBe('$1,234.50');
  });

  test('survives a currency nobody knows and an amount that is none', () => {
    expect(formatMoney(10, '??', 'en-US')).toBe('?? 10');
    expect(formatMoney('', 'CNY', 'zh-CN')).toBe('–');
    expect(formatMoney('abc', 'CNY', 'zh-CN')).toBe('–');
  });
});
