'use client';

import { X } from 'lucide-react';
import type { DialogContentProps } from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { cn } from '@/lib/utils';
import { buttonVariants } from './button';
import {
  DeferredRoot,
  DeferredTrigger,
  deferred,
  type RootProps,
  type TriggerProps,
  useDeferred,
} from './deferred';
import { overlayClasses, windowClasses } from './dialog-classes';

const source = deferred(() => import('./dialog-kit'), 'dialog');

export function Dialog(props: RootProps) {
  return <DeferredRoot source={source} {...props} />;
}

export function DialogTrigger(props: TriggerProps) {
  return <DeferredTrigger source={source} {...props} />;
}

type ContentProps = Omit<DialogContentProps, 'title'> & {
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
  const { kit } = useDeferred(source);
  if (!kit) return null;
  return (
    <kit.Portal>
      <kit.Overlay className={overlayClasses} />
      <kit.Content
        className={cn(windowClasses, className)}
        {...(description ? {} : { 'aria-describedby': undefined })}
        {...props}
      >
        <header className="px-5 pt-4 pr-12">
          <kit.Title className="text-lg font-semibold">{title}</kit.Title>
          {description && (
            <kit.Description className="mt-1 text-muted">{description}</kit.Description>
          )}
        </header>
        <div className="min-h-0 grow overflow-y-auto px-5 py-4">{children}</div>
        {footer && (
          <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
            {footer}
          </footer>
        )}
        {/* Last, so that focus starts in the content. */}
        <kit.Close
          aria-label={closeLabel}
          className={cn(
            buttonVariants({ variant: 'ghost', size: 'icon-sm' }),
            'absolute top-3 right-3',
          )}
        >
          <X aria-hidden="true" />
        </kit.Close>
      </kit.Content>
    </kit.Portal>
  );
}
