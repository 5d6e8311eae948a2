import type { ReactNode } from 'react';
import { cn } from '@/lib/utils';

export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        'inline-grid h-4.5 min-w-4.5 place-items-center rounded-control border border-line bg-sunken px-1 font-sans text-xs leading-none text-muted',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
