import type { RateDto } from '@/lib/domain/reports';
import { FEW } from '@/lib/domain/statistics';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';
import { useRateWords } from './use-rate-words';

type Props = {
  rate: RateDto;
  /** The rate at the right end of the line; small rates need a scale of their own. */
  scale: number;
};

/** A rate, its interval as a thin line on a scale from zero; grey where n is too few. */
export function RateInterval({ rate, scale }: Props) {
  const format = useFormat();
  const words = useRateWords()(rate);
  if (rate.value === null || rate.low === null || rate.high === null) {
    return <span className="text-sm text-faint">{words}</span>;
  }
  const few = rate.denominator < FEW;
  const at = (share: number) => `${Math.min(1, Math.max(0, share / scale)) * 100}%`;
  return (
    <span className="flex items-center gap-2" title={words}>
      <span className={cn('w-12 shrink-0 text-right', few && 'text-faint')}>
        {format.percent(rate.value, rate.denominator)}
      </span>
      <span className="sr-only">{words}</span>
      <span aria-hidden="true" className="relative h-3 w-16 shrink-0 @xl:w-24">
        <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
        <span
          className={cn('absolute top-1/2 h-0.5 -translate-y-1/2', few ? 'bg-edge' : 'bg-muted')}
          style={{ left: at(rate.low), right: at(scale - rate.high) }}
        />
        <span
          className={cn(
            'absolute top-1/2 size-2 -translate-1/2 rounded-full',
            few ? 'border border-muted bg-surface' : 'bg-text',
          )}
          style={{ left: at(rate.value) }}
        />
      </span>
    </span>
  );
}
