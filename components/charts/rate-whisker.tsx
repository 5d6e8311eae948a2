import { useTranslations } from 'next-intl';
import type { FunnelRate } from '@/lib/domain/charts/funnel';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

/** A rate in figures, and on a line from 0 to 100 % its point with the 95 % interval around it. */
export function RateWhisker({ rate, className }: { rate: FunnelRate; className?: string }) {
  const t = useTranslations('charts.funnel');
  const unit = useTranslations('common.unit');
  const frame = useTranslations('charts.frame');
  const format = useFormat();
  const n = format.number(rate.denominator);
  if (rate.value === null || rate.low === null || rate.high === null) {
    return (
      <span className={cn('text-sm text-faint @2xl:pl-2', className)}>{t('rateNone', { n })}</span>
    );
  }
  const value = format.percent(rate.value, rate.denominator);
  const words = t('rateWords', {
    rate: value,
    low: format.percent(rate.low, rate.denominator),
    high: format.percent(rate.high, rate.denominator),
    n,
  });
  const percent = (share: number) => `${share * 100}%`;
  return (
    <span className={cn('flex flex-wrap items-center gap-x-2', className)} title={words}>
      <span className={cn('w-12 shrink-0 @2xl:text-right', rate.weight === 'few' && 'text-faint')}>
        <span aria-hidden="true">{value}</span>
        <span className="sr-only">{words}</span>
      </span>
      <span aria-hidden="true" className="relative h-3 w-20 shrink-0">
        <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
        <span
          className={cn(
            'absolute top-1/2 h-0.5 -translate-y-1/2',
            rate.weight === 'few' ? 'bg-edge' : 'bg-muted',
          )}
          style={{ left: percent(rate.low), right: percent(1 - rate.high) }}
        />
        <span
          className={cn(
            'absolute top-1/2 size-2 -translate-1/2 rounded-full',
            rate.weight === 'few' ? 'border border-muted bg-surface' : 'bg-text',
          )}
          style={{ left: percent(rate.value) }}
        />
      </span>
      <span aria-hidden="true" className="text-xs text-faint @2xl:mt-0.5 @2xl:w-full @2xl:pl-2">
        {unit('ofN', { n })}
        {rate.weight === 'few' && ` · ${frame('few')}`}
      </span>
    </span>
  );
}
