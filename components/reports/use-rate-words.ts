import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { RateDto } from '@/lib/domain/reports';
import { FEW } from '@/lib/domain/statistics';
import { useFormat } from '@/lib/i18n/use-format';

/** What a rate rests on: its interval and n, or that n is too few. */
export function useRateWords(): (rate: RateDto) => string {
  const t = useTranslations('reports.rate');
  const format = useFormat();
  return useCallback(
    ({ low, high, denominator }: RateDto) => {
      const n = format.number(denominator);
      if (low === null || high === null) return t('hidden', { n });
      const interval = {
        low: format.percent(low, denominator),
        high: format.percent(high, denominator),
        n,
      };
      return t(denominator < FEW ? 'few' : 'interval', interval);
    },
    [t, format],
  );
}
