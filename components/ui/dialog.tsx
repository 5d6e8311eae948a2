'use client';

import { X } from 'lucide-react';
import * as Primitive from 'radix-ui/dialog';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/utils';
import { buttonVariants } from './button';
import { overlayClasses, windowClasses } from './dialog-classes';

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

type ContentProps = Omit<ComponentProps<typeof Primitive.Content>, 'title'> & {
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  /** Buttons at the bottom; the act itself last. */
  footer?: ReactNode;
};

export function DialogContent({
  title,
  description,
  closeLabel,
  footer,
  className,
  children,
  ...props
}: ContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Primitive.Content
        className={cn(windowClasses, className)}
        {...(description ? {} : { 'aria-describedby': undefined })}
        {...props}
      >
        <header className="px-5 pt-4 pr-12">
          <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
          {description && (
            <Primitive.Description className="mt-1 text-muted">{description}</Primitive.Description>
          )}
        </header>
        <div className="min-h-0 grow overflow-y-auto px-5 py-4">{children}</div>
        {footer && (
          <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
            {footer}
          </footer>
        )}
        {/* Last, so that focus starts in the content. */}
        <Primitive.Close
          aria-label={closeLabel}
          className={cn(
            buttonVariants({ variant: 'ghost', size: 'icon-sm' }),
            'absolute top-3 right-3',
          )}
        >
          <X aria-hidden="true" />
        </Primitive.Close>
      </Primitive.Content>
    </Primitive.Portal>
  );
}
