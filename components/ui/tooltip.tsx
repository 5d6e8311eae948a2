'use client';

import * as Slot from 'radix-ui/slot';
import {
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { TooltipBubble } from './tooltip-bubble';

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';

type Props = {
  content: ReactNode;
  /** One element that takes focus: what only hovering shows, nobody with a keyboard sees. */
  children: ReactNode;
  side?: TooltipSide;
  /** Leaves the child bare, for a label that is already visible. */
  disabled?: boolean;
};

const DELAY_MS = 400;

/**
 * A label for what has no visible one. It repeats the accessible name of its child, so it is not
 * announced again. Ours and not the kit's: it stands on every page, and needs a twentieth of it.
 */
export function Tooltip({ content, children, side = 'top', disabled = false }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (disabled) return children;

  const show = (element: HTMLElement, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(element), delay);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  return (
    <>
      <Slot.Root
        onPointerEnter={(event: PointerEvent<HTMLElement>) => {
          if (event.pointerType !== 'touch') show(event.currentTarget, DELAY_MS);
        }}
        onPointerLeave={hide}
        onPointerDown={hide}
        onFocus={(event: FocusEvent<HTMLElement>) => {
          if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget, 0);
        }}
        onBlur={hide}
      >
        {children}
      </Slot.Root>
      {anchor && (
        <TooltipBubble anchor={anchor} side={side} onDismiss={hide}>
          {content}
        </TooltipBubble>
      )}
    </>
  );
}
