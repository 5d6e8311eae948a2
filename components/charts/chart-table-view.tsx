import { useTranslations } from 'next-intl';
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/table';
import type { ChartTable } from '@/lib/domain/charts/table';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';

const MOST_DECIMALS = 1;

/** The rows behind a chart. */
export function ChartTableView({ table, label }: { table: ChartTable; label: string }) {
  const format = useFormat();
  const rows = table.rows.map((cells, at) => ({ cells, key: `row ${at}` }));
  const rounded = (value: number) => format.number(Number(value.toFixed(MOST_DECIMALS)));
  return (
    <Table aria-label={label}>
      <thead>
        <TableRow>
          {table.columns.map((column) => (
            <TableHead key={column.label} numeric={column.numeric}>
              {column.label}
            </TableHead>
          ))}
        </TableRow>
      </thead>
      <tbody>
        {rows.map(({ cells, key }) => (
          <TableRow key={key}>
            {table.columns.map((column, at) => {
              const cell = cells[at] ?? null;
              return (
                <TableCell
                  key={column.label}
                  numeric={column.numeric}
                  lang={typeof cell === 'string' ? langOf(cell) : undefined}
                >
                  {cell === null ? <Unknown /> : typeof cell === 'number' ? rounded(cell) : cell}
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** Nothing known: a dash to see, a word to hear. */
function Unknown() {
  const t = useTranslations('common.table');
  return (
    <span className="text-faint">
      <span aria-hidden="true">{t('none')}</span>
      <span className="sr-only">{t('unknown')}</span>
    </span>
  );
}
