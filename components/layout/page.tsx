import type { ReactNode } from 'react';
import { cn } from '@/lib/utils';

type Props = {
  children: ReactNode;
  /**
   * Exactly as high as the window: header and filters stand still, and the one child marked
   * `min-h-0 grow` (a DataTable, a board) scrolls inside itself. Without it the page scrolls.
   */
  fill?: boolean;
  className?: string;
};

export function Page({ children, fill = false, className }: Props) {
  return (
    <div
      className={cn(
        'flex flex-col gap-4 px-6 py-4 max-sm:px-4',
        fill &&
          'h-dvh max-sm:h-[calc(100dvh-var(--spacing-bar)-env(safe-area-inset-bottom))] print:h-auto',
        className,
      )}
    >
      {children}
    </div>
  );
}
