'use client';

import * as Primitive from 'radix-ui/tooltip';
import type { ReactNode } from 'react';

export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Primitive.Provider delayDuration={400} skipDelayDuration={200}>
      {children}
    </Primitive.Provider>
  );
}

type Props = {
  content: ReactNode;
  /** One element that takes focus: what only hovering shows, nobody with a keyboard sees. */
  children: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** Leaves the child bare, for a label that is already visible. */
  disabled?: boolean;
};

export function Tooltip({ content, children, side = 'top', disabled = false }: Props) {
  if (disabled) return children;
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-fade-in items-center gap-2 rounded-control bg-raised px-2 py-1 text-sm text-text shadow-float"
        >
          {content}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
