import { cn } from '@/lib/utils';

/** A colour of a drawing, to stand beside the word it means. */
export function Swatch({ color, className }: { color: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn('inline-block h-3.5 w-1 shrink-0 rounded-full', className)}
      style={{ background: color }}
    />
  );
}
