'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { ErrorState } from '@/components/layout/error-state';
import { Loading, TableSkeleton } from '@/components/layout/loading';
import { errorFacts } from '@/components/layout/use-error-words';
import { Button } from '@/components/ui/button';
import { applicationQueries } from '@/lib/client/queries/applications';
import type { ApplicationFilter } from '@/lib/domain/application-filter';
import { APPLICATION_SORTS, type DIRECTIONS } from '@/lib/domain/sorts';
import { ApplicationTable } from './application-table';

type Sort = (typeof APPLICATION_SORTS)[number];
type Direction = (typeof DIRECTIONS)[number];

type Props = {
  filter: ApplicationFilter;
  sort: Sort;
  direction: Direction;
  onSort: (sort: Sort, direction: Direction) => void;
  showJob: boolean;
  currentId: string | null;
  onOpen: (applicationId: string) => void;
  onClear: () => void;
};

/** The list of a filter with each of its states; pages follow as one scrolls. */
export function ApplicationList({
  filter,
  sort,
  direction,
  onSort,
  showJob,
  currentId,
  onOpen,
  onClear,
}: Props) {
  const actions = useTranslations('common.actions');
  const list = useInfiniteQuery(applicationQueries.list({ ...filter, sort, direction }));
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const first = list.data?.pages[0];
  if (list.error && !first) {
    return <ErrorState error={errorFacts(list.error)} onRetry={() => list.refetch()} />;
  }
  if (!first) {
    return (
      <Loading>
        <TableSkeleton columns={7} />
      </Loading>
    );
  }
  if (first.total === 0) {
    const reason =
      first.visible > 0 ? 'filter' : first.sync.state === 'complete' ? 'nothing' : 'sync';
    return (
      <EmptyState
        reason={reason}
        percent={first.sync.percent}
        action={
          reason === 'filter' ? (
            <Button onClick={onClear}>{actions('clearFilters')}</Button>
          ) : undefined
        }
      />
    );
  }
  return (
    <ApplicationTable
      rows={list.data?.pages.flatMap((page) => page.items) ?? []}
      total={first.total}
      sort={{ key: sort, direction }}
      onSort={(next) => {
        const known = APPLICATION_SORTS.find((name) => name === next.key);
        if (known) onSort(known, next.direction);
      }}
      onEndReached={more}
      showJob={showJob}
      ended={filter.status === 'ended'}
      currentId={currentId}
      onOpen={onOpen}
    />
  );
}
