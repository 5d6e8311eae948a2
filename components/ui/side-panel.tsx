'use client';

import { X } from 'lucide-react';
import * as Primitive from 'radix-ui/dialog';
import { type ReactNode, useRef } from 'react';
import { cn } from '@/lib/utils';
import { isComposing, isField } from './escape';
import { IconButton } from './icon-button';
import { useReturnFocus } from './use-return-focus';

type Props = {
  open: boolean;
  onClose: () => void;
  /** Names the panel; drawn in its bar. */
  title: ReactNode;
  closeLabel: string;
  /** At the right of the bar, before the close button. */
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
};

/**
 * 760 px at the right over a list that stays alive: not modal, so a click on another row reaches
 * it. Esc closes and focus returns to where it came from; inside a field it only leaves the field,
 * and what is being composed keeps it to itself. On a phone it covers the screen.
 */
export function SidePanel({
  open,
  onClose,
  title,
  closeLabel,
  actions,
  children,
  className,
}: Props) {
  const { remember, onCloseAutoFocus } = useReturnFocus();
  const panel = useRef<HTMLDivElement>(null);
  return (
    <Primitive.Root open={open} modal={false} onOpenChange={(next) => !next && onClose()}>
      <Primitive.Portal>
        <Primitive.Content
          ref={panel}
          aria-describedby={undefined}
          data-side-panel=""
          // The panel itself, not its close button: what is read first is its title.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            remember();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          onEscapeKeyDown={(event) => {
            const composing = isComposing(event);
            if (!composing && !isField(event.target)) return;
            event.preventDefault();
            const isInside = event.target instanceof Node && panel.current?.contains(event.target);
            if (!composing && isInside) panel.current?.focus();
          }}
          onInteractOutside={(event) => event.preventDefault()}
          className={cn(
            'fixed inset-y-0 right-0 z-30 flex w-full max-w-panel animate-slide-in flex-col bg-surface shadow-float outline-none print:static print:max-w-none print:shadow-none',
            className,
          )}
        >
          <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-5">
            <Primitive.Title asChild>
              <h2 className="min-w-0 grow truncate font-medium">{title}</h2>
            </Primitive.Title>
            {actions}
            <IconButton label={closeLabel} shortcut="Esc" side="bottom" onClick={onClose}>
              <X aria-hidden="true" />
            </IconButton>
          </header>
          <div className="min-h-0 grow overflow-y-auto overscroll-contain">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
