import { useTranslations } from 'next-intl';
import type { LifeGap, LifeLineModel, LifeRange } from '@/lib/domain/charts/life-line';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

type Props = { range: LifeRange | LifeGap; detail: string; ticks: LifeLineModel['ticks'] };

const FILLS = {
  education: 'bg-step-1',
  career: 'bg-step-4',
  gap: 'hatched border border-caution bg-caution/25',
} as const;

/**
 * One school, job or gap: its words at the left (above, where it is narrow), its range on the axis.
 * Dates come first: what is cut off for want of room is the detail.
 */
export function LifeRow({ range, detail, ticks }: Props) {
  const t = useTranslations('charts.life');
  const format = useFormat();
  const dates = t('range', {
    start: format.month(range.start),
    end: range.end === null ? t('now') : format.month(range.end),
  });
  const title = range.kind === 'gap' ? t('gapTitle', { months: range.months }) : range.title;
  return (
    <li className="grid grid-cols-1 gap-x-4 py-1 @xl:grid-cols-[14rem_minmax(0,1fr)] @xl:items-center">
      <div className="min-w-0 leading-snug">
        <div
          className={cn('truncate', range.kind === 'gap' ? 'text-muted' : 'font-medium')}
          lang={langOf(title)}
          title={title}
        >
          {title}
        </div>
        <div className="truncate text-xs text-faint" title={detail}>
          {dates}
          {detail && (
            <span lang={langOf(detail)}>
              {' · '}
              {detail}
            </span>
          )}
        </div>
      </div>
      <div aria-hidden="true" className="relative h-5">
        <LaneGrid ticks={ticks} />
        <span
          title={`${title} · ${dates}`}
          className={cn(
            'absolute inset-y-0.5 min-w-1 rounded-[2px]',
            FILLS[range.kind],
            range.end === null && 'rounded-r-none',
          )}
          style={{ left: `${range.at}%`, width: `${range.width}%` }}
        />
      </div>
    </li>
  );
}

/** The years behind a lane. */
export function LaneGrid({ ticks }: { ticks: LifeLineModel['ticks'] }) {
  return ticks.map(({ year, at }) => (
    <span key={year} className="absolute -inset-y-1 w-px bg-line" style={{ left: `${at}%` }} />
  ));
}
