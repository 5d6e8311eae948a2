import type { ReactNode } from 'react';
import { cn } from '@/lib/utils';

type Props = {
  label: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  className?: string;
};

/** On or off, at once; for a choice that waits for "Save" use a checkbox. */
export function Switch({ label, checked, onCheckedChange, disabled, className }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      disabled={disabled}
      onClick={() => onCheckedChange(!checked)}
      className={cn(
        'group inline-flex items-center gap-2 rounded-control text-left text-base disabled:text-faint',
        className,
      )}
    >
      <span
        aria-hidden="true"
        className="inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-edge bg-sunken px-0.5 transition-colors group-aria-checked:border-accent group-aria-checked:bg-accent"
      >
        <span className="size-3 rounded-full bg-edge transition-transform group-aria-checked:translate-x-3.5 group-aria-checked:bg-on-accent" />
      </span>
      {label}
    </button>
  );
}
