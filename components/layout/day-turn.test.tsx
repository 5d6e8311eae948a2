import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { DayTurn } from './day-turn';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const look = () => document.dispatchEvent(new Event('visibilitychange'));

test('a page is drawn anew when it is looked at on another day of the tenant', () => {
  // 23:50 in Shanghai.
  const { router } = renderScreen(<DayTurn />, { now: new Date('2026-06-30T15:50:00Z') });
  vi.setSystemTime(new Date('2026-06-30T15:59:00Z'));
  look();
  expect(router.refresh).not.toHaveBeenCalled();
  vi.setSystemTime(new Date('2026-06-30T16:01:00Z'));
  look();
  expect(router.refresh).toHaveBeenCalledTimes(1);
});
