import { expect, test } from 'vitest';
import { latestFirst, monthsOf, withGaps } from './stays';

const now = { start: '2021-03', end: null };
const before = { start: '2016-07', end: '2020-06' };
const earliest = { start: '2014-01', end: '2016-06' };
const undated = { start: null, end: null };

test('what lasts comes first, then the one that ended last, the undated at the end', () => {
  expect(latestFirst([undated, before, now, earliest])).toEqual([now, before, earliest, undated]);
});

test('a stay that goes on beats one that began later and has ended', () => {
  const ended = { start: '2024-01', end: '2024-05' };
  expect(latestFirst([ended, now])).toEqual([now, ended]);
});

test('a gap stands between the stays it separates', () => {
  const gap = { start: '2020-07', end: '2021-02', months: 8 };
  expect(withGaps([before, undated, now], [gap])).toEqual([
    { stay: now },
    { gap },
    { stay: before },
    { stay: undated },
  ]);
});

test('a gap since the last stay comes first, one before the first stay last', () => {
  const since = { start: '2020-07', end: '2026-06', months: 72 };
  const until = { start: '2012-07', end: '2013-12', months: 18 };
  expect(withGaps([before, earliest], [until, since])).toEqual([
    { gap: since },
    { stay: before },
    { stay: earliest },
    { gap: until },
  ]);
});

test('first and last month of a stay count whole, and what lasts runs to this month', () => {
  expect(monthsOf({ start: '2020-03', end: '2020-10' }, '2026-06-30')).toBe(8);
  expect(monthsOf({ start: '2026-06', end: null }, '2026-06-30')).toBe(1);
  expect(monthsOf({ start: '2020-11-05', end: '2021-02-01' }, '2026-06-30')).toBe(4);
});

test('dates the wrong way round are one month, and no start is no length', () => {
  expect(monthsOf({ start: '2020-03', end: '2019-01' }, '2026-06-30')).toBe(1);
  expect(monthsOf(undated, '2026-06-30')).toBeNull();
});
