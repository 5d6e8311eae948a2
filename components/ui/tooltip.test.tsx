import { act, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { IconButton } from './icon-button';
import { placeBubble } from './tooltip-bubble';

const view = { width: 1000, height: 600 };
const bubble = { width: 100, height: 30 };
const anchor = { left: 480, top: 300, width: 40, height: 40 };

describe('where a tooltip goes', () => {
  test.each([
    ['top', { left: 450, top: 264 }],
    ['bottom', { left: 450, top: 346 }],
    ['left', { left: 374, top: 305 }],
    ['right', { left: 526, top: 305 }],
  ] as const)('%s of its button', (side, place) => {
    expect(placeBubble(anchor, bubble, side, view)).toEqual(place);
  });

  test('to the other side where there is no room, and never over the edge', () => {
    expect(placeBubble({ ...anchor, top: 4 }, bubble, 'top', view).top).toBe(50);
    expect(placeBubble({ ...anchor, left: 4 }, bubble, 'bottom', view).left).toBe(8);
    expect(placeBubble({ ...anchor, left: 980 }, bubble, 'bottom', view).left).toBe(892);
  });
});

describe('a tooltip', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

  test('comes to a mouse that stays, and leaves with it', () => {
    const { getByRole, queryByText } = renderScreen(<IconButton label="收起导航">x</IconButton>);
    const button = getByRole('button', { name: '收起导航' });
    fireEvent.pointerEnter(button, { pointerType: 'mouse' });
    pass(399);
    expect(queryByText('收起导航')).toBeNull();
    pass(1);
    expect(queryByText('收起导航')).toBeTruthy();
    fireEvent.pointerLeave(button);
    expect(queryByText('收起导航')).toBeNull();
  });

  test('leaves on Escape and does not come to a finger', () => {
    const { getByRole, queryByText } = renderScreen(
      <IconButton label="删除" shortcut="D">
        x
      </IconButton>,
    );
    const button = getByRole('button', { name: '删除' });
    fireEvent.pointerEnter(button, { pointerType: 'touch' });
    pass(1000);
    expect(queryByText('删除')).toBeNull();
    fireEvent.pointerEnter(button, { pointerType: 'mouse' });
    pass(400);
    expect(queryByText('D')).toBeTruthy();
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(queryByText('删除')).toBeNull();
  });
});
