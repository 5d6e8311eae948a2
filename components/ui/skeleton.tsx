import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';

/** A grey stand-in for content of known shape; invisible for its first 150 ms. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      aria-hidden="true"
      className={cn('animate-late rounded-control bg-line/50', className)}
      {...props}
    />
  );
}
