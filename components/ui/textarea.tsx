import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';
import { controlClasses } from './input';

/** Grows with its words where the browser can (`field-sizing`). */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={3}
      className={cn(controlClasses, 'field-sizing-content min-h-20 resize-y py-1.5', className)}
      {...props}
    />
  );
}
