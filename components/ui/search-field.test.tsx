import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { SearchField } from './search-field';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function draw() {
  const onSearch = vi.fn();
  const screen = renderScreen(
    <SearchField value="" onSearch={onSearch} label="搜索" clearLabel="清除" />,
  );
  return { ...screen, onSearch, input: screen.getByRole('searchbox') };
}

test('typing searches once, after a pause', () => {
  const { input, onSearch } = draw();
  fireEvent.change(input, { target: { value: '王' } });
  vi.advanceTimersByTime(200);
  fireEvent.change(input, { target: { value: '王敏' } });
  vi.advanceTimersByTime(249);
  expect(onSearch).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onSearch.mock.calls).toEqual([['王敏']]);
});

test('nothing is searched while an input method composes', () => {
  const { input, onSearch } = draw();
  fireEvent.compositionStart(input);
  fireEvent.change(input, { target: { value: 'wang' } });
  fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
  vi.advanceTimersByTime(1000);
  expect(onSearch).not.toHaveBeenCalled();
  fireEvent.change(input, { target: { value: '王' } });
  fireEvent.compositionEnd(input);
  vi.advanceTimersByTime(250);
  expect(onSearch.mock.calls).toEqual([['王']]);
});

test('Enter searches at once, Escape empties', () => {
  const { input, onSearch } = draw();
  fireEvent.change(input, { target: { value: '王敏' } });
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(onSearch.mock.calls).toEqual([['王敏']]);
  fireEvent.keyDown(input, { key: 'Escape' });
  expect(input).toHaveProperty('value', '');
});
