import { describe, expect, test } from 'vitest';
import { addDays, tenantDay, weekStart, weeksBetween } from './tenant-day';

describe("the tenant's day", () => {
  test.each([
    ['2026-03-01T15:59:59.999Z', 'Asia/Shanghai', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', 'Asia/Shanghai', '2026-03-02'],
    ['2026-03-01T04:59:59.999Z', 'America/New_York', '2026-02-28'],
    ['2026-07-01T23:00:00.000Z', 'Europe/London', '2026-07-02'],
  ])('at %s in %s is %s', (at, zone, day) => {
    expect(tenantDay(new Date(at), zone)).toBe(day);
  });

  test('moves over months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  test('belongs to the week of its Monday', () => {
    expect(weekStart('2026-11-22')).toBe('2026-11-16');
    expect(weekStart('2026-11-23')).toBe('2026-11-23');
    expect(weekStart('2027-01-01')).toBe('2026-12-28');
  });

  test('counts weeks both ways', () => {
    expect(weeksBetween('2026-11-16', '2026-11-30')).toBe(2);
    expect(weeksBetween('2026-11-30', '2026-11-16')).toBe(-2);
  });
});
