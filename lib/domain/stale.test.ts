import { describe, expect, test } from 'vitest';
import { DAY_MS, isStale } from './stale';
import { STEP_SLA_DAYS } from './steps';

const now = Date.UTC(2026, 10, 22);

describe('stale', () => {
  test("begins when the step's days are over, to the millisecond", () => {
    expect(isStale('screen', now - STEP_SLA_DAYS.screen * DAY_MS, now)).toBe(false);
    expect(isStale('screen', now - STEP_SLA_DAYS.screen * DAY_MS - 1, now)).toBe(true);
    expect(isStale('to_join', now - (STEP_SLA_DAYS.to_join - 1) * DAY_MS, now)).toBe(false);
  });

  test('is nobody who has joined or whose time is unknown', () => {
    expect(isStale('joined', 0, now)).toBe(false);
    expect(isStale('screen', null, now)).toBe(false);
  });
});
