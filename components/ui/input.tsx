import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';

/** Shared by every one-line control, so that they line up in a row. */
export const controlClasses =
  'w-full min-w-0 rounded-control border border-edge bg-surface px-2.5 text-base text-text transition-colors hover:border-muted focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-faint aria-invalid:border-critical';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(controlClasses, 'h-8 pointer-coarse:h-10', className)} {...props} />;
}
