import type { ReactNode } from 'react';
import { cn } from '@/lib/utils';

export type SegmentedOption<T extends string> = { value: T; label: ReactNode };

type Props<T extends string> = {
  /** Name of the group for assistive technology, and of the radio inputs. */
  label: string;
  name: string;
  value: T;
  options: readonly SegmentedOption<T>[];
  onChange: (value: T) => void;
  className?: string;
};

/** Two to five views of the same thing: radio buttons in one track. */
export function Segmented<T extends string>({
  label,
  name,
  value,
  options,
  onChange,
  className,
}: Props<T>) {
  return (
    <fieldset
      className={cn('inline-flex h-fit shrink-0 rounded-control bg-sunken p-0.5', className)}
      aria-label={label}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex h-7 cursor-pointer select-none items-center gap-1.5 rounded-control px-2.5 text-sm text-muted transition-colors hover:text-text has-checked:bg-surface has-checked:font-medium has-checked:text-text has-checked:shadow-[0_0_0_1px_var(--color-line)] has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:h-9 [&_svg]:size-4"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
