'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import Link from 'next/link';
import { type MouseEvent, type ReactNode, useCallback, useEffect, useRef } from 'react';
import { cn } from '@/lib/utils';
import { TableHeader } from './table-header';
import { type Column, minimumWidth, type TableSort } from './table-types';
import { useRowNavigation } from './use-row-navigation';

const ROW_PX = { normal: 40, compact: 32 } as const;
const VIRTUAL_FROM = 100;
const AHEAD = 12;
const PHONE_FLEXIBLE_REM = 10;

type Props<Row> = {
  /** Names the table; not drawn. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads; the first column becomes the link. */
  rowHref?: (row: Row) => string;
  /** Opens a row in place (a panel) on a plain click; new tabs still use `rowHref`. */
  onRowOpen?: (row: Row) => void;
  /** The row open beside the table. */
  activeKey?: string | null;
  sort?: TableSort;
  onSort?: (sort: TableSort) => void;
  /** Rows behind the filter, where `rows` is only their first pages. */
  total?: number;
  /** The end is near: load the next page. May be called again before it is here. */
  onEndReached?: () => void;
  density?: 'normal' | 'compact';
  /** Under the last row: "loading more", "that is all". */
  footer?: ReactNode;
  className?: string;
};

/** Rows of one kind of record. Scrolls inside itself; give it a bounded height (`Page fill`). */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  rowHref,
  onRowOpen,
  activeKey,
  sort,
  onSort,
  total,
  onEndReached,
  density = 'normal',
  footer,
  className,
}: Props<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  // More to come is asked for when the end is near, which only virtual rows notice.
  const virtual = rows.length > VIRTUAL_FROM || (total ?? 0) > rows.length;
  const rowPx = ROW_PX[density];
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: AHEAD,
    // The server has no window to measure; the first screenful is enough for it.
    initialRect: { width: 1200, height: 900 },
  });
  const items = virtual ? virtualizer.getVirtualItems() : undefined;
  const shown = items
    ? items.flatMap(({ index }) => {
        const row = rows[index];
        return row === undefined ? [] : [{ row, index }];
      })
    : rows.map((row, index) => ({ row, index }));
  const above = items?.[0]?.start ?? 0;
  const below = items ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;

  const reveal = useCallback((index: number) => virtualizer.scrollToIndex(index), [virtualizer]);
  useRowNavigation(scroller, { reveal, rowCount: rows.length });

  const lastShown = shown.at(-1)?.index ?? -1;
  const nearEnd = virtual && lastShown >= rows.length - AHEAD - 1;
  useEffect(() => {
    if (nearEnd && rows.length > 0) onEndReached?.();
  }, [nearEnd, rows.length, onEndReached]);

  const open = (event: MouseEvent, row: Row) => {
    if (!onRowOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onRowOpen(row);
  };

  return (
    <div
      ref={scroller}
      className={cn(
        'relative max-w-full overflow-auto overscroll-contain rounded-card border border-line bg-surface print:overflow-visible',
        className,
      )}
    >
      <table
        aria-label={label}
        aria-rowcount={(total ?? rows.length) + 1}
        className="w-full min-w-(--least-phone) table-fixed border-separate border-spacing-0 text-base sm:min-w-(--least) print:min-w-0"
        style={leastWidths(columns)}
      >
        <colgroup>
          {columns.map((column, at) => (
            <col
              key={column.key}
              className={cn(column.phone === false && 'max-sm:hidden')}
              style={{ width: widthOf(column, at) }}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, at) => (
              <TableHeader
                key={column.key}
                column={column}
                first={at === 0}
                sort={sort}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} />}
          {shown.map(({ row, index }) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                data-index={index}
                aria-rowindex={index + 2}
                aria-current={key === activeKey || undefined}
                className={cn(
                  'group bg-surface hover:bg-hover aria-[current=true]:bg-selected',
                  rowHref && 'cursor-pointer',
                )}
              >
                {columns.map((column, at) => (
                  <td
                    key={column.key}
                    title={column.title?.(row)}
                    style={{ height: rowPx }}
                    className={cn(
                      'truncate border-b border-line px-3 group-last:border-b-0',
                      at === 0 && 'sticky left-0 z-10 bg-inherit',
                      column.numeric && 'text-right',
                      column.phone === false && 'max-sm:hidden',
                    )}
                  >
                    {at === 0 && rowHref ? (
                      <Link
                        data-row-link=""
                        href={rowHref(row)}
                        prefetch={false}
                        scroll={!onRowOpen}
                        onClick={(event) => open(event, row)}
                        className="block truncate font-medium text-text group-hover:text-accent focus-visible:-outline-offset-2"
                      >
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 && <Spacer height={below} />}
        </tbody>
      </table>
      {footer}
    </div>
  );
}

/** The first column stays in view while the rest scrolls, so on a phone it takes less than half. */
function widthOf<Row>({ width }: Column<Row>, at: number): string | undefined {
  if (width === undefined) return undefined;
  return at === 0 ? `min(${width}rem, 44vw)` : `${width}rem`;
}

/** Below these the table scrolls sideways. */
function leastWidths<Row>(columns: readonly Column<Row>[]): Record<`--${string}`, string> {
  const onPhone = columns.filter((column) => column.phone !== false);
  return {
    '--least': `${minimumWidth(columns)}rem`,
    '--least-phone': `${minimumWidth(onPhone, PHONE_FLEXIBLE_REM)}rem`,
  };
}

/** Stands for the rows that are not drawn; without cells, so that it asks for no column. */
function Spacer({ height }: { height: number }) {
  return <tr style={{ height }} />;
}
