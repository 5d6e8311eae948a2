import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** Why a reading or an event failed: words where we have some, and the code always. */
export function useFailureWords(): (code: string) => string {
  const t = useTranslations('settings.failure');
  return useCallback(
    (code: string) => {
      // Codes are data; `has` tells whether we have words for one.
      const key = `code.${code}` as 'code.other';
      return t('withCode', { why: t.has(key) ? t(key) : t('code.other'), code });
    },
    [t],
  );
}
