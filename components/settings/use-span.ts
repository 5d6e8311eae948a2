import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in words, no finer than it matters: 40 s, 12 min, 1 h 20 min, 3 days. */
export function useSpan(): (seconds: number) => string {
  const t = useTranslations('settings.span');
  return useCallback(
    (seconds: number) => {
      if (seconds < MINUTE) return t('seconds', { n: Math.max(0, Math.round(seconds)) });
      if (seconds < HOUR) return t('minutes', { n: Math.round(seconds / MINUTE) });
      if (seconds >= 2 * DAY) return t('days', { n: Math.round(seconds / DAY) });
      const minutes = Math.round((seconds % HOUR) / MINUTE);
      const hours = Math.floor(seconds / HOUR);
      return minutes > 0 && minutes < 60 && hours < 10
        ? t('hoursMinutes', { hours, minutes })
        : t('hours', { n: Math.round(seconds / HOUR) });
    },
    [t],
  );
}
