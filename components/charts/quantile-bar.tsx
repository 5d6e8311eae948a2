import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Swatch } from '@/components/ui/swatch';
import { stepColor } from '@/lib/domain/charts/palette';
import type { QuantileRow } from '@/lib/domain/charts/quantiles';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

type Props = {
  row: QuantileRow;
  name: string;
  ticks: readonly number[];
  max: number;
  waiting: ReactNode;
};

export function QuantileBar({ row, name, ticks, max, waiting }: Props) {
  const t = useTranslations('charts.time');
  const format = useFormat();
  const color = stepColor(row.step);
  const pale = (percent: number) =>
    `color-mix(in oklab, ${color} ${percent}%, var(--color-surface))`;
  const words = row.at
    ? t('words', {
        median: format.days(row.median),
        p75: format.days(row.p75),
        p90: format.days(row.p90),
        completed: row.completed,
      })
    : t('none');
  return (
    <li className="grid grid-cols-1 gap-x-4 gap-y-0.5 @lg:grid-cols-[7rem_minmax(0,1fr)_10.5rem] @4xl:grid-cols-[7rem_minmax(0,1fr)_10.5rem_24rem] @lg:items-center">
      <span className="flex min-w-0 items-center gap-1.5">
        <Swatch color={stepColor(row.step)} />
        <span className="truncate" lang={langOf(name)} title={name}>
          {name}
        </span>
      </span>
      <div className="relative h-6 rounded-control bg-sunken" title={words}>
        <span className="sr-only">{words}</span>
        {ticks.slice(1, -1).map((tick) => (
          <span
            key={tick}
            aria-hidden="true"
            className="absolute inset-y-0 w-px bg-line"
            style={{ left: `${(tick / max) * 100}%` }}
          />
        ))}
        {row.at && (
          <span aria-hidden="true" className={cn('absolute inset-0', row.few && 'opacity-60')}>
            <span
              className="absolute inset-y-1 left-0 rounded-[2px] border"
              style={{ width: `${row.at.p90}%`, background: pale(25), borderColor: color }}
            />
            <span
              className="absolute inset-y-1 left-0 rounded-[2px]"
              style={{ width: `${row.at.p75}%`, background: pale(60) }}
            />
            <span
              className="absolute inset-y-1 left-0 rounded-[2px]"
              style={{ width: `${row.at.median}%`, background: color }}
            />
          </span>
        )}
        {row.slaAt !== null && (
          <span
            aria-hidden="true"
            title={t('limit', { days: format.days(row.slaDays) })}
            className="absolute -inset-y-0.5 w-0.5 bg-text"
            style={{ left: `${row.slaAt}%` }}
          />
        )}
      </div>
      <span className="text-sm text-muted">
        {row.at ? (
          <span aria-hidden="true">
            <span className={cn('font-medium', !row.few && 'text-text')}>
              {format.daysShort(row.median)}
            </span>
            {` · ${format.daysShort(row.p75)} · ${format.daysShort(row.p90)}`}
          </span>
        ) : (
          <span aria-hidden="true" className="text-faint">
            {t('none')}
          </span>
        )}
      </span>
      {waiting && (
        <span className="text-xs text-muted @lg:col-span-2 @lg:col-start-2 @4xl:col-span-1 @4xl:col-start-4">
          {waiting}
        </span>
      )}
    </li>
  );
}
