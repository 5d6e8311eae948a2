import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReportQuery, TimeInStageRowDto } from '@/lib/domain/reports';
import { useFormat } from '@/lib/i18n/use-format';
import { waitingHref } from './report-links';

type Props = { row: TimeInStageRowDto; query: Partial<ReportQuery> };

/** What the quantiles rest on, and who is not in them yet: each waiting count opens its list. */
export function StageWaiting({ row, query }: Props) {
  const t = useTranslations('reports.time');
  const format = useFormat();
  return (
    <span className="flex flex-wrap gap-x-2 @4xl:grid @4xl:grid-cols-[6.5rem_10rem_minmax(0,1fr)]">
      <span>{t('completed', { count: format.number(row.completed) })}</span>
      {row.waiting > 0 && (
        <Link
          href={waitingHref(query, row)}
          prefetch={false}
          className="hover:text-accent hover:underline"
        >
          {t('waiting', {
            count: format.number(row.waiting),
            median: format.daysShort(row.waitingMedian),
          })}
        </Link>
      )}
      {row.stale > 0 && (
        <Link
          href={waitingHref(query, row, true)}
          prefetch={false}
          className="text-caution hover:underline"
        >
          {t('stale', { count: format.number(row.stale), limit: format.days(row.slaDays) })}
        </Link>
      )}
    </span>
  );
}
