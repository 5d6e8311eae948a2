import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { cn } from '@/lib/utils';

/** Names the wait for those who do not see the skeletons inside it. */
export function Loading({ children, className }: { children: ReactNode; className?: string }) {
  const t = useTranslations('common.state');
  return (
    <div role="status" className={className}>
      <span className="sr-only">{t('loading')}</span>
      {children}
    </div>
  );
}

const keys = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`);

/** The place of a page's title and context line. */
export function HeaderSkeleton() {
  return (
    <div className="grid gap-2 py-1">
      <Skeleton className="h-5 w-40" />
      <Skeleton className="h-3.5 w-64 max-w-full" />
    </div>
  );
}

/** Rows of a table, at the height the rows will have. */
export function TableSkeleton({ rows = 12, columns = 5 }: { rows?: number; columns?: number }) {
  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface">
      {keys(rows).map((row, index) => (
        <div
          key={row}
          className="flex h-row items-center gap-6 border-b border-line px-3 last:border-0"
        >
          {keys(columns).map((column, at) => (
            <Skeleton
              key={column}
              className={cn('h-3.5', at === 0 ? 'w-48' : 'w-20', index === 0 && 'opacity-60')}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** A sheet of the size of a chart or a section. */
export function BlockSkeleton({ className }: { className?: string }) {
  return <Skeleton className={cn('h-64 w-full rounded-card', className)} />;
}

/** Columns of a board with their cards. */
export function BoardSkeleton({ columns = 5, cards = 4 }: { columns?: number; cards?: number }) {
  return (
    <div className="flex gap-3 overflow-hidden">
      {keys(columns).map((column) => (
        <div key={column} className="grid w-column shrink-0 content-start gap-2">
          <Skeleton className="h-5 w-32" />
          {keys(cards).map((card) => (
            <Skeleton key={card} className="h-24 rounded-card" />
          ))}
        </div>
      ))}
    </div>
  );
}
