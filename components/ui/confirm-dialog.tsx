'use client';

import * as Primitive from 'radix-ui/alert-dialog';
import type { ReactNode } from 'react';
import { cn } from '@/lib/utils';
import { Button } from './button';
import { overlayClasses, windowClasses } from './dialog-classes';
import { isComposing } from './escape';
import { useReturnFocus } from './use-return-focus';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  /** Names the act ("End application"), never "OK". */
  actionLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  tone?: 'primary' | 'critical';
  /** While the act runs; the dialog stays until the caller closes it. */
  busy?: boolean;
  /** What went wrong with the last try. */
  error?: ReactNode;
  children?: ReactNode;
};

/** Asks before what cannot be taken back. Focus starts on "cancel"; a click outside does nothing. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  actionLabel,
  cancelLabel,
  onConfirm,
  tone = 'primary',
  busy = false,
  error,
  children,
}: Props) {
  const { remember, onCloseAutoFocus } = useReturnFocus();
  return (
    <Primitive.Root open={open} onOpenChange={(next) => (busy ? undefined : onOpenChange(next))}>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayClasses} />
        <Primitive.Content
          onOpenAutoFocus={remember}
          onEscapeKeyDown={(event) => isComposing(event) && event.preventDefault()}
          onCloseAutoFocus={onCloseAutoFocus}
          className={cn(windowClasses, 'sm:max-w-104')}
        >
          <div className="grid gap-2 overflow-y-auto px-5 py-4">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            <Primitive.Description className="text-muted">{description}</Primitive.Description>
            {children}
            {error && (
              <p role="alert" className="text-critical">
                {error}
              </p>
            )}
          </div>
          <footer className="flex flex-wrap justify-end gap-2 px-5 pb-4">
            <Primitive.Cancel asChild>
              <Button disabled={busy}>{cancelLabel}</Button>
            </Primitive.Cancel>
            <Button
              variant={tone === 'critical' ? 'danger' : 'primary'}
              busy={busy}
              onClick={onConfirm}
            >
              {actionLabel}
            </Button>
          </footer>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
