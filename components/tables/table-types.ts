import type { ReactNode } from 'react';

export type SortDirection = 'asc' | 'desc';
export type TableSort = { key: string; direction: SortDirection };

export type Column<Row> = {
  key: string;
  /** Short words; also names the sort button. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Width in rem. One column without it takes what is left. */
  width?: number;
  /** Figures stand right. */
  numeric?: boolean;
  sortable?: boolean;
  /** What the first click gives; text ascending, figures descending unless said. */
  firstDirection?: SortDirection;
  /** Shows how long ago what it sorts by was: the later the smaller, so its arrow turns round. */
  age?: true;
  /** Beside the header's words: a column filter. */
  filter?: ReactNode;
  /** Left out under 640 px. */
  phone?: false;
  /** Full text for a cell that may be cut off. */
  title?: (row: Row) => string | undefined;
};

/** The sort after a click on a column: its first direction, then the other. */
export function nextSort<Row>(column: Column<Row>, sort: TableSort | undefined): TableSort {
  if (sort?.key === column.key) {
    return { key: column.key, direction: sort.direction === 'asc' ? 'desc' : 'asc' };
  }
  return {
    key: column.key,
    direction: column.firstDirection ?? (column.numeric ? 'desc' : 'asc'),
  };
}

/** Which way the values of a column run, as one sees them. */
export function shownDirection<Row>(column: Column<Row>, direction: SortDirection): SortDirection {
  if (!column.age) return direction;
  return direction === 'asc' ? 'desc' : 'asc';
}

const FLEXIBLE_REM = 12;

/**
 * Least width of the table in rem, below which it scrolls sideways.
 * @param flexible what a column without a width needs at least
 */
export function minimumWidth<Row>(
  columns: readonly Column<Row>[],
  flexible: number = FLEXIBLE_REM,
): number {
  return columns.reduce((sum, column) => sum + (column.width ?? flexible), 0);
}
