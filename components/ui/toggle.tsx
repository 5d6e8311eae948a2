import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';
import { buttonVariants } from './button';

type Props = Omit<ComponentProps<'button'>, 'aria-pressed'> & { pressed: boolean };

/** A button that stays down. Its label names the thing, not the change. */
export function Toggle({ className, pressed, ...props }: Props) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={cn(
        buttonVariants({ variant: 'ghost', size: 'sm' }),
        'aria-pressed:bg-accent-soft aria-pressed:text-accent',
        className,
      )}
      {...props}
    />
  );
}
