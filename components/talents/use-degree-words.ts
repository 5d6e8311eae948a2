import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** Words of a degree code; null for none, and for one Feishu may add later. */
export function useDegreeWords(): (degree: number | null) => string | null {
  const t = useTranslations('talents.degree');
  return useCallback(
    (degree: number | null) => {
      const key = String(degree) as '6'; // Codes are data; `has` tells whether we know this one.
      return degree !== null && t.has(key) ? t(key) : null;
    },
    [t],
  );
}
