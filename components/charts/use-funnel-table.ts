import { useTranslations } from 'next-intl';
import type { FunnelModel } from '@/lib/domain/charts/funnel';
import type { ChartTable } from '@/lib/domain/charts/table';

/** A share in percent as it is shown: whole below n = 100. */
const percent = (share: number | null, n: number) =>
  share === null ? null : Math.round(share * (n < 100 ? 100 : 1000)) / (n < 100 ? 1 : 10);

/** The funnel's rows for its table view and CSV: counts first, rates in percent. */
export function useFunnelTable(model: FunnelModel): ChartTable {
  const t = useTranslations('charts.funnel');
  const steps = useTranslations('common.steps');
  return {
    columns: [
      { label: t('step') },
      { label: t('reached'), numeric: true },
      { label: t('passed'), numeric: true },
      { label: t('in_progress'), numeric: true },
      { label: t('dropped'), numeric: true },
      { label: t('skipped'), numeric: true },
      { label: `${t('rate')} %`, numeric: true },
      { label: `${t('low')} %`, numeric: true },
      { label: `${t('high')} %`, numeric: true },
      { label: t('decided'), numeric: true },
      { label: t('median'), numeric: true },
    ],
    rows: model.rows.map(({ step, reached, segments, skipped, rate, medianDays }) => [
      steps(step),
      reached,
      ...segments.map(({ count }) => count),
      skipped,
      percent(rate.value, rate.denominator),
      percent(rate.low, rate.denominator),
      percent(rate.high, rate.denominator),
      rate.denominator,
      medianDays,
    ]),
  };
}
