'use client';

import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/lib/utils';
import { type Column, nextSort, shownDirection, type TableSort } from './table-types';

type Props<Row> = {
  column: Column<Row>;
  first: boolean;
  sort: TableSort | undefined;
  onSort: ((sort: TableSort) => void) | undefined;
};

export function TableHeader<Row>({ column, first, sort, onSort }: Props<Row>) {
  const t = useTranslations('common.table');
  const sorted = sort?.key === column.key ? shownDirection(column, sort.direction) : undefined;
  const sortable = column.sortable === true && onSort !== undefined;
  const Icon = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ChevronsUpDown;
  const next = nextSort(column, sort);
  return (
    <th
      scope="col"
      aria-sort={sorted && (sorted === 'asc' ? 'ascending' : 'descending')}
      className={cn(
        'sticky top-0 z-10 h-9 border-b border-line bg-surface px-3 text-left text-sm font-medium whitespace-nowrap text-faint',
        first && 'left-0 z-20',
        column.numeric && 'text-right',
        column.phone === false && 'max-sm:hidden',
      )}
    >
      <span className={cn('flex items-center gap-1', column.numeric && 'justify-end')}>
        {sortable ? (
          <button
            type="button"
            title={t(
              shownDirection(column, next.direction) === 'asc' ? 'sortAscending' : 'sortDescending',
              {
                name: column.header,
              },
            )}
            onClick={() => onSort(next)}
            className={cn(
              '-mx-1 inline-flex min-w-0 items-center gap-0.5 rounded-control px-1 font-medium hover:text-text [&_svg]:size-3.5 [&_svg]:shrink-0',
              column.numeric && 'flex-row-reverse',
              sorted && 'text-text',
            )}
          >
            <span className="truncate">{column.header}</span>
            <Icon aria-hidden="true" className={sorted ? '' : 'opacity-50'} />
          </button>
        ) : (
          <span className="truncate" title={column.header}>
            {column.header}
          </span>
        )}
        {column.filter}
      </span>
    </th>
  );
}
