import { useLocale, useNow, useTimeZone } from 'next-intl';
import { useMemo } from 'react';
import { formatsFor } from './format';

/** The formatters of the reader, in client components. Server components use `getFormat`. */
export function useFormat() {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'Asia/Shanghai';
  const now = useNow();
  return useMemo(() => formatsFor({ locale, timeZone, now }), [locale, timeZone, now]);
}
