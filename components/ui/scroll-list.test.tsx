import { fireEvent } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { ScrollList } from './scroll-list';

afterEach(() => vi.restoreAllMocks());

/** The DOM of tests has no layout: a box 200 px high around this much content. */
function layOut(contentHeight: number): void {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(200);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(contentHeight);
}

test('a list cut off says that there is more below, until its end is reached', () => {
  layOut(320);
  const { container, getByTestId } = renderScreen(
    <ScrollList>
      <p data-testid="row">薪资不符</p>
    </ScrollList>,
  );
  const sign = () => container.querySelector('[data-more-below]');
  expect(sign()).not.toBeNull();
  const box = getByTestId('row').parentElement?.parentElement;
  if (!box) throw new Error('The list has no box');
  box.scrollTop = 120;
  fireEvent.scroll(box);
  expect(sign()).toBeNull();
});

test('a list that is whole says nothing', () => {
  layOut(200);
  const { container } = renderScreen(<ScrollList>薪资不符</ScrollList>);
  expect(container.querySelector('[data-more-below]')).toBeNull();
});
