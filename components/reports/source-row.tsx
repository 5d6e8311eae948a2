import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LocalizedText } from '@/components/tables/cells';
import type { ReportQuery, SourcesDto } from '@/lib/domain/reports';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';
import { RateInterval } from './rate-interval';
import { sourceHref } from './report-links';

type Props = {
  row: SourcesDto['rows'][number];
  query: Partial<ReportQuery>;
  /** The longest bar. */
  most: number;
  /** The rate at the right end of the scale. */
  scale: number;
};

export function SourceRow({ row, query, most, scale }: Props) {
  const t = useTranslations('reports.sources');
  const format = useFormat();
  const count = (key: 'active' | 'hired') =>
    row[key] === 0 ? (
      <span className="text-faint">0</span>
    ) : (
      <Link
        href={sourceHref(query, row.id, key)}
        prefetch={false}
        className="hover:text-accent hover:underline"
      >
        {format.number(row[key])}
      </Link>
    );
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-0.5 whitespace-nowrap py-1 @xl:gap-x-4 @xl:grid-cols-[9rem_minmax(0,1fr)_4rem_4rem_9.5rem]">
      <span className="min-w-0 truncate @max-xl:col-span-3">
        {row.name ? <LocalizedText text={row.name} /> : t('unknown')}
      </span>
      <Link
        href={sourceHref(query, row.id)}
        prefetch={false}
        className="group flex min-w-0 items-center gap-2 @max-xl:col-span-3"
      >
        <span aria-hidden="true" className="h-4 min-w-0 grow">
          <span
            className={cn(
              'block h-full min-w-0.5 rounded-[2px] group-hover:opacity-80',
              row.id === null ? 'bg-edge' : 'bg-step-3',
            )}
            style={{ width: `${(row.applied / most) * 100}%` }}
          />
        </span>
        <span className="w-12 shrink-0 text-right font-medium group-hover:text-accent group-hover:underline">
          <span className="sr-only">{t('applied')} </span>
          {format.number(row.applied)}
        </span>
      </Link>
      <span className="text-right @max-xl:text-left @max-xl:text-sm">
        <span className="text-muted @xl:sr-only">{t('active')} </span>
        {count('active')}
      </span>
      <span className="text-right @max-xl:text-left @max-xl:text-sm">
        <span className="text-muted @xl:sr-only">{t('hired')} </span>
        {count('hired')}
      </span>
      <RateInterval rate={row.yield} scale={scale} />
    </li>
  );
}
