import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';

type Props = ComponentProps<'button'> & {
  /** Holds a value: drawn filled. */
  active?: boolean;
};

/** A round button of the filter bar; as a popover trigger or a toggle (`aria-pressed`). */
export function Chip({ className, active = false, ...props }: Props) {
  return (
    <button
      type="button"
      className={cn(
        'inline-flex h-7 max-w-64 shrink-0 select-none items-center gap-1 rounded-full border px-2.5 text-sm leading-none transition-colors disabled:opacity-50 pointer-coarse:h-9 [&_svg]:size-3.5 [&_svg]:shrink-0',
        active
          ? 'border-transparent bg-accent-soft text-accent'
          : 'border-line bg-surface text-muted hover:bg-hover hover:text-text',
        className,
      )}
      {...props}
    />
  );
}
