import { useTranslations } from 'next-intl';
import type { ChartTable } from '@/lib/domain/charts/table';
import type { SourcesDto } from '@/lib/domain/reports';
import { useFormat } from '@/lib/i18n/use-format';

/** A share in percent as it is shown: whole below n = 100. */
const percent = (share: number | null, n: number) =>
  share === null ? null : Math.round(share * (n < 100 ? 100 : 1000)) / (n < 100 ? 1 : 10);

/** The sources as rows: for the table view and the CSV. */
export function useSourceTable(rows: SourcesDto['rows']): ChartTable {
  const t = useTranslations('reports.sources');
  const format = useFormat();
  return {
    columns: [
      { label: t('source') },
      ...(['applied', 'active', 'hired'] as const).map((key) => ({ label: t(key), numeric: true })),
      ...(['yield', 'low', 'high'] as const).map((key) => ({
        label: `${t(key)} %`,
        numeric: true,
      })),
    ],
    rows: rows.map((row) => [
      row.name ? format.text(row.name) : t('unknown'),
      row.applied,
      row.active,
      row.hired,
      percent(row.yield.value, row.applied),
      percent(row.yield.low, row.applied),
      percent(row.yield.high, row.applied),
    ]),
  };
}
