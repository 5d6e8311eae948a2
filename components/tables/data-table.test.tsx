import { beforeEach, describe, expect, test, vi } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { DataTable } from './data-table';
import { type Column, nextSort, type TableSort } from './table-types';

type Row = { id: string; name: string; active: number };
const rows: Row[] = [
  { id: '1', name: '后端工程师', active: 12 },
  { id: '2', name: '产品经理', active: 3 },
];
const columns: Column<Row>[] = [
  { key: 'name', header: '职位', cell: (row) => row.name, sortable: true },
  { key: 'active', header: '进行中', cell: (row) => row.active, numeric: true, sortable: true },
  { key: 'note', header: '备注', cell: () => <button type="button">改</button> },
];

function draw(props: Partial<Parameters<typeof DataTable<Row>>[0]> = {}) {
  return renderScreen(
    <DataTable
      label="职位"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `#/jobs/${row.id}`}
      {...props}
    />,
  );
}

// Nothing is laid out here; virtual rows ask how much room they have.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
});

describe('a table', () => {
  test('says which column it is sorted by, and which way', () => {
    const { getByRole } = draw({ sort: { key: 'active', direction: 'desc' }, onSort: vi.fn() });
    expect(getByRole('columnheader', { name: /进行中/ }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    expect(getByRole('columnheader', { name: /职位/ }).hasAttribute('aria-sort')).toBe(false);
  });

  test('points a column of ages the way its figures run, against the times behind them', () => {
    const aged: Column<Row> = {
      key: 'age',
      header: '停留',
      cell: (row) => row.active,
      sortable: true,
      firstDirection: 'asc',
      age: true,
    };
    const oldestFirst = { key: 'age', direction: 'asc' } as const;
    const { getByRole } = draw({ columns: [aged], sort: oldestFirst, onSort: vi.fn() });
    expect(getByRole('columnheader').getAttribute('aria-sort')).toBe('descending');
    expect(getByRole('button').getAttribute('title')).toContain('升序');
  });

  test('sorts by button: text ascending first, figures descending, then the other way', async () => {
    const onSort = vi.fn<(sort: TableSort) => void>();
    const { user, getByRole, queryByRole } = draw({
      sort: { key: 'name', direction: 'asc' },
      onSort,
    });
    await user.click(getByRole('button', { name: '进行中' }));
    await user.click(getByRole('button', { name: '职位' }));
    expect(onSort.mock.calls).toEqual([
      [{ key: 'active', direction: 'desc' }],
      [{ key: 'name', direction: 'desc' }],
    ]);
    expect(queryByRole('button', { name: '备注' })).toBeNull();
  });

  test('counts all rows behind the filter, not only the first pages', () => {
    const { getByRole, getAllByRole } = draw({ total: 4000 });
    expect(getByRole('table').getAttribute('aria-rowcount')).toBe('4001');
    expect(getAllByRole('row').map((row) => row.getAttribute('aria-rowindex'))).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  test('opens a row from anywhere in it, but not from its own buttons', async () => {
    const onRowOpen = vi.fn();
    const { user, getByText, getAllByRole } = draw({ onRowOpen });
    await user.click(getByText('12'));
    expect(onRowOpen.mock.calls).toEqual([[rows[0]]]);
    const edit = getAllByRole('button', { name: '改' })[1];
    if (!edit) throw new Error('no button');
    await user.click(edit);
    expect(onRowOpen).toHaveBeenCalledTimes(1);
  });

  test('does not open a row whose text is being selected', async () => {
    const onRowOpen = vi.fn();
    const { user, getByText } = draw({ onRowOpen });
    const cell = getByText('12');
    window.getSelection()?.selectAllChildren(cell);
    vi.spyOn(window, 'getSelection').mockReturnValue({
      ...window.getSelection(),
      isCollapsed: false,
    } as Selection);
    await user.click(cell);
    expect(onRowOpen).not.toHaveBeenCalled();
  });

  test('moves between rows with the arrow keys', async () => {
    const { user, getByRole } = draw();
    getByRole('link', { name: '后端工程师' }).focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(getByRole('link', { name: '产品经理' }));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(getByRole('link', { name: '产品经理' }));
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(getByRole('link', { name: '后端工程师' }));
  });

  test('draws a screenful of ten thousand rows and asks for no more until the end is near', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      id: `${at}`,
      name: `人选 ${at}`,
      active: at,
    }));
    const onEndReached = vi.fn();
    const { getAllByRole, getByRole } = draw({ rows: many, onEndReached });
    expect(getAllByRole('link').length).toBeGreaterThan(10);
    expect(getAllByRole('link').length).toBeLessThan(100);
    expect(getByRole('table').getAttribute('aria-rowcount')).toBe('10001');
    expect(onEndReached).not.toHaveBeenCalled();
  });

  test('asks for the next page at the end of a short first one, and not after the last', () => {
    const onEndReached = vi.fn();
    draw({ total: rows.length, onEndReached });
    expect(onEndReached).not.toHaveBeenCalled();
    draw({ total: 60, onEndReached });
    expect(onEndReached).toHaveBeenCalled();
  });
});

test('a sort turns on its own column and starts afresh on another', () => {
  const column = {
    key: 'age',
    header: '',
    cell: () => null,
    firstDirection: 'asc' as const,
    numeric: true,
  };
  expect(nextSort(column, undefined)).toEqual({ key: 'age', direction: 'asc' });
  expect(nextSort(column, { key: 'age', direction: 'asc' })).toEqual({
    key: 'age',
    direction: 'desc',
  });
});
