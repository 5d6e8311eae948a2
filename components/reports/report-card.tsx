'use client';

import type { ReactNode } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, Loading } from '@/components/layout/loading';
import { SyncNote } from '@/components/layout/sync-note';
import { errorFacts } from '@/components/layout/use-error-words';
import type { SyncNote as SyncNoteData } from '@/lib/domain/common';
import { cn } from '@/lib/utils';

type Answer<T> = {
  data: T | undefined;
  error: unknown;
  isPlaceholderData: boolean;
  refetch: () => void;
};

type Props<T> = {
  answer: Answer<T>;
  title: string;
  /** Nothing to draw: says why instead, because a zero would be a statement. */
  isEmpty: (data: T) => boolean;
  /** The one action where a filter is the reason. */
  clear?: ReactNode;
  /** Height of the skeleton, near that of the drawing. */
  skeleton?: string;
  children: (data: T) => ReactNode;
};

/**
 * A report in each of its states. While another filter is being asked for, the former answer stays
 * in its place but cannot be operated: its links would open the new filter's rows.
 */
export function ReportCard<T extends { sync: SyncNoteData }>({
  answer: { data, error, isPlaceholderData, refetch },
  title,
  isEmpty,
  clear,
  skeleton = 'h-96',
  children,
}: Props<T>) {
  if (!data) {
    return error ? (
      <Sheet title={title}>
        <ErrorState error={errorFacts(error)} onRetry={refetch} className="py-8" />
      </Sheet>
    ) : (
      <Loading>
        <BlockSkeleton className={skeleton} />
      </Loading>
    );
  }
  if (isEmpty(data)) {
    const unread = data.sync.state !== 'complete';
    return (
      <Sheet title={title}>
        <EmptyState
          reason={unread ? 'sync' : clear ? 'filter' : 'nothing'}
          percent={data.sync.percent}
          action={unread ? undefined : clear}
          className="py-8"
        />
      </Sheet>
    );
  }
  return (
    <div
      aria-busy={isPlaceholderData}
      inert={isPlaceholderData}
      className={cn('min-w-0 transition-opacity', isPlaceholderData && 'opacity-60')}
    >
      {children(data)}
    </div>
  );
}

/** How far the reading is, beside figures that are therefore too low. */
export function PartialNote({ sync }: { sync: SyncNoteData }) {
  return sync.state === 'complete' ? null : (
    <p className="text-caution">
      <SyncNote {...sync} />
    </p>
  );
}

function Sheet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="rounded-card border border-line bg-surface p-4">
      <h2 className="text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}
