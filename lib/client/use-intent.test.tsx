import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ApiError } from './fetch';
import { useIntent } from './use-intent';

const intent = () => renderHook(() => useIntent()).result.current;

test('asks again under the same id while nobody knows whether it happened', () => {
  const { idFor, answered } = intent();
  const first = idFor({ content: '备注' });
  answered(new ApiError('NETWORK', 0));
  expect(idFor({ content: '备注' })).toBe(first);
  answered(new ApiError('UPSTREAM_UNAVAILABLE', 503, { reason: 'uncertain' }));
  expect(idFor({ content: '备注' })).toBe(first);
});

test('takes a new id once refused or done, so that trying again is a new request', () => {
  const { idFor, answered } = intent();
  const first = idFor({ content: '备注' });
  answered(new ApiError('UPSTREAM_REJECTED', 422, { reason: '1002210' }));
  const second = idFor({ content: '备注' });
  expect(second).not.toBe(first);
  answered();
  expect(idFor({ content: '备注' })).not.toBe(second);
});

test('takes a new id for something else, even after a lost answer', () => {
  const { idFor, answered } = intent();
  const first = idFor({ content: '备注' });
  answered(new ApiError('NETWORK', 0));
  expect(idFor({ content: '另一条' })).not.toBe(first);
});
