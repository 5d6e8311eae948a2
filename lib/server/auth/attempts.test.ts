import { expect, it } from 'vitest';
import { createAttempts } from './attempts';

it('lets an address try so often a minute, each address by itself', () => {
  let now = 0;
  const attempts = createAttempts(2, () => now);
  expect([1, 2, 3].map(() => attempts.allow('a'))).toEqual([true, true, false]);
  expect(attempts.allow('b')).toBe(true);
  now = 59_999;
  expect(attempts.allow('a')).toBe(false);
  now = 60_000;
  expect(attempts.allow('a')).toBe(true);
});
