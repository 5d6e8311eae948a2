'use client';

import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { TooltipSide } from './tooltip';

const GAP = 6;
const EDGE = 8;
const OPPOSITE = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;

type Box = { left: number; top: number; width: number; height: number };

/**
 * Where a bubble goes, in the window's pixels: on the wanted side of its anchor, on the opposite
 * one where it would not fit, and never over the window's edge.
 */
export function placeBubble(
  anchor: Box,
  bubble: { width: number; height: number },
  side: TooltipSide,
  view: { width: number; height: number },
): { left: number; top: number } {
  const room = {
    top: anchor.top,
    bottom: view.height - anchor.top - anchor.height,
    left: anchor.left,
    right: view.width - anchor.left - anchor.width,
  };
  const needed = (side === 'top' || side === 'bottom' ? bubble.height : bubble.width) + GAP + EDGE;
  const chosen = room[side] < needed && room[OPPOSITE[side]] >= needed ? OPPOSITE[side] : side;
  const middle = {
    left: anchor.left + (anchor.width - bubble.width) / 2,
    top: anchor.top + (anchor.height - bubble.height) / 2,
  };
  const place = {
    top: { left: middle.left, top: anchor.top - bubble.height - GAP },
    bottom: { left: middle.left, top: anchor.top + anchor.height + GAP },
    left: { left: anchor.left - bubble.width - GAP, top: middle.top },
    right: { left: anchor.left + anchor.width + GAP, top: middle.top },
  }[chosen];
  const within = (at: number, size: number, all: number) =>
    Math.max(EDGE, Math.min(at, all - size - EDGE));
  return {
    left: within(place.left, bubble.width, view.width),
    top: within(place.top, bubble.height, view.height),
  };
}

type Props = {
  anchor: HTMLElement;
  side: TooltipSide;
  onDismiss: () => void;
  children: ReactNode;
};

export function TooltipBubble({ anchor, side, onDismiss, children }: Props) {
  const bubble = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const node = bubble.current;
    if (!node) return;
    const view = { width: window.innerWidth, height: window.innerHeight };
    const { left, top } = placeBubble(
      anchor.getBoundingClientRect(),
      node.getBoundingClientRect(),
      side,
      view,
    );
    node.style.left = `${left}px`;
    node.style.top = `${top}px`;
  }, [anchor, side]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onDismiss();
    document.addEventListener('keydown', onKey);
    window.addEventListener('scroll', onDismiss, true);
    return () => {
      document.removeEventListener('keydown', onKey);
      window.removeEventListener('scroll', onDismiss, true);
    };
  }, [onDismiss]);

  return createPortal(
    <div
      ref={bubble}
      aria-hidden="true"
      className="pointer-events-none fixed top-0 left-0 z-50 flex w-max max-w-72 animate-fade-in items-center gap-2 rounded-control bg-raised px-2 py-1 text-sm text-text shadow-float"
    >
      {children}
    </div>,
    document.body,
  );
}
