'use client';

import type { PopoverContentProps } from 'radix-ui/popover';
import { cn } from '@/lib/utils';
import {
  DeferredRoot,
  DeferredTrigger,
  deferred,
  type RootProps,
  type TriggerProps,
  useDeferred,
} from './deferred';

const source = deferred(() => import('./popover-kit'), 'dialog');

export function Popover(props: RootProps) {
  return <DeferredRoot source={source} {...props} />;
}

export function PopoverTrigger(props: TriggerProps) {
  return <DeferredTrigger source={source} {...props} />;
}

export function PopoverContent({ className, align = 'start', ...props }: PopoverContentProps) {
  const { kit } = useDeferred(source);
  if (!kit) return null;
  return (
    <kit.Portal>
      <kit.Content
        align={align}
        sideOffset={4}
        collisionPadding={8}
        className={cn(
          'z-40 max-h-(--radix-popover-content-available-height) w-72 animate-float-in overflow-auto rounded-card bg-raised p-3 text-base shadow-float outline-none',
          className,
        )}
        {...props}
      />
    </kit.Portal>
  );
}
