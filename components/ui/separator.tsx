import { cn } from '@/lib/utils';

export function Separator({ vertical, className }: { vertical?: boolean; className?: string }) {
  return (
    <hr
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      className={cn('border-0 bg-line', vertical ? 'h-4 w-px' : 'h-px w-full', className)}
    />
  );
}
