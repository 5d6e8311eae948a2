import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import type { ReportQuery, TrendDto } from '@/lib/domain/reports';
import { useFormat } from '@/lib/i18n/use-format';
import { weekHref } from './report-links';

type Props = {
  weeks: TrendDto['weeks'];
  /** Monday of the week under the reader's finger; without one the last whole week. */
  chosen: string | null;
  onChoose: (monday: string) => void;
  query: Partial<ReportQuery>;
};

/** One week of the trend in words, each figure the link to its rows. */
export function WeekLinks({ weeks, chosen, onChoose, query }: Props) {
  const t = useTranslations('reports.trend');
  const format = useFormat();
  const found = weeks.findIndex(({ start }) => start === chosen);
  const whole = weeks.findLastIndex(({ partial }) => !partial);
  const at = found >= 0 ? found : Math.max(0, whole);
  const week = weeks[at];
  if (!week) return null;
  const step = (to: number) => {
    const next = weeks[to];
    if (next) onChoose(next.start);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base text-text">
      <span className="flex items-center print:hidden">
        <IconButton
          size="icon-sm"
          label={t('previous')}
          disabled={at === 0}
          onClick={() => step(at - 1)}
        >
          <ChevronLeft aria-hidden="true" />
        </IconButton>
        <IconButton
          size="icon-sm"
          label={t('next')}
          disabled={at === weeks.length - 1}
          onClick={() => step(at + 1)}
        >
          <ChevronRight aria-hidden="true" />
        </IconButton>
      </span>
      <span aria-live="polite">
        {t(week.partial ? 'running' : 'week', { day: format.date(week.start) })}
      </span>
      {(['created', 'hired'] as const).map((what) =>
        week[what] === 0 ? (
          <span key={what} className="text-faint">
            {t(what, { count: 0 })}
          </span>
        ) : (
          <Link
            key={what}
            href={weekHref(query, week.start, what)}
            prefetch={false}
            className="text-accent hover:underline"
          >
            {t(what, { count: week[what] })}
          </Link>
        ),
      )}
    </div>
  );
}
