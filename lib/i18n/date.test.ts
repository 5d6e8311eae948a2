import { describe, expect, test } from 'vitest';
import {
  type DateContext,
  daysBetween,
  formatClock,
  formatDate,
  formatDateShort,
  formatDateTime,
  formatMonth,
  formatWhen,
} from './date';

const now = new Date('2025-11-24T08:00:00Z'); // Monday 16:00 in Shanghai
const en: DateContext = { locale: 'en-US', timeZone: 'Asia/Shanghai', now };
const zh: DateContext = { ...en, locale: 'zh-CN' };

describe('a moment, as a person says it', () => {
  test.each([
    ['2025-11-24T06:30:00Z', 'today 14:30', '今天 14:30'],
    ['2025-11-24T15:59:00Z', 'today 23:59', '今天 23:59'],
    ['2025-11-24T16:00:00Z', 'tomorrow 00:00', '明天 00:00'],
    ['2025-11-23T15:59:00Z', 'yesterday', '昨天'],
    ['2025-11-21T02:00:00Z', '3 days ago', '3 天前'],
    ['2025-11-18T02:00:00Z', '6 days ago', '6 天前'],
    ['2025-11-17T02:00:00Z', 'Mon 17 Nov', '11月17日 周一'],
    ['2025-11-26T06:00:00Z', 'Wed 14:00', '周三 14:00'],
    ['2025-12-01T06:00:00Z', 'Mon 1 Dec', '12月1日 周一'],
    ['2024-11-24T06:00:00Z', '24 Nov 2024', '2024年11月24日'],
  ])('%s', (at, english, chinese) => {
    expect(formatWhen(at, en)).toBe(english);
    expect(formatWhen(at, zh)).toBe(chinese);
  });

  test('follows the calendar day of the tenant, not of the reader', () => {
    const at = '2025-11-23T20:00:00Z';
    expect(formatWhen(at, en)).toBe('today 04:00');
    expect(formatWhen(at, { ...en, timeZone: 'America/New_York' })).toBe('yesterday');
  });

  test('takes a day without a clock as that day in every zone', () => {
    for (const timeZone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland']) {
      expect(formatDate('2025-11-20', { ...en, timeZone })).toBe('Thu 20 Nov');
    }
    expect(formatWhen('2025-11-24', zh)).toBe('今天');
  });
});

describe('dates', () => {
  test('in full name year, weekday and clock', () => {
    expect(formatDateTime('2025-11-24T06:30:00Z', en)).toBe('Mon 24 Nov 2025, 14:30');
    expect(formatDateTime('2025-11-24T06:30:00Z', zh)).toBe('2025年11月24日 周一 14:30');
    expect(formatDateTime('2025-11-24', zh)).toBe('2025年11月24日 周一');
  });

  test('in short fit an axis', () => {
    expect(formatDateShort('2025-11-24T06:30:00Z', en)).toBe('24 Nov');
    expect(formatDateShort('2025-11-24T06:30:00Z', zh)).toBe('11/24');
    expect(formatClock('2025-11-24T16:05:00Z', en)).toBe('00:05');
  });

  test('are a dash when missing or broken', () => {
    expect(formatDate(null, en)).toBe('–');
    expect(formatWhen('not a date', en)).toBe('–');
    expect(formatDateTime(undefined, zh)).toBe('–');
    expect(formatMonth('2025-13', en.locale)).toBe('–');
    expect(formatClock('2025-11-24', en)).toBe('–');
  });

  test('count whole calendar days between two moments', () => {
    expect(daysBetween('2025-11-23T15:59:00Z', '2025-11-23T16:01:00Z', 'Asia/Shanghai')).toBe(1);
    expect(daysBetween('2025-11-24', '2025-11-20', 'Asia/Shanghai')).toBe(-4);
    expect(daysBetween('x', '2025-11-20', 'Asia/Shanghai')).toBeNull();
  });

  test('of a month need no day', () => {
    expect(formatMonth('2025-11', 'en-US')).toBe('Nov 2025');
    expect(formatMonth('2025-11', 'zh-CN')).toBe('2025年11月');
  });
});
