import { cn } from '@/lib/utils';

type Props = { initials: string; className?: string };

/** Initials in a disc. A decoration: the full name stands beside it or is the label of its button. */
export function Avatar({ initials, className }: Props) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'inline-grid size-7 shrink-0 select-none place-items-center rounded-full bg-accent-soft text-xs font-medium leading-none text-accent',
        className,
      )}
    >
      {initials}
    </span>
  );
}
