import { Check, Minus } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/utils';

type Props = Omit<ComponentProps<'input'>, 'type'> & {
  /** Visible words; without them give `aria-label`. */
  label?: ReactNode;
  /** Some, not all: a dash, read as "mixed". */
  indeterminate?: boolean;
};

export function Checkbox({ className, label, indeterminate = false, ...props }: Props) {
  const Mark = indeterminate ? Minus : Check;
  return (
    <label
      className={cn(
        'inline-flex cursor-pointer items-center gap-2 text-base has-disabled:cursor-not-allowed has-disabled:text-faint',
        className,
      )}
    >
      <span className="relative inline-grid size-4 shrink-0">
        <input
          type="checkbox"
          ref={(node) => {
            if (node) node.indeterminate = indeterminate;
          }}
          className="peer size-4 cursor-[inherit] appearance-none rounded-control border border-edge bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:bg-sunken"
          {...props}
        />
        <Mark
          aria-hidden="true"
          strokeWidth={3}
          className="pointer-events-none invisible absolute inset-0.5 size-3 text-on-accent peer-checked:visible peer-indeterminate:visible"
        />
      </span>
      {label}
    </label>
  );
}
