'use client';

import * as Primitive from 'radix-ui/popover';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;
export const PopoverClose = Primitive.Close;

export function PopoverContent({
  className,
  align = 'start',
  ...props
}: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        align={align}
        sideOffset={4}
        collisionPadding={8}
        className={cn(
          'z-40 max-h-(--radix-popover-content-available-height) w-72 animate-float-in overflow-auto rounded-card bg-raised p-3 text-base shadow-float outline-none',
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}
