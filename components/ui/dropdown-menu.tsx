'use client';

import { Check } from 'lucide-react';
import type {
  DropdownMenuContentProps,
  DropdownMenuGroupProps,
  DropdownMenuItemProps,
  DropdownMenuLabelProps,
  DropdownMenuRadioGroupProps,
  DropdownMenuRadioItemProps,
} from 'radix-ui/dropdown-menu';
import { cn } from '@/lib/utils';
import {
  DeferredRoot,
  DeferredTrigger,
  deferred,
  type RootProps,
  type TriggerProps,
  useDeferred,
} from './deferred';

const source = deferred(() => import('./dropdown-menu-kit'), 'menu');

/** Not modal unless asked: the page behind stays readable and scrollable, any click closes. */
export function DropdownMenu(props: RootProps) {
  return <DeferredRoot source={source} modal={false} {...props} />;
}

export function DropdownMenuTrigger(props: TriggerProps) {
  return <DeferredTrigger source={source} {...props} />;
}

const itemClasses =
  'relative flex min-h-8 cursor-default select-none items-center gap-2 rounded-control px-2 py-1 text-base outline-none data-disabled:text-faint data-highlighted:bg-hover pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted';

function focusFirst(content: HTMLElement | null) {
  requestAnimationFrame(() =>
    content?.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus(),
  );
}

export function DropdownMenuContent({
  className,
  align = 'end',
  ...props
}: DropdownMenuContentProps) {
  const { kit, frame } = useDeferred(source);
  if (!kit) return null;
  return (
    <kit.Portal>
      <kit.Content
        ref={frame.byKeyboard ? focusFirst : undefined}
        align={align}
        sideOffset={4}
        collisionPadding={8}
        loop
        className={cn(
          'z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-80 animate-float-in overflow-y-auto rounded-card bg-raised p-1 shadow-float outline-none',
          className,
        )}
        {...props}
      />
    </kit.Portal>
  );
}

export function DropdownMenuGroup(props: DropdownMenuGroupProps) {
  const { kit } = useDeferred(source);
  return kit ? <kit.Group {...props} /> : null;
}

type ItemProps = DropdownMenuItemProps & { tone?: 'critical' };

export function DropdownMenuItem({ className, tone, ...props }: ItemProps) {
  const { kit } = useDeferred(source);
  if (!kit) return null;
  return (
    <kit.Item
      className={cn(
        itemClasses,
        tone === 'critical' &&
          'text-critical data-highlighted:bg-critical-soft [&_svg]:text-current',
        className,
      )}
      {...props}
    />
  );
}

export function DropdownMenuRadioGroup(props: DropdownMenuRadioGroupProps) {
  const { kit } = useDeferred(source);
  return kit ? <kit.RadioGroup {...props} /> : null;
}

export function DropdownMenuRadioItem({
  className,
  children,
  ...props
}: DropdownMenuRadioItemProps) {
  const { kit } = useDeferred(source);
  if (!kit) return null;
  return (
    <kit.RadioItem className={cn(itemClasses, 'pr-8', className)} {...props}>
      {children}
      <kit.ItemIndicator className="absolute right-2">
        <Check aria-hidden="true" />
      </kit.ItemIndicator>
    </kit.RadioItem>
  );
}

export function DropdownMenuLabel({ className, ...props }: DropdownMenuLabelProps) {
  const { kit } = useDeferred(source);
  if (!kit) return null;
  return <kit.Label className={cn('px-2 pt-2 pb-1 text-xs text-faint', className)} {...props} />;
}

export function DropdownMenuSeparator() {
  const { kit } = useDeferred(source);
  return kit ? <kit.Separator className="-mx-1 my-1 h-px bg-line" /> : null;
}
