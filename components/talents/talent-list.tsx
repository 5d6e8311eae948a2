'use client';

import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/layout/empty-state';
import { ErrorState } from '@/components/layout/error-state';
import { Loading, TableSkeleton } from '@/components/layout/loading';
import { errorFacts } from '@/components/layout/use-error-words';
import type { SortDirection, TableSort } from '@/components/tables/table-types';
import { Button } from '@/components/ui/button';
import { TALENT_SORTS } from '@/lib/domain/sorts';
import { TalentTable } from './talent-table';
import type { TalentListState } from './use-talent-list';

type Props = {
  list: TalentListState;
  sort: TableSort;
  onSort: (sort: (typeof TALENT_SORTS)[number], direction: SortDirection) => void;
  onClear: () => void;
};

/** The talents of a filter with each of their states; pages follow as one scrolls. */
export function TalentList({ list, sort, onSort, onClear }: Props) {
  const t = useTranslations('talents.list');
  const actions = useTranslations('common.actions');
  const { first, rows, error, retry, more } = list;
  if (error && !first) return <ErrorState error={errorFacts(error)} onRetry={retry} />;
  if (!first) {
    return (
      <Loading>
        <TableSkeleton columns={7} />
      </Loading>
    );
  }
  if (first.total === 0) {
    const complete = first.sync.state === 'complete';
    const reason = first.visible > 0 ? 'filter' : complete ? 'nothing' : 'sync';
    return (
      <EmptyState
        reason={reason}
        percent={first.sync.percent}
        body={reason === 'nothing' ? t('noneYours') : undefined}
        action={
          reason === 'filter' ? (
            <Button onClick={onClear}>{actions('clearFilters')}</Button>
          ) : undefined
        }
      />
    );
  }
  return (
    <TalentTable
      rows={rows}
      total={first.total}
      sort={sort}
      onSort={(next) => {
        const known = TALENT_SORTS.find((name) => name === next.key);
        if (known) onSort(known, next.direction);
      }}
      onEndReached={more}
    />
  );
}
